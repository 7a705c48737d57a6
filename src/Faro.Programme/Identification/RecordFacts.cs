// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Identification.Rules;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Identification;

/// <summary>
/// Records what one piece of evidence says of what was done to her. It either corrects what stood before, fact by fact, or
/// stands beside it: then both are kept, and where they differ a determination shows it.
/// </summary>
public sealed class RecordFacts(OperationDoor door) : Operation<RecordFactsInput, int>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<int>> ActAsync(
        Act act,
        RecordFactsInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.PenAsync(input.CaseId, Compartments.Social, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var refusals = Check(input, act.Today);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var standing = await act
            .Db.TraffickingFacts.Where(fact => fact.CaseId == input.CaseId)
            .ToListAsync(cancellation);
        if (!input.Adds && FactCount.Of(standing) != input.Seen)
        {
            return new Refusal(IdentificationRefusals.ChangedMeanwhile);
        }

        var live = standing
            .Where(fact => fact.WithdrawnAt is null)
            .ToLookup(fact => new FactRef(fact.Kind, fact.Code));
        var changed = input
            .Answers.Where(answer =>
                input.Adds
                    ? answer.Answer.Length > 0
                    : answer.Answer != Standing(live[answer.Asked].Select(fact => fact.Answer))
            )
            .ToArray();
        if (changed.Length > 0)
        {
            Write(act, found.Value, input, changed, live);
        }

        act.Note(
            "case",
            input.CaseId,
            ("facts", changed.Length.ToString(CultureInfo.InvariantCulture)),
            (
                "kinds",
                string.Join(
                    ' ',
                    changed
                        .Select(answer => answer.Kind)
                        .Distinct(StringComparer.Ordinal)
                        .Order(StringComparer.Ordinal)
                )
            )
        );
        return changed.Length;
    }

    /// <summary>What is said of one fact by all that stands: a yes outweighs a no, which outweighs not knowing.</summary>
    public static string Standing(IEnumerable<string> answers)
    {
        var given = answers.ToHashSet(StringComparer.Ordinal);
        return given.Contains(FactAnswers.Yes) ? FactAnswers.Yes
            : given.Contains(FactAnswers.No) ? FactAnswers.No
            : given.Count > 0 ? FactAnswers.NotKnown
            : "";
    }

    private static void Write(
        Act act,
        CasePen pen,
        RecordFactsInput input,
        FactAnswer[] changed,
        ILookup<FactRef, TraffickingFact> live
    )
    {
        if (!input.Adds)
        {
            foreach (var fact in changed.SelectMany(answer => live[answer.Asked]))
            {
                (fact.WithdrawnAt, fact.WithdrawnBy) = (act.Now, act.Actor.UserId);
            }
        }

        var said = changed.Where(answer => answer.Answer.Length > 0).ToArray();
        if (said.Length == 0)
        {
            return;
        }

        var evidence = act.AddEvidence(pen, input.Evidence);
        act.Db.TraffickingFacts.AddRange(
            said.Select(answer => new TraffickingFact
            {
                Id = act.NewId(),
                CaseId = pen.File.Id,
                Kind = answer.Kind,
                Code = answer.Code,
                Answer = answer.Answer,
                EvidenceId = evidence,
            })
        );
    }

    private static List<Refusal> Check(RecordFactsInput input, DateOnly today)
    {
        var refusals = new List<Refusal>();
        refusals.Must(
            input.Answers.All(answer => FactKinds.Accepts(answer.Kind, answer.Code)),
            IdentificationRefusals.FactUnknown,
            nameof(input.Answers)
        );
        refusals.Must(
            input.Answers.All(answer =>
                answer.Answer.Length == 0
                || CodeLists.Get(FactAnswers.List).Accepts(answer.Answer, today)
            ),
            IdentificationRefusals.AnswerUnknown,
            nameof(input.Answers)
        );
        input.Evidence.Check(refusals, today);
        return refusals;
    }
}

/// <param name="CaseId">Which.</param>
/// <param name="Answers">Each fact at most once.</param>
/// <param name="Evidence">What they rest on.</param>
/// <param name="Seen">When it corrects: the count of facts that was on the screen (<see cref="CaseFacts.Seen"/>).</param>
/// <param name="Adds">It stands beside what is there instead of correcting it.</param>
public sealed record RecordFactsInput(
    Guid CaseId,
    IReadOnlyList<FactAnswer> Answers,
    Evidence Evidence,
    int Seen = 0,
    bool Adds = false
);

/// <param name="Kind">A code of the list <c>fact-kinds</c>, or of a set of indicators.</param>
/// <param name="Code">A code of the kind's list.</param>
/// <param name="Answer">A code of the list <c>fact-answers</c>; empty takes back what stood.</param>
public sealed record FactAnswer(string Kind, string Code, string Answer)
{
    internal FactRef Asked => new(Kind, Code);
}

/// <summary>Grows with every fact that is recorded or withdrawn: tells whether a form is of yesterday.</summary>
internal static class FactCount
{
    public static int Of(IReadOnlyCollection<TraffickingFact> all) =>
        all.Count + all.Count(fact => fact.WithdrawnAt is not null);
}
