// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Storage;
using Faro.Programme.Studies.Steps;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Studies;

/// <summary>A result of a study as it may be shown, with all that is needed to make it again.</summary>
public sealed class StudyFigure
{
    public const string Table = "table";
    public const string Number = "number";
    public const string Chart = "chart";

    public Guid StudyId { get; init; }

    /// <summary>Unique in the study: <c>sources</c>, <c>same-person</c>, <c>lists</c>, <c>estimate</c>,
    /// <c>profile-2-means</c>, <c>series-4-…</c>.</summary>
    public required string Code { get; init; }

    /// <summary>One of <see cref="StudySteps"/>.</summary>
    public required string Step { get; init; }

    /// <summary>Place among the figures, from 1.</summary>
    public int Order { get; set; }

    /// <summary><see cref="Table"/>, <see cref="Number"/> or <see cref="Chart"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>JSON of a <see cref="FigureData"/>: protected counts only, no identity, no row.</summary>
    public required string Data { get; set; }

    /// <summary>SHA-256 (hex) of everything it was made from.</summary>
    public required string InputsHash { get; set; }

    /// <summary>JSON of the settings it was made with.</summary>
    public required string Settings { get; set; }

    public long Seed { get; set; }

    /// <summary>JSON object: part of Faro → its version.</summary>
    public required string Versions { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    public FigureData Read() => FigureData.FromJson(Data);
}

internal sealed class StudyFigureMapping : IEntityTypeConfiguration<StudyFigure>
{
    public void Configure(EntityTypeBuilder<StudyFigure> builder)
    {
        builder.ToTable("study_figures");
        builder.HasKey(figure => new { figure.StudyId, figure.Code });
        builder.Property(figure => figure.Code).HasMaxLength(80);
        builder.Property(figure => figure.Step).HasMaxLength(20);
        builder.Property(figure => figure.Kind).HasMaxLength(10);
        builder.Property(figure => figure.InputsHash).HasMaxLength(64);
        builder.Open(
            figure => figure.StudyId,
            figure => figure.Code,
            figure => figure.Step,
            figure => figure.Order,
            figure => figure.Kind,
            figure => figure.Data,
            figure => figure.InputsHash,
            figure => figure.Settings,
            figure => figure.Seed,
            figure => figure.Versions,
            figure => figure.MadeAt
        );
    }
}
