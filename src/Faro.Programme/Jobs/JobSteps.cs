// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Faro.Programme.Access;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Jobs;

/// <summary>
/// What the runner writes. Each step is an operation of its own, so that a crash between two of them leaves a job that can
/// be taken up again.
/// </summary>
internal static class JobSteps
{
    /// <summary>So many starts without one finished chunk, and the job is given up.</summary>
    public const int MostStarts = 5;

    /// <summary>Longer than any renewal takes; after it another process may take the job.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Jobs that wait, were left by this very place, or whose worker has been silent for too long.</summary>
    public static IQueryable<Job> Free(
        this IQueryable<Job> jobs,
        string holder,
        IReadOnlyCollection<Guid> mine,
        DateTimeOffset now
    ) =>
        jobs.Where(job =>
            job.State == JobStates.Queued
            || (
                job.State == JobStates.Running
                && !mine.Contains(job.Id)
                && (job.LeaseUntil == null || job.LeaseUntil < now || job.LeaseHolder == holder)
            )
        );

    /// <summary>Tells the work that a job of it ended without a result.</summary>
    public static Task StopAsync(Act act, Job job, CancellationToken cancellation) =>
        act.Get<JobWorks>().Find(job.Kind)?.StopAsync(act, job, cancellation) ?? Task.CompletedTask;

    /// <summary>Stops one that has not ended: at once when it waits, at the next safe point when it runs.</summary>
    public static async Task CancelAsync(Act act, Job job, CancellationToken cancellation)
    {
        job.CancelRequested = true;
        if (job.State == JobStates.Queued)
        {
            (job.State, job.EndedAt) = (JobStates.Cancelled, act.Now);
            await StopAsync(act, job, cancellation);
        }

        act.Note("job", job.Id, ("kind", job.Kind));
        var (progress, id) = (act.Get<JobProgress>(), job.Id);
        act.AfterCommit(() => progress.Cancel(id));
    }

    public static Task<Job> RunningAsync(Act act, Guid id, CancellationToken cancellation) =>
        act.Db.Jobs.SingleAsync(job => job.Id == id, cancellation);
}

/// <param name="Holder">This place, see <see cref="Job.LeaseHolder"/>.</param>
/// <param name="Mine">What this process is running.</param>
internal sealed record TakeJobInput(string Holder, IReadOnlyCollection<Guid> Mine);

/// <summary>Takes the oldest free job, or none when another was quicker.</summary>
internal sealed class TakeJob(OperationDoor door) : Operation<TakeJobInput, Guid?>(door)
{
    public override Permission Permission => Permissions.ManageJobs;

    protected internal override async Task<Outcome<Guid?>> ActAsync(
        Act act,
        TakeJobInput input,
        CancellationToken cancellation
    )
    {
        var job = await act
            .Db.Jobs.Free(input.Holder, input.Mine, act.Now)
            .OrderBy(candidate => candidate.Id)
            .FirstOrDefaultAsync(cancellation);
        if (job is null)
        {
            return (Guid?)null;
        }

        act.Note("job", job.Id, ("kind", job.Kind));
        if (job.CancelRequested || job.Starts >= JobSteps.MostStarts)
        {
            job.State = job.CancelRequested ? JobStates.Cancelled : JobStates.Failed;
            job.FailureCode = job.CancelRequested ? "" : JobRefusals.Crashed;
            job.FailureValues = job.CancelRequested ? "[]" : $"[{job.Starts}]";
            job.EndedAt = act.Now;
            await JobSteps.StopAsync(act, job, cancellation);
            return (Guid?)null;
        }

        job.State = JobStates.Running;
        job.StartedAt ??= act.Now;
        job.Starts++;
        job.LeaseHolder = input.Holder;
        job.LeaseUntil = act.Now + JobSteps.Lease;
        return job.Id;
    }
}

internal sealed record RecordCutInput(Guid Job, int Chunks);

/// <summary>Keeps into how many chunks the work was cut.</summary>
internal sealed class RecordCut(OperationDoor door) : Operation<RecordCutInput, Done>(door)
{
    public override Permission Permission => Permissions.ManageJobs;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        RecordCutInput input,
        CancellationToken cancellation
    )
    {
        var job = await JobSteps.RunningAsync(act, input.Job, cancellation);
        job.ChunkCount = input.Chunks;
        act.Note("job", job.Id);
        return default(Done);
    }
}

