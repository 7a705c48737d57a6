// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;

namespace Faro.Programme.Casework.Plans;

/// <summary>Adds a goal to the plan of a case.</summary>
public sealed class AddGoal(OperationDoor door) : Operation<AddGoalInput, Guid>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        AddGoalInput input,
        CancellationToken cancellation
    )
    {
        var pen = await act.PenAsync(input.CaseId, input.Facts.Compartment, cancellation);
        if (!pen.Done)
        {
            return pen.Refusals.ToList();
        }

        var file = pen.Value.File;
        var refusals = await input.Facts.CheckAsync(act, file.AgencyId, cancellation);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var goal = new PlanGoal
        {
            Id = act.NewId(),
            CaseId = file.Id,
            Compartment = input.Facts.Compartment,
            Type = input.Facts.Type,
            WrittenById = act.Actor.UserId,
        };
        input.Facts.Apply(goal, pen.Value, new CaseworkChecks(act.Today).Today);
        act.Db.PlanGoals.Add(goal);
        await act.SettleNextDueAsync(file, cancellation);
        act.NoteRow(file.Id, "goal", goal.Id);
        return goal.Id;
    }
}

/// <param name="CaseId">In which case.</param>
/// <param name="Facts">What is to be reached.</param>
public sealed record AddGoalInput(Guid CaseId, GoalFacts Facts);
