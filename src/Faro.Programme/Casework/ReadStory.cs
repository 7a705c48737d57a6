// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Casework.Assessments;
using Faro.Programme.Casework.Diary;
using Faro.Programme.Casework.Flags;
using Faro.Programme.Casework.Plans;
using Faro.Programme.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Casework;

/// <summary>What the one screen of a case tells of the daily work in it, read at once and audited once.</summary>
public sealed class ReadStory(OperationDoor door) : ReadingOperation<Guid, StoryReading>(door)
{
    /// <summary>How many due things it tells.</summary>
    public const int MostDue = 5;

    public override Permission Permission => Permissions.ViewCaseContent;

    protected internal override async Task<Outcome<StoryReading>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var found = await act.ReadingPenAsync(input, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var pen = found.Value;
        var flags = await act
            .Db.CaseFlags.VisibleTo(act.Actor, act.Db)
            .Where(flag => flag.CaseId == input && flag.ResolvedAt == null)
            .OrderBy(flag => flag.RaisedAt)
            .ToListAsync(cancellation);
        var due = pen.File.IsClosed
            ? []
            : await DueItems.NearestAsync(act, pen.File, MostDue, cancellation);
        act.Note("case", input, ("due", $"{due.Count}"), ("flags", $"{flags.Count}"));
        return new StoryReading(
            flags.ConvertAll(flag => new StoryFlag(
                pen.Open(flag.MessageBox, CaseFlag.MessageField(flag.Id)),
                flag.On
            )),
            due,
            await RisksAsync(act, input, cancellation),
            await NeedsAsync(act, input, cancellation),
            await PlanAsync(act, pen, cancellation),
            await ContactAsync(act, input, cancellation),
            await ReadDiary.SafeContactAsync(act, pen, cancellation)
        );
    }

    private static Task<List<StoryRisk>> RisksAsync(
        Act act,
        Guid caseId,
        CancellationToken cancellation
    ) =>
        act
            .Db.Assessments.VisibleTo(act.Actor, act.Db)
            .Where(row =>
                row.CaseId == caseId
                && row.Instrument == AssessmentForm.Risk
                && row.VoidedAt == null
            )
            .OrderBy(row => row.On)
            .ThenBy(row => row.WrittenAt)
            .Select(row => new StoryRisk(row.On, row.Overall))
            .ToListAsync(cancellation);

    /// <summary>What she lacks by the last assessment of needs, the urgent first.</summary>
    private static async Task<List<ItemAnswer>> NeedsAsync(
        Act act,
        Guid caseId,
        CancellationToken cancellation
    )
    {
        var answers = await act
            .Db.Assessments.VisibleTo(act.Actor, act.Db)
            .Where(row =>
                row.CaseId == caseId && row.Instrument == AssessmentForm.Needs && row.IsLatest
            )
            .SelectMany(row => row.Answers)
            .ToListAsync(cancellation);
        var instrument = AssessmentForm.Newest(AssessmentForm.Needs)!;
        return
        [
            .. answers
                .Where(answer => instrument.Rank(answer.Level) >= instrument.Rank("unmet"))
                .OrderByDescending(answer => instrument.Rank(answer.Level))
                .ThenBy(answer => answer.Item, StringComparer.Ordinal)
                .Select(answer => new ItemAnswer(answer.Item, answer.Level)),
        ];
    }

    private static async Task<StoryPlan?> PlanAsync(
        Act act,
        CasePen pen,
        CancellationToken cancellation
    )
    {
        var id = pen.File.Id;
        var plan = await act
            .Db.SupportPlans.VisibleTo(act.Actor, act.Db)
            .FirstOrDefaultAsync(row => row.CaseId == id, cancellation);
        var goals = await act
            .Db.PlanGoals.VisibleTo(act.Actor, act.Db)
            .Where(goal => goal.CaseId == id)
            .Select(goal => goal.State)
            .ToListAsync(cancellation);
        return plan is null && goals.Count == 0
            ? null
            : new StoryPlan(
                plan is null ? "" : pen.Open(plan.OwnWordsBox, SupportPlan.OwnWordsField(plan.Id)),
                plan?.Agreement ?? "",
                goals.Count(state => state == PlanGoal.Open),
                goals.Count(state => state == PlanGoal.Reached),
                goals.Count
            );
    }

    private static Task<StoryContact?> ContactAsync(
        Act act,
        Guid caseId,
        CancellationToken cancellation
    ) =>
        act
            .Db.DiaryEntries.VisibleTo(act.Actor, act.Db)
            .Where(entry =>
                entry.CaseId == caseId && !entry.IsAmended && entry.Party == DiaryEntry.HerselfParty
            )
            .OrderByDescending(entry => entry.On)
            .ThenByDescending(entry => entry.Id)
            .Select(entry => new StoryContact(entry.On, entry.Channel, entry.Outcome))
            .FirstOrDefaultAsync(cancellation);
}

/// <summary>The daily work of a case on one screen.</summary>
/// <param name="Flags">Those that are up.</param>
/// <param name="Due">The nearest; none in a closed case.</param>
/// <param name="Risks">Oldest first.</param>
/// <param name="Needs">What she lacks, the urgent first.</param>
/// <param name="Plan">Null when nobody began one.</param>
/// <param name="LastTry">The last time somebody tried to reach her, with what came of it.</param>
/// <param name="SafeContact">Null while nobody asked her.</param>
public sealed record StoryReading(
    IReadOnlyList<StoryFlag> Flags,
    IReadOnlyList<DayItem> Due,
    IReadOnlyList<StoryRisk> Risks,
    IReadOnlyList<ItemAnswer> Needs,
    StoryPlan? Plan,
    StoryContact? LastTry,
    SafeContactReading? SafeContact
);

/// <summary>A flag that is up.</summary>
public sealed record StoryFlag(string Message, DateOnly? On);

/// <summary>Risk as it was judged on a day.</summary>
public sealed record StoryRisk(DateOnly On, string Overall);

/// <summary>The plan in a few figures, and in her words.</summary>
public sealed record StoryPlan(string OwnWords, string Agreement, int Open, int Reached, int All);

/// <summary>One attempt to reach her.</summary>
public sealed record StoryContact(DateOnly On, string Channel, string Outcome);
