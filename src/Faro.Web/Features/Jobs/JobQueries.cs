// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Jobs;

namespace Faro.Web.Features.Jobs;

/// <summary>What the pages of long work and their API read, newest first.</summary>
internal static class JobQueries
{
    public static IQueryable<JobRow> Rows(this IQueryable<Job> jobs) =>
        jobs.OrderByDescending(job => job.Id)
            .Select(job => new JobRow(
                job.Id,
                job.Kind,
                job.State,
                job.SubjectId,
                job.ChunkCount,
                job.ChunksDone,
                job.CancelRequested,
                job.FailureCode,
                job.CreatedAt,
                job.StartedAt,
                job.EndedAt
            ));

    /// <summary>The look of a state's tag.</summary>
    public static string Tone(string state) =>
        state switch
        {
            JobStates.Done => "v",
            JobStates.Failed => "r",
            JobStates.Cancelled => "a",
            _ => "",
        };
}
