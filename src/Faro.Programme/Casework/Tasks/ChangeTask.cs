// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;

namespace Faro.Programme.Casework.Tasks;

/// <summary>Corrects a task: other words, another day, another colleague.</summary>
public sealed class ChangeTask(OperationDoor door) : Operation<ChangeTaskInput, Done>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        ChangeTaskInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.MovedRowAsync(
            act.Db.CaseTasks,
            input.TaskId,
            input.Version,
            input.Facts.Compartment,
            cancellation
        );
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var (task, pen) = found.Value;
        var file = pen.File;
        var refusals = await input.Facts.CheckAsync(act, file.AgencyId, isNew: false, cancellation);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        input.Facts.Apply(task, pen);
        task.Version++;
        await act.SettleNextDueAsync(file, cancellation);
        act.NoteRow(file.Id, "task", task.Id);
        return default(Done);
    }
}

/// <param name="TaskId">Which.</param>
/// <param name="Version">The version that was on the screen.</param>
/// <param name="Facts">All of them.</param>
public sealed record ChangeTaskInput(Guid TaskId, int Version, TaskFacts Facts);
