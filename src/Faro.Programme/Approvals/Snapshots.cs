// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Cases;
using Faro.Programme.Casework.Assessments;
using Faro.Programme.Casework.Plans;
using Faro.Programme.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Approvals;

/// <summary>How something stands today, as lines that stay readable when it has changed.</summary>
internal static class Snapshots
{
    public static Task<List<SnapshotLine>> TakeAsync(
        Act act,
        CasePen pen,
        SubjectNow now,
        string subject,
        string choice,
        CancellationToken cancellation
    ) =>
        subject switch
        {
            ApprovalSubjects.SafetyPlan => SafetyAsync(act, pen, now, cancellation),
            ApprovalSubjects.Plan => PlanAsync(act, pen, now, cancellation),
            ApprovalSubjects.Closure => ClosureAsync(act, pen.File, choice, cancellation),
            _ => AssessmentAsync(act, pen, now, cancellation),
        };

    private static async Task<List<SnapshotLine>> AssessmentAsync(
        Act act,
        CasePen pen,
        SubjectNow now,
        CancellationToken cancellation
    )
    {
        var row = await act
            .Db.Assessments.Include(each => each.Answers)
            .FirstAsync(each => each.Id == now.RowId, cancellation);
        var words = pen.Open<AssessmentWords>(row.Box, Assessment.Field(row.Id)) ?? new();
        var form = AssessmentForm.Find(row.Instrument, row.InstrumentVersion)!;
        return
        [
            new("on", Day(row.On)),
            .. Coded("overall", row.Overall, "risk-levels"),
            .. from item in form.Items
            from answer in row.Answers
            where answer.Item == item.Code
            select new SnapshotLine(
                $"{row.Instrument}:{row.InstrumentVersion}:{item.Code}",
                answer.Level,
                form.LevelList,
                words.ByItem.GetValueOrDefault(item.Code, "")
            ),
            .. Said("note", words.Note),
            .. Said("review-on", Day(row.ReviewOn)),
        ];
    }

    private static async Task<List<SnapshotLine>> SafetyAsync(
        Act act,
        CasePen pen,
        SubjectNow now,
        CancellationToken cancellation
    )
    {
        var row = await act.Db.SafetyPlans.FirstAsync(each => each.Id == now.RowId, cancellation);
        var words = pen.Open<SafetyWords>(row.Box, SafetyPlan.Field(row.Id)) ?? new();
        return
        [
            .. Said("dangers", words.Dangers),
            .. Said("signs", words.Signs),
            .. Said("steps", words.Steps),
            .. Said("helpers", words.Helpers),
            .. Said("place", words.Place),
            .. Said("review-on", Day(row.ReviewOn)),
        ];
    }

    private static async Task<List<SnapshotLine>> PlanAsync(
        Act act,
        CasePen pen,
        SubjectNow now,
        CancellationToken cancellation
    )
    {
        var plan = await act.Db.SupportPlans.FirstAsync(each => each.Id == now.RowId, cancellation);
        var goals = await act
            .Db.PlanGoals.VisibleTo(act.Actor, act.Db)
            .Where(goal => goal.CaseId == plan.CaseId && goal.Compartment == Compartments.Social)
            .OrderBy(goal => goal.Id)
            .ToListAsync(cancellation);
        return
        [
            .. Said("own-words", pen.Open(plan.OwnWordsBox, SupportPlan.OwnWordsField(plan.Id))),
            .. Coded("agreement", plan.Agreement, SupportPlan.AgreementList),
            .. Said("review-on", Day(plan.ReviewOn)),
            .. goals.SelectMany(goal =>
            {
                var words = pen.Open<GoalWords>(goal.Box, PlanGoal.Field(goal.Id)) ?? new();
                return (SnapshotLine[])
                    [
                        new SnapshotLine("goal", goal.Type, PlanGoal.TypeList, words.Objective),
                        .. Said("actions", words.Actions),
                        .. Coded("goal-state", goal.State, PlanGoal.StateList),
                        .. Said("planned-end", Day(goal.PlannedEnd)),
                    ];
            }),
        ];
    }

    private static async Task<List<SnapshotLine>> ClosureAsync(
        Act act,
        Case file,
        string reason,
        CancellationToken cancellation
    )
    {
        var tasks = await act.Db.CaseTasks.CountAsync(
            task => task.CaseId == file.Id && task.State == CaseTask.Open,
            cancellation
        );
        var goals = await act.Db.PlanGoals.CountAsync(
            goal => goal.CaseId == file.Id && goal.State == PlanGoal.Open,
            cancellation
        );
        return
        [
            .. Coded("reason", reason, CloseCase.ReasonList),
            .. Coded("state", file.State, CaseStates.List),
            .. Coded("overall", file.Risk, "risk-levels"),
            .. Said("last-contact", Day(file.LastContactOn)),
            new("open-tasks", tasks.ToString(CultureInfo.InvariantCulture)),
            new("open-goals", goals.ToString(CultureInfo.InvariantCulture)),
        ];
    }

    private static IEnumerable<SnapshotLine> Said(string field, string text) =>
        text.Length == 0 ? [] : [new(field, text)];

    private static IEnumerable<SnapshotLine> Coded(string field, string code, string list) =>
        code.Length == 0 ? [] : [new(field, code, list)];

    private static string Day(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
