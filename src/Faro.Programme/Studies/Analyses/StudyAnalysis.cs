// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Faro.Programme.Storage;
using Faro.Programme.Studies.Steps;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Studies.Analyses;

/// <summary>
/// One estimate that was tried in a study: a line of its ledger. Nothing takes a line away, whatever came of it, so that a
/// reader sees how many were tried before one was published.
/// </summary>
public sealed class StudyAnalysis
{
    public const int WhyMaxLength = 1000;

    public Guid Id { get; init; }

    public Guid StudyId { get; init; }

    /// <summary>Place in the ledger, from 1.</summary>
    public int Number { get; init; }

    /// <summary>JSON of an <see cref="AnalysisSettings"/>.</summary>
    public required string Settings { get; init; }

    /// <summary>Why it was tried, in the analyst's words; empty for the study's own settings.</summary>
    public string Why { get; init; } = "";

    /// <summary>Null when the programme itself asked.</summary>
    public Guid? RequestedBy { get; init; }

    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>The job that works on it, or did last.</summary>
    public Guid? JobId { get; set; }

    /// <summary>One of <see cref="AnalysisStates"/>.</summary>
    public required string State { get; set; }

    /// <summary>SHA-256 (hex) of what its lists were made from; empty until it ran.</summary>
    public string ListsHash { get; set; } = "";

    /// <summary>SHA-256 (hex) of its lists, settings and versions.</summary>
    public string InputsHash { get; set; } = "";

    /// <summary>JSON object: part of Faro → its version.</summary>
    public string Versions { get; set; } = "";

    /// <summary>JSON of its figures, protected; empty while there are none.</summary>
    public string Figures { get; set; } = "";

    public DateTimeOffset? EndedAt { get; set; }

    public bool HasFigures => Figures.Length > 0;

    public AnalysisSettings ReadSettings() => AnalysisSettings.FromJson(Settings);

    public IReadOnlyList<MadeFigure> ReadFigures() =>
        HasFigures
            ? JsonSerializer.Deserialize<IReadOnlyList<MadeFigure>>(Figures, StudyJson.Plain)!
            : [];

    /// <summary>The estimate among its figures, or null.</summary>
    public EstimateFigure? ReadEstimate() =>
        ReadFigures().Select(figure => figure.Data).OfType<EstimateFigure>().FirstOrDefault();
}

/// <summary>Where an analysis stands, as stored.</summary>
public static class AnalysisStates
{
    public const string Running = "running";
    public const string Done = "done";

    /// <summary>Stopped before its last method; what was done is kept.</summary>
    public const string Partial = "partial";

    /// <summary>Stopped before anything was done.</summary>
    public const string Stopped = "stopped";
    public const string Failed = "failed";
}

internal sealed class StudyAnalysisMapping : IEntityTypeConfiguration<StudyAnalysis>
{
    public void Configure(EntityTypeBuilder<StudyAnalysis> builder)
    {
        builder.ToTable("study_analyses");
        builder.Property(analysis => analysis.Why).HasMaxLength(StudyAnalysis.WhyMaxLength);
        builder.Property(analysis => analysis.State).HasMaxLength(20);
        builder.Property(analysis => analysis.ListsHash).HasMaxLength(64);
        builder.Property(analysis => analysis.InputsHash).HasMaxLength(64);
        builder.HasIndex(analysis => new { analysis.StudyId, analysis.Number }).IsUnique();
        builder.Ignore(analysis => analysis.HasFigures);
        builder.Sensitive(analysis => analysis.Why);
        builder.Open(
            analysis => analysis.Id,
            analysis => analysis.StudyId,
            analysis => analysis.Number,
            analysis => analysis.Settings,
            analysis => analysis.RequestedBy,
            analysis => analysis.RequestedAt,
            analysis => analysis.JobId,
            analysis => analysis.State,
            analysis => analysis.ListsHash,
            analysis => analysis.InputsHash,
            analysis => analysis.Versions,
            analysis => analysis.Figures,
            analysis => analysis.EndedAt
        );
    }
}
