// SPDX-License-Identifier: Apache-2.0
using CsCheck;
using Faro.Programme.Identification;
using Faro.Programme.Identification.Rules;
using Faro.Programme.People;
using Xunit;
using static Faro.Programme.Tests.Identification.FactSteps;

namespace Faro.Programme.Tests.Identification;

/// <summary>What must hold of both determinations whatever is recorded.</summary>
public sealed class AssessorProperties
{
    private const int Sheets = 3_000;

    private static readonly StatedFact[] Everything =
    [
        .. FactKinds.All.SelectMany(kind =>
            kind.Codes.Entries.Select(entry => Fact($"{kind.Code}:{entry.Code}", 0))
        ),
    ];

    private static readonly Gen<StatedFact> OneFact = Gen.Select(
        Gen.Int[0, Everything.Length - 1],
        Any(FactAnswers.Yes, FactAnswers.Yes, FactAnswers.No, FactAnswers.NotKnown),
        Any(
            FactCertainties.Certain,
            FactCertainties.Likely,
            FactCertainties.Likely,
            FactCertainties.Doubtful
        ),
        Gen.Guid,
        (index, answer, certainty, id) =>
            Everything[index] with
            {
                Answer = answer,
                Certainty = certainty,
                Id = id,
            }
    );

    private static readonly Gen<AgeClues> Ages = Gen.Select(
        Gen.Int[-1, CodeLists.Get(AgeBands.List).Entries.Count - 1],
        Gen.Bool,
        Gen.Int[0, 6000],
        Gen.Int[0, 60].Array[0, 2],
        (band, inDoubt, days, ages) =>
            new AgeClues(
                band < 0 ? "" : CodeLists.Get(AgeBands.List).Entries[band].Code,
                inDoubt,
                Today,
                days == 0 ? null : Today.AddDays(-days),
                ages
            )
    );

    private static readonly Gen<(StatedFact[] Facts, AgeClues Age, DateOnly? LastDay)> AnySheet =
        Gen.Select(
            OneFact.Array[0, 40],
            Ages,
            Gen.Int[0, 5500],
            (facts, age, days) =>
                (facts, age, days < 1000 ? (DateOnly?)null : Today.AddDays(days - 5500))
        );

    [Fact]
    public void One_more_fact_never_turns_met_into_not_met() =>
        Gen.Select(AnySheet, OneFact)
            .Sample(
                (sheet, more) =>
                {
                    var before = States(sheet.Facts, sheet.Age, sheet.LastDay);
                    var after = States([.. sheet.Facts, more], sheet.Age, sheet.LastDay);
                    foreach (var (element, state) in before)
                    {
                        if (
                            state == ElementStates.Met
                            // Proof that she was of age takes away what rested on her minority, and nothing else does.
                            && more.Kind != FactKinds.AgeProofs
                            && after.TryGetValue(element, out var now)
                            && now != ElementStates.Met
                        )
                        {
                            return false;
                        }
                    }

                    return true;
                },
                iter: Sheets
            );

    [Fact]
    public void The_order_in_which_facts_were_recorded_changes_nothing() =>
        AnySheet.Sample(
            sheet =>
                Same(
                    Assessor.Assess(new(sheet.Facts, sheet.Age, sheet.LastDay), Today),
                    Assessor.Assess(new(sheet.Facts.Reverse(), sheet.Age, sheet.LastDay), Today)
                ),
            iter: Sheets
        );

    [Fact]
    [Trait("Rule", "R4")]
    public void Consent_changes_nothing() =>
        Gen.Select(AnySheet, OneFact.Array[1, 5])
            .Sample(
                (sheet, claims) =>
                {
                    var claimed = claims.Select(
                        (claim, index) =>
                            claim with
                            {
                                Kind = FactKinds.Consents,
                                Code = FactKinds
                                    .Get(FactKinds.Consents)
                                    .Codes.Entries[index % 3]
                                    .Code,
                            }
                    );
                    return Same(
                        Assessor.Assess(new(sheet.Facts, sheet.Age, sheet.LastDay), Today) with
                        {
                            Consents = [],
                        },
                        Assessor.Assess(
                            new([.. sheet.Facts, .. claimed], sheet.Age, sheet.LastDay),
                            Today
                        ) with
                        {
                            Consents = [],
                        }
                    );
                },
                iter: Sheets
            );

