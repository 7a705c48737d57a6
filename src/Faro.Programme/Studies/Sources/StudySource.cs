// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Studies.Sources;

/// <summary>One source of a study. Its rows lie sealed under a key of this source alone; its figures never need them again.</summary>
public sealed class StudySource
{
    public const int NameMaxLength = 120;
    public const int OriginMaxLength = 200;
    public const int LicenceMaxLength = 400;
    public const int CitationMaxLength = 600;
    public const int FileNameMaxLength = 20;

    /// <summary>Largest file taken, in bytes.</summary>
    public const long MaxBytes = 200L * 1024 * 1024;

    public Guid Id { get; init; }

    public Guid StudyId { get; init; }

    /// <summary>Place in the study, from 1; figures name it.</summary>
    public int Number { get; init; }

    /// <summary>One of <see cref="SourceKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>What the report calls it; for a list of persons, the name of the list.</summary>
    public required string Name { get; set; }

    /// <summary>The agency of the network it came from, if one.</summary>
    public Guid? AgencyId { get; set; }

    /// <summary>Who made it, in words, when no agency of the network did.</summary>
    public string Origin { get; set; } = "";

    public DateOnly RetrievedOn { get; set; }

    public string Licence { get; set; } = "";

    public string Citation { get; set; } = "";

    /// <summary>Neutral: <c>source-3.csv</c>; the name it came under may say whose list it is.</summary>
    public string FileName { get; set; } = "";

    public long FileBytes { get; set; }

    /// <summary>SHA-256 (hex) of the file as it came; empty while it is coming and for the register.</summary>
    public string FileHash { get; set; } = "";

    /// <summary>JSON of a <see cref="SourceMapping"/>, or empty until mapped.</summary>
    public string Mapping { get; set; } = "";

    /// <summary>One of <see cref="SourceStates"/>.</summary>
    public required string State { get; set; }

    public int RowCount { get; set; }

    /// <summary>JSON list of <see cref="Exchange.Tables.FileProblem"/>: places and codes, no values.</summary>
    public string Problems { get; set; } = "[]";

    public Guid? UploadedBy { get; init; }

    /// <summary>The job that loads it, or did last.</summary>
    public Guid? JobId { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LoadedAt { get; set; }

    /// <summary>When its rows and their key were erased for good.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>What kinds of sources there are; codes of the list <c>study-source-kinds</c>.</summary>
public static class SourceKinds
{
    public const string PersonList = "person-list";
    public const string OverlapTable = "overlap-table";
    public const string Microdata = "microdata";
    public const string Series = "context-series";
    public const string Register = "case-register";

    public static readonly IReadOnlyList<string> All =
    [
        PersonList,
        OverlapTable,
        Microdata,
        Series,
        Register,
    ];
}

/// <summary>Where a source stands, as stored.</summary>
public static class SourceStates
{
    /// <summary>The file is on its way; what never finished is removed by hand.</summary>
    public const string Receiving = "receiving";

    /// <summary>The file is here, its columns are not mapped.</summary>
    public const string New = "new";

    /// <summary>Columns mapped; it may be loaded.</summary>
    public const string Checked = "checked";
    public const string Loading = "loading";
    public const string Loaded = "loaded";

    /// <summary>The file is damaged; the problems say where. Nothing of it is kept but the file.</summary>
    public const string Failed = "failed";
}

internal sealed class StudySourceMapping : IEntityTypeConfiguration<StudySource>
{
    public void Configure(EntityTypeBuilder<StudySource> builder)
    {
        builder.ToTable("study_sources");
        builder.Property(source => source.Kind).HasMaxLength(20);
        builder.Property(source => source.Name).HasMaxLength(StudySource.NameMaxLength);
        builder.Property(source => source.Origin).HasMaxLength(StudySource.OriginMaxLength);
        builder.Property(source => source.Licence).HasMaxLength(StudySource.LicenceMaxLength);
        builder.Property(source => source.Citation).HasMaxLength(StudySource.CitationMaxLength);
        builder.Property(source => source.FileName).HasMaxLength(StudySource.FileNameMaxLength);
        builder.Property(source => source.FileHash).HasMaxLength(64);
        builder.Property(source => source.State).HasMaxLength(20);
        builder.HasIndex(source => new { source.StudyId, source.Number }).IsUnique();
        builder.Open(
            source => source.Id,
            source => source.StudyId,
            source => source.Number,
            source => source.Kind,
            source => source.Name,
            source => source.AgencyId,
            source => source.Origin,
            source => source.RetrievedOn,
            source => source.Licence,
            source => source.Citation,
            source => source.FileName,
            source => source.FileBytes,
            source => source.FileHash,
            source => source.Mapping,
            source => source.State,
            source => source.RowCount,
            source => source.Problems,
            source => source.UploadedBy,
            source => source.JobId,
            source => source.CreatedAt,
            source => source.LoadedAt,
            source => source.ErasedAt,
            source => source.Version
        );
    }
}
