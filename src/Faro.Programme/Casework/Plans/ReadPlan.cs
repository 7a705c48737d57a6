// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Casework.Plans;

/// <summary>The plan of a case with its goals and reviews.</summary>
public sealed class ReadPlan(OperationDoor door) : ReadingOperation<Guid, PlanReading>(door)
{
    public override Permission Permission => Permissions.ViewCaseContent;

    protected internal override async Task<Outcome<PlanReading>> ActAsync(
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
        var plan = await act
            .Db.SupportPlans.VisibleTo(act.Actor, act.Db)
            .FirstOrDefaultAsync(row => row.CaseId == input, cancellation);
        var goals = await act
            .Db.PlanGoals.VisibleTo(act.Actor, act.Db)
            .Where(goal => goal.CaseId == input)
            .OrderBy(goal => goal.State != PlanGoal.Open)
            .ThenBy(goal => goal.PlannedEnd ?? DateOnly.MaxValue)
            .ThenBy(goal => goal.Id)
            .ToListAsync(cancellation);
        var reviews = await act
            .Db.PlanReviews.VisibleTo(act.Actor, act.Db)
            .Where(review => review.CaseId == input)
            .OrderByDescending(review => review.On)
            .ThenByDescending(review => review.Id)
            .ToListAsync(cancellation);
        var names = await Colleagues.NamesAsync(
            act.Db,
            goals
                .Select(goal => goal.ResponsibleId)
                .Concat(reviews.Select(review => review.AuthorId))
                .Append(plan?.ResponsibleId),
            cancellation
        );
        act.Note("case", input, ("goals", $"{goals.Count}"));
        return new PlanReading(
            plan?.Version ?? 0,
            plan?.StartedOn,
            plan is null ? "" : pen.Open(plan.OwnWordsBox, SupportPlan.OwnWordsField(plan.Id)),
            plan?.Agreement ?? "",
            plan?.AgreedOn,
            plan?.ResponsibleId,
            names[plan?.ResponsibleId],
            plan?.ReviewOn,
            goals.ConvertAll(goal => Read(goal, pen, names[goal.ResponsibleId])),
            reviews.ConvertAll(review => new ReviewReading(
                review.On,
                pen.Open(review.WordsBox, PlanReview.WordsField(review.Id)),
                review.NextOn,
                names[review.AuthorId]
            ))
        );
    }

    private static GoalReading Read(PlanGoal goal, CasePen pen, string responsible) =>
        new(
            goal.Id,
            goal.Version,
            goal.Type,
            pen.Open<GoalWords>(goal.Box, PlanGoal.Field(goal.Id)) ?? new(),
            goal.ResponsibleId,
            responsible,
            goal.StartedOn,
            goal.PlannedEnd,
            goal.State,
            goal.EndedOn,
            goal.Compartment
        );
}

/// <summary>The plan as it stands now; version 0 when nobody began one.</summary>
public sealed record PlanReading(
    int Version,
    DateOnly? StartedOn,
    string OwnWords,
    string Agreement,
    DateOnly? AgreedOn,
    Guid? ResponsibleId,
    string Responsible,
    DateOnly? ReviewOn,
    IReadOnlyList<GoalReading> Goals,
    IReadOnlyList<ReviewReading> Reviews
)
{
    public bool IsBegun => Version > 0;
}

/// <summary>A goal; nobody's own is for whoever stands for the plan.</summary>
public sealed record GoalReading(
    Guid Id,
    int Version,
    string Type,
    GoalWords Words,
    Guid? ResponsibleId,
    string Responsible,
    DateOnly StartedOn,
    DateOnly? PlannedEnd,
    string State,
    DateOnly? EndedOn,
    string Compartment
)
{
    public bool IsOpen => State == PlanGoal.Open;
}

/// <summary>One look at the plan together.</summary>
public sealed record ReviewReading(DateOnly On, string Words, DateOnly? NextOn, string Author);
