// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Caseload.Together;

/// <summary>Asks for what a batch did to be undone, case by case. Gives the job's id.</summary>
public sealed class UndoBatch(OperationDoor door) : Operation<Guid, Guid>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var batch = await act
            .Db.CaseBatches.VisibleTo(act.Actor)
            .FirstOrDefaultAsync(row => row.Id == input, cancellation);
        if (batch is null)
        {
            return new Refusal(CaseloadRefusals.BatchNotFound);
        }

        var running = await act.Db.Jobs.AnyAsync(
            job => job.SubjectId == batch.Id && job.EndedAt == null,
            cancellation
        );
        if (running)
        {
            return new Refusal(CaseloadRefusals.BatchRunning);
        }

        var done = await act.Db.CaseBatchItems.AnyAsync(
            item => item.BatchId == batch.Id && item.State == CaseBatchItem.Done,
            cancellation
        );
        if (!done)
        {
            return new Refusal(CaseloadRefusals.NothingToUndo);
        }

        var job = act.Enqueue(UndoBatchWork.Code, new BatchOrder(batch.Id), batch.Id);
        batch.UndoJobId = job.Id;
        act.Note("case-batch", batch.Id);
        return job.Id;
    }
}

/// <summary>Stops a batch, or its undoing, at the next case. What was done until then stays, and can be undone.</summary>
public sealed class CancelBatch(OperationDoor door) : Operation<Guid, Done>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var seen = await act
            .Db.CaseBatches.VisibleTo(act.Actor)
            .AnyAsync(row => row.Id == input, cancellation);
        if (!seen)
        {
            return new Refusal(CaseloadRefusals.BatchNotFound);
        }

        var job = await act
            .Db.Jobs.Where(row => row.SubjectId == input && row.EndedAt == null)
            .OrderByDescending(row => row.Id)
            .FirstOrDefaultAsync(cancellation);
        if (job is null)
        {
            return new Refusal(JobRefusals.Ended);
        }

        await JobSteps.CancelAsync(act, job, cancellation);
        return default(Done);
    }
}
