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
        var job = await act
            .Db.Jobs.VisibleTo(act.Actor)
            .SingleOrDefaultAsync(candidate => candidate.Id == input, cancellation);
        if (job is null)
        {
            return new Refusal(JobRefusals.NotFound);
        }

        if (job.State is not JobStates.Queued and not JobStates.Running)
        {
            return new Refusal(JobRefusals.Ended);
        }

        await JobSteps.CancelAsync(act, job, cancellation);
        return default(Done);
    }
}
