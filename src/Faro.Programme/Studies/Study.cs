// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Storage;
using Faro.Programme.Studies.Analyses;
using Faro.Programme.Studies.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Studies;

/// <summary>A situational analysis: a question about a territory and a period, and the sources that may answer it.</summary>
public sealed class Study
{
    public const int TitleMaxLength = 200;
    public const int QuestionMaxLength = 2000;

    public Guid Id { get; init; }

    /// <summary>The agency that makes it; others see it once it is closed.</summary>
    public Guid AgencyId { get; init; }

    public required string TitleEs { get; set; }

    /// <summary>Empty until translated; the English report then shows the Spanish title.</summary>
    public string TitleEn { get; set; } = "";

    public required string QuestionEs { get; set; }

    public string QuestionEn { get; set; } = "";

    /// <summary>INEGI code: 2 digits for a state, 5 for a municipality; empty for the country.</summary>
    public string Territory { get; set; } = "";

    public required string TerritoryName { get; set; }

    public DateOnly PeriodFrom { get; set; }

    /// <summary>Included.</summary>
    public DateOnly PeriodTo { get; set; }

    /// <summary>Where every random choice of the study begins; 1 to 2^31 − 1.</summary>
    public long Seed { get; set; }

    /// <summary>JSON of a <see cref="StudySettings"/>.</summary>
    public required string Settings { get; set; }

    public Guid? CreatedBy { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>From then on it is read by all who may view studies, its lists' rows are erased and nothing changes.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Grows with each change; a form that shows an older one is told so instead of overwriting.</summary>
    public int Version { get; set; } = 1;

    public List<StudyStep> Steps { get; init; } = [];

    public List<StudySource> Sources { get; init; } = [];

    public List<StudyFigure> Figures { get; init; } = [];

    public List<StudyText> Texts { get; init; } = [];

    /// <summary>The ledger of what was tried.</summary>
    public List<StudyAnalysis> Analyses { get; init; } = [];

    public List<HeadlineChoice> Headlines { get; init; } = [];

    public List<AssumptionSignature> Signatures { get; init; } = [];

    public bool IsClosed => ClosedAt is not null;
}

internal sealed class StudyMapping : IEntityTypeConfiguration<Study>
{
    public void Configure(EntityTypeBuilder<Study> builder)
    {
        builder.ToTable("studies");
        builder.Property(study => study.TitleEs).HasMaxLength(Study.TitleMaxLength);
        builder.Property(study => study.TitleEn).HasMaxLength(Study.TitleMaxLength);
        builder.Property(study => study.QuestionEs).HasMaxLength(Study.QuestionMaxLength);
        builder.Property(study => study.QuestionEn).HasMaxLength(Study.QuestionMaxLength);
        builder.Property(study => study.Territory).HasMaxLength(5);
        builder.Property(study => study.TerritoryName).HasMaxLength(Study.TitleMaxLength);
        builder.HasIndex(study => new { study.AgencyId, study.Id });
        builder.Ignore(study => study.IsClosed);
        builder.HasMany(study => study.Steps).WithOne().HasForeignKey(step => step.StudyId);
        builder.HasMany(study => study.Sources).WithOne().HasForeignKey(source => source.StudyId);
        builder.HasMany(study => study.Figures).WithOne().HasForeignKey(figure => figure.StudyId);
        builder.HasMany(study => study.Texts).WithOne().HasForeignKey(text => text.StudyId);
        // Nothing takes a line of these away, not even a study's own end.
        builder
            .HasMany(study => study.Analyses)
            .WithOne()
            .HasForeignKey(analysis => analysis.StudyId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasMany(study => study.Headlines)
            .WithOne()
            .HasForeignKey(choice => choice.StudyId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasMany(study => study.Signatures)
            .WithOne()
            .HasForeignKey(sign => sign.StudyId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.Open(
            study => study.Id,
            study => study.AgencyId,
            study => study.TitleEs,
            study => study.TitleEn,
            study => study.QuestionEs,
            study => study.QuestionEn,
            study => study.Territory,
            study => study.TerritoryName,
            study => study.PeriodFrom,
            study => study.PeriodTo,
            study => study.Seed,
            study => study.Settings,
            study => study.CreatedBy,
            study => study.CreatedAt,
            study => study.UpdatedAt,
            study => study.ClosedAt,
            study => study.Version
        );
    }
}
