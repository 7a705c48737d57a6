// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Jobs;

/// <summary>How an operation asks for long work: the job is queued in its own transaction, and begins once that is durable.</summary>
public static class JobQueueing
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <param name="act">The operation.</param>
    /// <param name="kind">The code of a <see cref="JobWork"/>.</param>
    /// <param name="input">Ids, codes and settings; written as JSON.</param>
    /// <param name="subjectId">What it works for, so that a screen finds it.</param>
    /// <param name="seed">Where its random streams begin; the same seed and input give the same bytes.</param>
    public static Job Enqueue(
        this Act act,
        string kind,
        object input,
        Guid? subjectId = null,
        long seed = 1
    ) => act.EnqueueJson(kind, JsonSerializer.Serialize(input, Json), subjectId, seed);

    /// <summary>Forgets what came of the ended jobs of a subject. The hashes of what went in stay, so that a figure can be traced.</summary>
    /// <param name="act">The operation.</param>
    /// <param name="subjectId">What they worked for.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static Task ForgetResultsAsync(
        this Act act,
        Guid subjectId,
        CancellationToken cancellation
    ) =>
        act
            .Db.JobChunks.Where(chunk =>
                act.Db.Jobs.Any(job =>
                    job.Id == chunk.JobId && job.SubjectId == subjectId && job.EndedAt != null
                )
            )
            .ExecuteUpdateAsync(
                change => change.SetProperty(chunk => chunk.Result, Array.Empty<byte>()),
                cancellation
            );

    internal static Job EnqueueJson(
        this Act act,
        string kind,
        string input,
        Guid? subjectId,
        long seed
    )
    {
        var job = new Job
        {
            Id = act.NewId(),
            Kind = kind,
            Input = input,
            State = JobStates.Queued,
            SubjectId = subjectId,
            AgencyId = act.Actor.AgencyId,
            RequestedBy = act.Actor.UserId,
            Seed = seed,
            CreatedAt = act.Now,
        };
        act.Db.Jobs.Add(job);
        act.Note("job", job.Id, ("kind", kind));
        act.AfterCommit(act.Get<JobProgress>().Ring);
        return job;
    }
}
