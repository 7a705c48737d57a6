// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Jobs;

/// <summary>Long work: queued, run in chunks whose results are kept, so that a crash costs one chunk.</summary>
public sealed class Job
{
    public Guid Id { get; init; }

    /// <summary>Which work; the code of a <c>JobWork</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>JSON of ids, codes and settings; never a person's answer.</summary>
    public required string Input { get; init; }

    /// <summary>One of <see cref="JobStates"/>.</summary>
    public required string State { get; set; }

    /// <summary>What it works for (a study, a person …), so that a screen finds it.</summary>
    public Guid? SubjectId { get; init; }

    public Guid? AgencyId { get; init; }

    public Guid? RequestedBy { get; init; }

    /// <summary>Counter-based streams start here; kept so that a resumed job gives the same bytes.</summary>
    public long Seed { get; init; }

    /// <summary>0 until the work has been cut.</summary>
    public int ChunkCount { get; set; }

    public int ChunksDone { get; set; }

    public bool CancelRequested { get; set; }

    /// <summary>The refusal code when it failed.</summary>
    public string FailureCode { get; set; } = "";

    /// <summary>JSON values for the words of the failure.</summary>
    public string FailureValues { get; set; } = "[]";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>A running job whose worker has been silent until here may be taken by another.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Machine and data folder of the worker; after a crash the same place takes its jobs up at once.</summary>
    public string LeaseHolder { get; set; } = "";

    /// <summary>Starts since the last finished chunk; too many, and the chunk itself kills the process.</summary>
    public int Starts { get; set; }

    /// <returns>Why it failed, or null when it did not.</returns>
    public Refusal? ToRefusal() =>
        FailureCode.Length == 0
            ? null
            : new Refusal(
                FailureCode,
                "",
                [
                    .. (JsonSerializer.Deserialize<JsonElement[]>(FailureValues) ?? []).Select(
                        value =>
                            (object)(
                                value.ValueKind == JsonValueKind.Number
                                && value.TryGetInt64(out var number)
                                    ? number
                                    : value.ToString()
                            )
                    ),
                ]
            );
}

/// <summary>One piece of a job, with what came of it.</summary>
public sealed class JobChunk
{
    public Guid JobId { get; init; }

    /// <summary>0, 1, 2 …</summary>
    public int Index { get; init; }

    /// <summary>SHA-256 of what went in, so that a figure can be traced.</summary>
    public byte[] InputHash { get; init; } = [];

    /// <summary>Empty once it was forgotten.</summary>
    public byte[] Result { get; init; } = [];

    public DateTimeOffset DoneAt { get; init; }
}

internal sealed class JobMapping : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.ToTable("jobs");
        builder.Property(job => job.Kind).HasMaxLength(40);
        builder.Property(job => job.State).HasMaxLength(20);
        builder.Property(job => job.FailureCode).HasMaxLength(80);
        builder.Property(job => job.LeaseHolder).HasMaxLength(400);
        builder.HasIndex(job => new { job.State, job.Id });
        builder.HasIndex(job => job.SubjectId);
        builder.Open(
            job => job.Id,
            job => job.Kind,
            job => job.Input,
            job => job.State,
            job => job.SubjectId,
            job => job.AgencyId,
            job => job.RequestedBy,
            job => job.Seed,
            job => job.ChunkCount,
            job => job.ChunksDone,
            job => job.CancelRequested,
            job => job.FailureCode,
            job => job.FailureValues,
            job => job.CreatedAt,
            job => job.StartedAt,
            job => job.EndedAt,
            job => job.LeaseUntil,
            job => job.LeaseHolder,
            job => job.Starts
        );
    }
}

internal sealed class JobChunkMapping : IEntityTypeConfiguration<JobChunk>
{
    public void Configure(EntityTypeBuilder<JobChunk> builder)
    {
        builder.ToTable("job_chunks");
        builder.HasKey(chunk => new { chunk.JobId, chunk.Index });
        builder.HasOne<Job>().WithMany().HasForeignKey(chunk => chunk.JobId);
        builder.Open(
            chunk => chunk.JobId,
            chunk => chunk.Index,
            chunk => chunk.InputHash,
            chunk => chunk.DoneAt
        );
        builder.Sensitive(chunk => chunk.Result);
    }
}
