// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Jobs;

/// <summary>Stops a job for good: at once when it waits, at the next safe point when it runs.</summary>
public sealed class CancelJob(OperationDoor door) : Operation<Guid, Done>(door)
{
    public override Permission Permission => Permissions.ManageJobs;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var seen = await act
            .Db.Jobs.VisibleTo(act.Actor)
            .AnyAsync(candidate => candidate.Id == input, cancellation);
        return seen
            ? await JobEnding.CancelAsync(act, input, cancellation)
            : new Refusal(JobRefusals.NotFound);
    }
}

/// <summary>How an operation that may, ends a job before its time.</summary>
internal static class JobEnding
{
    /// <summary>At once when it waits, at the next safe point when it runs.</summary>
    public static async Task<Outcome<Done>> CancelAsync(
        Act act,
        Guid id,
        CancellationToken cancellation
    )
    {
        var job = await JobSteps.RunningAsync(act, id, cancellation);
        if (job.State is not JobStates.Queued and not JobStates.Running)
        {
            return new Refusal(JobRefusals.Ended);
        }

        await JobSteps.CancelAsync(act, job, cancellation);
        return default(Done);
    }
}