    [Fact]
    [Trait("Rule", "R1")]
    public void Means_never_decide_the_offence_of_LG_10() =>
        AnySheet.Sample(
            sheet =>
                sheet.LastDay < new DateOnly(2012, 6, 15)
                || Conclusion(sheet, LawBook.Mexico, sheet.Facts)
                    == Conclusion(
                        sheet,
                        LawBook.Mexico,
                        sheet.Facts.Where(fact =>
                            fact.Kind
                                is not (
                                    FactKinds.PalermoMeans
                                    or FactKinds.Controls
                                    or FactKinds.Deceptions
                                )
                        )
                    ),
            iter: Sheets
        );

    [Fact]
    [Trait("Rule", "R2")]
    public void For_a_child_an_act_and_a_purpose_are_enough() =>
        AnySheet.Sample(
            sheet =>
            {
                var facts = new FactSheet(sheet.Facts, sheet.Age, sheet.LastDay);
                if (!facts.Age.IsMinor)
                {
                    return true;
                }

                var palermo = Assessor.Assess(facts, Today).Law(LawBook.Palermo);
                var enough = palermo
                    .Elements.Where(element => element.Code != "means")
                    .All(element => element.State == ElementStates.Met);
                return palermo.Version is null
                    || enough == (palermo.Conclusion == Conclusions.Present);
            },
            iter: Sheets
        );

    [Fact]
    [Trait("Rule", "R3")]
    public void Doubt_about_her_age_never_makes_her_of_age() =>
        Gen.Select(AnySheet, Ages)
            .Sample(
                (sheet, ages) =>
                {
                    var without = sheet.Facts.Where(fact => fact.Kind != FactKinds.AgeProofs);
                    return new FactSheet(without, ages with { InDoubt = true }).Age.IsMinor;
                },
                iter: Sheets
            );

    [Fact]
    [Trait("Rule", "R5")]
    public void No_rule_can_ask_who_did_it()
    {
        string[] never = ["perpetrator-roles", "perpetrator-kinds", "perpetrator-stages"];
        var asked = LawBook
            .Offences.SelectMany(offence => offence.Elements)
            .SelectMany(element => element.Ways)
            .Concat([])
            .SelectMany(way => way.Alternatives)
            .SelectMany(facts => facts)
            .Select(fact => fact.Kind)
            .Concat(FactKinds.All.Select(kind => kind.List))
            .ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(never, asked.Contains);
        // Nor does kinship with whoever recruited her decide anything (LG 3-XI).
        Assert.DoesNotContain(
            LawBook
                .Offences.SelectMany(offence => offence.Elements)
                .SelectMany(element => element.Ways)
                .SelectMany(way => way.Alternatives)
                .SelectMany(facts => facts),
            fact => fact.Kind == FactKinds.RecruiterRelations
        );
    }

    private static Gen<string> Any(params string[] codes) =>
        Gen.Int[0, codes.Length - 1].Select(index => codes[index]);

    private static string Conclusion(
        (StatedFact[] Facts, AgeClues Age, DateOnly? LastDay) sheet,
        string law,
        IEnumerable<StatedFact> facts
    ) => Assessor.Assess(new(facts, sheet.Age, sheet.LastDay), Today).Law(law).Conclusion;

    private static bool Same(Assessment one, Assessment other) => Text(one) == Text(other);

    private static string Text(Assessment assessment) =>
        System.Text.Json.JsonSerializer.Serialize(assessment);

    private static Dictionary<string, string> States(
        IEnumerable<StatedFact> facts,
        AgeClues age,
        DateOnly? lastDay
    )
    {
        var assessment = Assessor.Assess(new FactSheet(facts, age, lastDay), Today);
        return assessment
            .Laws.SelectMany(law =>
                law.Elements.Select(element => ($"{law.Law}.{element.Code}", element.State))
                    .Concat(
                        law.Modalities.SelectMany(offence =>
                            offence.Elements.Select(element =>
                                ($"{offence.Code}.{element.Code}", element.State)
                            )
                        )
                    )
            )
            .ToDictionary(StringComparer.Ordinal);
    }
}
