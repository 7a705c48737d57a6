// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme;
using Faro.Programme.Cases;
using Faro.Programme.Identification;
using Faro.Programme.Identification.Rules;
using Faro.Web.FormParts;
using Faro.Web.Words;
using Microsoft.AspNetCore.Components;

namespace Faro.Web.Features.Identification;

/// <summary>One step of the facts, or one set of indicators: questions of a kind, and what the answers rest on.</summary>
public sealed partial class Step
{
    private const string Prefix = "Fact.";

    private CaseFacts? _facts;
    private string _title = "";
    private List<Group> _groups = [];
    private IReadOnlyList<Choice> _answers = [];
    private int _hidden;

    [Parameter]
    public string Code { get; set; } = "";

    /// <summary>What another source says: the form is empty and corrects nothing.</summary>
    [SupplyParameterFromQuery(Name = "otra")]
    private bool Another { get; set; }

    [SupplyParameterFromQuery(Name = "todas")]
    private bool ShowAll { get; set; }

    [SupplyParameterFromForm(FormName = "record-facts")]
    private StepAnswers? Answers { get; set; }

    [SupplyParameterFromForm(FormName = "record-facts", Name = "Answers")]
    private EvidenceAnswers? Evidence { get; set; }

    private string Back =>
        IndicatorSets.Find(Code) is null
            ? IdentificationLinks.Facts(Id)
            : IdentificationLinks.Determination(Id);

    /// <summary>The step that people tell next; null after the last, and for sets of indicators.</summary>
    private FactStep? After => FactSteps.After(Code);

    protected override async Task ReadAsync(CaseReading file)
    {
        var today = Clock.Today();
        var sheet = await FactSheets.ReadAsync(Db, Actor, Id, Aborted);
        var read = MayWork ? await ReadFacts.RunAsync(Actor, Id, Aborted) : null;
        if (sheet is null || read is not { Done: true } || !Ask(sheet, today))
        {
            SayNotFound();
            return;
        }

        _facts = read.Value;
        _answers = CodeChoices.Of(FactAnswers.List, Clock);
        Evidence ??= EvidenceAnswers.Usual(today);
    }

    private bool Ask(FactSheet sheet, DateOnly today)
    {
        if (FactSteps.Find(Code) is { } step)
        {
            _title = T[$"Step.{Code}"];
            foreach (var kind in step.Kinds)
            {
                var asked = ShowAll ? null : FactSteps.WorthAsking(kind, sheet, today);
                _hidden += asked is null
                    ? 0
                    : FactKinds.Get(kind).Codes.Entries.Count - asked.Count;
                var group = Group.Of(kind, Clock, asked);
                if (group.Choices.Count > 0)
                {
                    _groups.Add(group);
                }
            }

            return true;
        }

        if (IndicatorSets.Find(Code) is { } set)
        {
            _title = set.Words.In(FactWords.Language);
            _groups = [.. Group.Of(set, sheet, T["Step.SaidByFacts"])];
            return true;
        }

        return false;
    }

    /// <summary>What stands, or what was just posted.</summary>
    private string Given(string kind, string code) =>
        Answers is not null ? Posted($"{Prefix}{kind}.{code}") ?? ""
        : Another ? ""
        : _facts!.Answer(kind, code);

    private async Task SaveAsync()
    {
        var outcome = await RecordFacts.RunAsync(
            Actor,
            new RecordFactsInput(
                Id,
                [.. _groups.SelectMany(Said)],
                Evidence!.ToEvidence(),
                Answers!.Seen,
                Another
            ),
            Aborted
        );
        if (Settled(outcome))
        {
            GoTo(
                After is { } after && Posted("Go") == after.Code
                    ? IdentificationLinks.Step(Id, after.Code)
                    : Back
            );
        }
    }

    private IEnumerable<FactAnswer> Said(Group group)
    {
        if (group.IsSingle)
        {
            var chosen = Posted(Prefix + group.Kind);
            return group.Choices.Select(choice => new FactAnswer(
                group.Kind,
                choice.Value,
                choice.Value == chosen ? FactAnswers.Yes : ""
            ));
        }

        return group.Choices.Select(choice =>
        {
            var answer = Posted($"{Prefix}{group.Kind}.{choice.Value}") ?? "";
            return new FactAnswer(
                group.Kind,
                choice.Value,
                answer.Length == 0 && Answers!.RestIsNo ? FactAnswers.No : answer
            );
        });
    }

    private sealed class StepAnswers
    {
        public int Seen { get; set; }

        public bool RestIsNo { get; set; }
    }

    /// <summary>Questions that belong together.</summary>
    private sealed record Group(
        string Kind,
        string Label,
        string? Hint,
        IReadOnlyList<Choice> Choices,
        bool IsSingle
    )
    {
        /// <param name="kind">A code of the list <c>fact-kinds</c>.</param>
        /// <param name="clock">What may be chosen today.</param>
        /// <param name="asked">Only these codes; null for all.</param>
        public static Group Of(string kind, TimeProvider clock, IReadOnlySet<string>? asked)
        {
            var found = FactKinds.Get(kind);
            var entry = CodeLists.Get(FactKinds.List).Find(kind)!;
            return new Group(
                kind,
                entry.Label(CultureInfo.CurrentUICulture),
                entry.Article.Length > 0 ? entry.Article : null,
                [
                    .. found
                        .Codes.Offered(clock.Today())
                        .Where(code => asked?.Contains(code.Code) ?? true)
                        .Select(code => new Choice(
                            code.Code,
                            code.Label(CultureInfo.CurrentUICulture),
                            code.Article.StartsWith("LG", StringComparison.Ordinal)
                                ? code.Article
                                : null
                        )),
                ],
                found.IsSingle
            );
        }

        /// <summary>A set of indicators by its dimensions; what recorded facts say already is marked.</summary>
        public static IEnumerable<Group> Of(IndicatorSet set, FactSheet sheet, string said) =>
            set
                .Items.GroupBy(item => item.Dimension, StringComparer.Ordinal)
                .Select(group => new Group(
                    set.Code,
                    group.Key.Length > 0
                        ? CodeChoices.Label("delphi-dimensions", group.Key)
                        : set.Words.In(FactWords.Language),
                    null,
                    [
                        .. group.Select(item => new Choice(
                            item.Code,
                            item.Words.In(FactWords.Language),
                            Delphi.IsSaidByFacts(sheet, item) ? said
                                : item.Weight.Length > 0
                                    ? CodeChoices.Label("indicator-weights", item.Weight)
                                : null
                        )),
                    ],
                    false
                ));
    }
}
