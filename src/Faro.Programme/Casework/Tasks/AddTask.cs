// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;

namespace Faro.Programme.Casework.Tasks;

/// <summary>Says what somebody has to do in a case, and until when.</summary>
public sealed class AddTask(OperationDoor door) : Operation<AddTaskInput, Guid>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        AddTaskInput input,
        CancellationToken cancellation
    )
    {
        var pen = await act.PenAsync(input.CaseId, input.Facts.Compartment, cancellation);
        if (!pen.Done)
        {
            return pen.Refusals.ToList();
        }

        var file = pen.Value.File;
        var refusals = await input.Facts.CheckAsync(act, file.AgencyId, isNew: true, cancellation);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var task = new CaseTask
        {
            Id = act.NewId(),
            CaseId = file.Id,
            Compartment = input.Facts.Compartment,
            Kind = input.Facts.Kind,
            CreatedById = act.Actor.UserId,
            CreatedAt = act.Now,
        };
        input.Facts.Apply(task, pen.Value);
        act.Db.CaseTasks.Add(task);
        await act.SettleNextDueAsync(file, cancellation);
        act.NoteRow(file.Id, "task", task.Id);
        return task.Id;
    }
}

/// <param name="CaseId">In which case.</param>
/// <param name="Facts">What is to be done.</param>
public sealed record AddTaskInput(Guid CaseId, TaskFacts Facts);
