// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Studies;

/// <summary>What the analysts write in one part of the report, in Markdown, in either language.</summary>
public sealed class StudyText
{
    public const int MaxLength = 40_000;

    public Guid StudyId { get; init; }

    /// <summary>One of <see cref="StudyParts"/>.</summary>
    public required string Part { get; init; }

    public string Es { get; set; } = "";

    public string En { get; set; } = "";

    public Guid? ChangedBy { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public int Version { get; set; } = 1;

    public bool IsWritten => Es.Length > 0 || En.Length > 0;
}

/// <summary>The chapters of a situational analysis, in order; the report stands in this order.</summary>
/// <remarks>Contents of a study under LG 92-I and 116-V, chapters of CNDH's diagnosis of 2019.</remarks>
public static class StudyParts
{
    /// <summary>The main findings, on the first page.</summary>
    public const string Findings = "findings";

    /// <summary>Mandate, question, ethics.</summary>
    public const string Mandate = "mandate";
    public const string Context = "context";
    public const string LegalFrame = "legal-frame";
    public const string Actors = "actors";

    /// <summary>Profiles, recruitment, routes, places, sectors, exploitation, demand.</summary>
    public const string Phenomenon = "phenomenon";

    /// <summary>Risk and protective factors.</summary>
    public const string Factors = "factors";
    public const string Response = "response";

    /// <summary>What the data do not tell.</summary>
    public const string Gaps = "gaps";
    public const string Estimates = "estimates";
    public const string Recommendations = "recommendations";

    /// <summary>Instruments and sources.</summary>
    public const string Annexes = "annexes";

    public static readonly IReadOnlyList<string> All =
    [
        Findings,
        Mandate,
        Context,
        LegalFrame,
        Actors,
        Phenomenon,
        Factors,
        Response,
        Gaps,
        Estimates,
        Recommendations,
        Annexes,
    ];
}

internal sealed class StudyTextMapping : IEntityTypeConfiguration<StudyText>
{
    public void Configure(EntityTypeBuilder<StudyText> builder)
    {
        builder.ToTable("study_texts");
        builder.Ignore(text => text.IsWritten);
        builder.HasKey(text => new { text.StudyId, text.Part });
        builder.Property(text => text.Part).HasMaxLength(20);
        builder.Property(text => text.Es).HasMaxLength(StudyText.MaxLength);
        builder.Property(text => text.En).HasMaxLength(StudyText.MaxLength);
        // Analysts are told to name nobody; what they write leaves the house only with the report.
        builder.Sensitive(text => text.Es, text => text.En);
        builder.Open(
            text => text.StudyId,
            text => text.Part,
            text => text.ChangedBy,
            text => text.ChangedAt,
            text => text.Version
        );
    }
}
