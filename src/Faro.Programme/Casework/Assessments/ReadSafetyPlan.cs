// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Casework.Assessments;

/// <summary>The safety plan of a case, newest version first.</summary>
public sealed class ReadSafetyPlan(OperationDoor door)
    : ReadingOperation<Guid, IReadOnlyList<SafetyPlanReading>>(door)
{
    public override Permission Permission => Permissions.ViewCaseContent;

    protected internal override async Task<Outcome<IReadOnlyList<SafetyPlanReading>>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var pen = await act.ReadingPenAsync(input, cancellation);
        if (!pen.Done)
        {
            return pen.Refusals.ToList();
        }

        var rows = await (
            from plan in act.Db.SafetyPlans.VisibleTo(act.Actor, act.Db)
            where plan.CaseId == input
            orderby plan.Version descending
            select new
            {
                Plan = plan,
                Author = act
                    .Db.Users.Where(user => user.Id == plan.AuthorId)
                    .Select(user => user.DisplayName)
                    .FirstOrDefault(),
            }
        ).ToListAsync(cancellation);
        act.Note("case", input, ("safety-plans", $"{rows.Count}"));
        return rows.ConvertAll(row => new SafetyPlanReading(
            row.Plan.Version,
            pen.Value.Open<SafetyWords>(row.Plan.Box, SafetyPlan.Field(row.Plan.Id)) ?? new(),
            row.Plan.ReviewOn,
            row.Plan.WrittenAt,
            row.Author ?? ""
        ));
    }
}

/// <summary>One version of a safety plan.</summary>
public sealed record SafetyPlanReading(
    int Version,
    SafetyWords Words,
    DateOnly? ReviewOn,
    DateTimeOffset WrittenAt,
    string Author
);