internal sealed record RecordChunkInput(Guid Job, int Index, byte[] InputHash, byte[] Result);

/// <summary>Keeps what came of a chunk, and renews the lease. A chunk that is there already is left as it is.</summary>
internal sealed class RecordChunk(OperationDoor door) : Operation<RecordChunkInput, Done>(door)
{
    public override Permission Permission => Permissions.ManageJobs;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        RecordChunkInput input,
        CancellationToken cancellation
    )
    {
        var job = await JobSteps.RunningAsync(act, input.Job, cancellation);
        if (
            !await act.Db.JobChunks.AnyAsync(
                chunk => chunk.JobId == input.Job && chunk.Index == input.Index,
                cancellation
            )
        )
        {
            act.Db.JobChunks.Add(
                new JobChunk
                {
                    JobId = input.Job,
                    Index = input.Index,
                    InputHash = input.InputHash,
                    Result = input.Result,
                    DoneAt = act.Now,
                }
            );
            job.ChunksDone++;
        }

        job.Starts = 0;
        job.LeaseUntil = act.Now + JobSteps.Lease;
        act.Note("job", job.Id, ("chunk", $"{input.Index}"));
        return default(Done);
    }
}

/// <summary>Says that a long chunk is still being worked on.</summary>
internal sealed class RenewLease(OperationDoor door) : Operation<Guid, Done>(door)
{
    public override Permission Permission => Permissions.ManageJobs;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var job = await JobSteps.RunningAsync(act, input, cancellation);
        job.LeaseUntil = act.Now + JobSteps.Lease;
        act.Note("job", job.Id);
        return default(Done);
    }
}

/// <summary>Gives a job back because Faro stops; the next start goes on where it was.</summary>
internal sealed class ReleaseJob(OperationDoor door) : Operation<Guid, Done>(door)
{
    public override Permission Permission => Permissions.ManageJobs;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var job = await JobSteps.RunningAsync(act, input, cancellation);
        if (job.State == JobStates.Running)
        {
            (job.State, job.LeaseUntil, job.Starts) = (JobStates.Queued, null, 0);
        }

        act.Note("job", job.Id);
        return default(Done);
    }
}

internal sealed record EndJobInput(
    Guid Job,
    string State,
    string Code,
    IReadOnlyList<object> Values
);

/// <summary>Ends a job that was cancelled or failed.</summary>
internal sealed class EndJob(OperationDoor door) : Operation<EndJobInput, Done>(door)
{
    public override Permission Permission => Permissions.ManageJobs;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        EndJobInput input,
        CancellationToken cancellation
    )
    {
        var job = await JobSteps.RunningAsync(act, input.Job, cancellation);
        job.State = input.State;
        job.FailureCode = input.Code;
        job.FailureValues = JsonSerializer.Serialize(input.Values);
        job.EndedAt = act.Now;
        job.LeaseUntil = null;
        act.Note("job", job.Id, ("state", input.State), ("code", input.Code));
        await JobSteps.StopAsync(act, job, cancellation);
        return default(Done);
    }
}

/// <summary>Puts the chunks together and ends the job, in one transaction.</summary>
internal sealed class FinishJob(OperationDoor door) : Operation<JobTask, Done>(door)
{
    public override Permission Permission => Permissions.ManageJobs;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        JobTask input,
        CancellationToken cancellation
    )
    {
        var job = await JobSteps.RunningAsync(act, input.Id, cancellation);
        var results = await act
            .Db.JobChunks.Where(chunk => chunk.JobId == input.Id)
            .OrderBy(chunk => chunk.Index)
            .Select(chunk => chunk.Result)
            .ToListAsync(cancellation);
        var work = act.Get<JobWorks>().Find(job.Kind)!;
        var outcome = await work.FinishAsync(act, input, results, cancellation);
        if (!outcome.Done)
        {
            return outcome;
        }

        (job.State, job.EndedAt, job.LeaseUntil) = (JobStates.Done, act.Now, null);
        act.Note("job", job.Id, ("state", JobStates.Done));
        return default(Done);
    }
}
