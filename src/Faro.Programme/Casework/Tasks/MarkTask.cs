// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;

namespace Faro.Programme.Casework.Tasks;

/// <summary>Ticks a task off, cancels it, or opens it again when that was a slip.</summary>
public sealed class MarkTask(OperationDoor door) : Operation<MarkTaskInput, Done>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        MarkTaskInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.RowAsync(act.Db.CaseTasks, input.TaskId, input.Version, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var checks = new CaseworkChecks(act.Today);
        checks.Code(CaseTask.StateList, input.State, nameof(input.State));
        if (checks.Failed)
        {
            return checks.Refusals;
        }

        var (task, pen) = found.Value;
        var isOpen = input.State == CaseTask.Open;
        task.State = input.State;
        task.EndedAt = isOpen ? null : act.Now;
        task.EndedById = isOpen ? null : act.Actor.UserId;
        task.Version++;
        await act.SettleNextDueAsync(pen.File, cancellation);
        act.Note("case", task.CaseId, ("task", task.Id.ToString()), ("state", input.State));
        return default(Done);
    }
}

/// <param name="TaskId">Which.</param>
/// <param name="Version">The version that was on the screen.</param>
/// <param name="State">A code of the list <c>task-states</c>.</param>
public sealed record MarkTaskInput(Guid TaskId, int Version, string State);
