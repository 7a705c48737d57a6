// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Indicators;

/// <summary>A figure of the context over time (population, visitors), with its source; never about persons of the programme.</summary>
public sealed class Series
{
    public const int CodeMaxLength = 60;
    public const int NameMaxLength = 160;
    public const int SourceMaxLength = 300;
    public const int UrlMaxLength = 500;
    public const int NotesMaxLength = 2000;

    /// <summary>More than two centuries of months.</summary>
    public const int MaxValues = 3000;

    public Guid Id { get; init; }

    /// <summary>Kebab case, unique; how studies and imports name it.</summary>
    public required string Code { get; set; }

    public required string NameEs { get; set; }

    public required string NameEn { get; set; }

    /// <summary>A code of the list <c>indicator-units</c>.</summary>
    public required string Unit { get; set; }

    /// <summary>CVEGEO of a state (2 digits) or municipality (5 digits), or a code of the list <c>countries</c>.</summary>
    public required string Territory { get; set; }

    /// <summary>Who published it, as it would be cited.</summary>
    public required string Source { get; set; }

    /// <summary>http or https, or empty.</summary>
    public string SourceUrl { get; set; } = "";

    public string Licence { get; set; } = "";

    /// <summary>When somebody looked it up; local date.</summary>
    public DateOnly? RetrievedOn { get; set; }

    /// <summary>How it was made and what to beware of.</summary>
    public string Notes { get; set; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public int Version { get; set; } = 1;

    public List<SeriesValue> Values { get; set; } = [];
}

/// <summary>One figure of a series.</summary>
public sealed class SeriesValue
{
    public Guid SeriesId { get; init; }

    /// <summary>As in <see cref="Indicators.Period"/>; all of a series are of one kind.</summary>
    public required string Period { get; init; }

    /// <summary>In the series' unit.</summary>
    public decimal Value { get; set; }

    /// <summary>A code of the list <c>value-statuses</c>.</summary>
    public required string Status { get; set; }
}

internal sealed class SeriesMapping : IEntityTypeConfiguration<Series>
{
    public void Configure(EntityTypeBuilder<Series> builder)
    {
        builder.ToTable("series");
        builder.Property(series => series.Code).HasMaxLength(Series.CodeMaxLength);
        builder.Property(series => series.NameEs).HasMaxLength(Series.NameMaxLength);
        builder.Property(series => series.NameEn).HasMaxLength(Series.NameMaxLength);
        builder.Property(series => series.Unit).HasMaxLength(40);
        builder.Property(series => series.Territory).HasMaxLength(5);
        builder.Property(series => series.Source).HasMaxLength(Series.SourceMaxLength);
        builder.Property(series => series.SourceUrl).HasMaxLength(Series.UrlMaxLength);
        builder.Property(series => series.Licence).HasMaxLength(Series.NameMaxLength);
        builder.Property(series => series.Notes).HasMaxLength(Series.NotesMaxLength);
        builder.HasIndex(series => series.Code).IsUnique();
        builder
            .HasMany(series => series.Values)
            .WithOne()
            .HasForeignKey(value => value.SeriesId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.Open(
            series => series.Id,
            series => series.Code,
            series => series.NameEs,
            series => series.NameEn,
            series => series.Unit,
            series => series.Territory,
            series => series.Source,
            series => series.SourceUrl,
            series => series.Licence,
            series => series.RetrievedOn,
            series => series.Notes,
            series => series.CreatedAt,
            series => series.Version
        );
    }
}

internal sealed class SeriesValueMapping : IEntityTypeConfiguration<SeriesValue>
{
    public void Configure(EntityTypeBuilder<SeriesValue> builder)
    {
        builder.ToTable("series_values");
        builder.HasKey(value => new { value.SeriesId, value.Period });
        builder.Property(value => value.Period).HasMaxLength(7);
        builder.Property(value => value.Value).HasPrecision(24, 6);
        builder.Property(value => value.Status).HasMaxLength(20);
        builder.Open(
            value => value.SeriesId,
            value => value.Period,
            value => value.Value,
            value => value.Status
        );
    }
}
