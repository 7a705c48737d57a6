// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Studies;

/// <summary>One step of a study's path and where it stands.</summary>
public sealed class StudyStep
{
    public Guid StudyId { get; init; }

    /// <summary>One of <see cref="StudySteps"/>.</summary>
    public required string Code { get; init; }

    /// <summary>One of <see cref="StepStates"/>.</summary>
    public required string State { get; set; }

    /// <summary>A code of <see cref="StudyRefusals"/> that says why it cannot start or failed, or empty.</summary>
    public string Reason { get; set; } = "";

    /// <summary>SHA-256 (hex) of what it was last made from; empty when it never was.</summary>
    public string InputsHash { get; set; } = "";

    /// <summary>The job that works on it, or did last.</summary>
    public Guid? JobId { get; set; }

    /// <summary>What the next step needs and no reader sees: true counts and pseudonymous clusters, as compressed JSON.</summary>
    public byte[] Result { get; set; } = [];

    public DateTimeOffset ChangedAt { get; set; }
}

internal sealed class StudyStepMapping : IEntityTypeConfiguration<StudyStep>
{
    public void Configure(EntityTypeBuilder<StudyStep> builder)
    {
        builder.ToTable("study_steps");
        builder.HasKey(step => new { step.StudyId, step.Code });
        builder.Property(step => step.Code).HasMaxLength(20);
        builder.Property(step => step.State).HasMaxLength(20);
        builder.Property(step => step.Reason).HasMaxLength(80);
        builder.Property(step => step.InputsHash).HasMaxLength(64);
        builder.Open(
            step => step.StudyId,
            step => step.Code,
            step => step.State,
            step => step.Reason,
            step => step.InputsHash,
            step => step.JobId,
            step => step.ChangedAt
        );
        builder.Sensitive(step => step.Result);
    }
}
