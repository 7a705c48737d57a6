// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Identification;

/// <summary>
/// Where recorded facts come from: what kind of source, of when, how sure, who wrote it down, and in whose words. Several
/// facts can rest on one piece of evidence; one fact can rest on several.
/// </summary>
public sealed class CaseEvidence : ICaseContent
{
    public const int WordsMaxLength = 4000;

    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public string Compartment { get; init; } = Compartments.Social;

    /// <summary>A code of the list <c>fact-sources</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Of the statement, the document, the observation; null when not known.</summary>
    public DateOnly? On { get; init; }

    /// <summary>A code of the list <c>fact-certainties</c>.</summary>
    public required string Certainty { get; init; }

    /// <summary>What was said or seen, sealed under her key.</summary>
    public byte[]? WordsBox { get; init; }

    /// <summary>Null when the programme itself did.</summary>
    public Guid? RecordedBy { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    internal static string WordsField(Guid id) => $"case-evidence:{id}";
}

internal sealed class CaseEvidenceMapping : IEntityTypeConfiguration<CaseEvidence>
{
    public void Configure(EntityTypeBuilder<CaseEvidence> builder)
    {
        builder.ToTable("case_evidence");
        builder.Property(evidence => evidence.Compartment).HasMaxLength(20);
        builder.Property(evidence => evidence.Source).HasMaxLength(30);
        builder.Property(evidence => evidence.Certainty).HasMaxLength(20);
        builder.HasIndex(evidence => evidence.CaseId);
        builder.HasOne<Case>().WithMany().HasForeignKey(evidence => evidence.CaseId);
        builder.Open(
            evidence => evidence.Id,
            evidence => evidence.CaseId,
            evidence => evidence.Compartment,
            evidence => evidence.RecordedBy,
            evidence => evidence.RecordedAt
        );
        builder.Sensitive(
            evidence => evidence.Source,
            evidence => evidence.On,
            evidence => evidence.Certainty
        );
        builder.Sealed(evidence => evidence.WordsBox);
    }
}
