// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;

namespace Faro.Programme.Casework.Plans;

/// <summary>What somebody says of a goal.</summary>
/// <param name="Type">A code of the list <c>support-plan-types</c>.</param>
/// <param name="Words">Objective and actions; sealed.</param>
/// <param name="ResponsibleId">Null for whoever stands for the plan.</param>
/// <param name="StartedOn">Null for today.</param>
/// <param name="PlannedEnd">Until when.</param>
/// <param name="State">A code of the list <c>goal-states</c>.</param>
/// <param name="EndedOn">When it ended; null for today once it is not open.</param>
/// <param name="Compartment">A code of the list <c>compartments</c>.</param>
public sealed record GoalFacts(
    string Type,
    GoalWords Words,
    Guid? ResponsibleId = null,
    DateOnly? StartedOn = null,
    DateOnly? PlannedEnd = null,
    string State = PlanGoal.Open,
    DateOnly? EndedOn = null,
    string Compartment = Compartments.Social
)
{
    internal async Task<List<Refusal>> CheckAsync(
        Act act,
        Guid agencyId,
        CancellationToken cancellation
    )
    {
        var checks = new CaseworkChecks(act.Today);
        var words = Words.Tidied();
        checks.Code(PlanGoal.TypeList, Type, nameof(Type));
        checks.Code(PlanGoal.StateList, State, nameof(State));
        checks.Text(
            words.Objective,
            PlanGoal.TextMaxLength,
            nameof(words.Objective),
            required: true
        );
        checks.Text(words.Actions, PlanGoal.TextMaxLength, nameof(words.Actions));
        checks.NotBefore(PlannedEnd, StartedOn ?? checks.Today, nameof(PlannedEnd));
        checks.NotBefore(EndedOn, StartedOn, nameof(EndedOn));
        checks.NotInFuture(EndedOn, nameof(EndedOn));
        await checks.ColleagueAsync(
            act.Db,
            agencyId,
            ResponsibleId,
            nameof(ResponsibleId),
            cancellation
        );
        return checks.Refusals;
    }

    internal void Apply(PlanGoal goal, CasePen pen, DateOnly today)
    {
        goal.Type = Type;
        goal.Box = pen.Seal(Words.Tidied(), PlanGoal.Field(goal.Id));
        goal.ResponsibleId = ResponsibleId;
        goal.StartedOn = StartedOn ?? (goal.StartedOn == default ? today : goal.StartedOn);
        goal.PlannedEnd = PlannedEnd;
        goal.State = State;
        goal.EndedOn = State == PlanGoal.Open ? null : EndedOn ?? today;
        goal.Compartment = Compartment;
    }
}
