// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;

namespace Faro.Programme.Casework.Plans;

/// <summary>Corrects a goal, or says what came of it.</summary>
public sealed class ChangeGoal(OperationDoor door) : Operation<ChangeGoalInput, Done>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        ChangeGoalInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.MovedRowAsync(
            act.Db.PlanGoals,
            input.GoalId,
            input.Version,
            input.Facts.Compartment,
            cancellation
        );
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var (goal, pen) = found.Value;
        var refusals = await input.Facts.CheckAsync(act, pen.File.AgencyId, cancellation);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        input.Facts.Apply(goal, pen, new CaseworkChecks(act.Today).Today);
        goal.WrittenById = act.Actor.UserId;
        goal.Version++;
        await act.SettleNextDueAsync(pen.File, cancellation);
        act.Note("case", goal.CaseId, ("goal", goal.Id.ToString()), ("state", goal.State));
        return default(Done);
    }
}

/// <param name="GoalId">Which.</param>
/// <param name="Version">The version that was on the screen.</param>
/// <param name="Facts">All of them.</param>
public sealed record ChangeGoalInput(Guid GoalId, int Version, GoalFacts Facts);
