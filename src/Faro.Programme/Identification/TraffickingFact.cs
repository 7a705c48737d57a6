// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Identification;

/// <summary>One thing that is said of what was done to her, on one piece of evidence. Never changed: withdrawn, and said anew.</summary>
public sealed class TraffickingFact : ICaseContent
{
    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public string Compartment { get; init; } = Compartments.Social;

    /// <summary>A code of the list <c>fact-kinds</c>, or of a set of indicators.</summary>
    public required string Kind { get; init; }

    /// <summary>A code of the kind's list.</summary>
    public required string Code { get; init; }

    /// <summary>A code of the list <c>fact-answers</c>.</summary>
    public required string Answer { get; init; }

    public Guid EvidenceId { get; init; }

    /// <summary>Corrected, or taken back; what was decided on it keeps its copy.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    public Guid? WithdrawnBy { get; set; }
}

internal sealed class TraffickingFactMapping : IEntityTypeConfiguration<TraffickingFact>
{
    public void Configure(EntityTypeBuilder<TraffickingFact> builder)
    {
        builder.ToTable("trafficking_facts");
        builder.Property(fact => fact.Compartment).HasMaxLength(20);
        builder.Property(fact => fact.Kind).HasMaxLength(40);
        builder.Property(fact => fact.Code).HasMaxLength(60);
        builder.Property(fact => fact.Answer).HasMaxLength(20);
        builder.HasIndex(fact => new { fact.CaseId, fact.Kind });
        builder.HasOne<Case>().WithMany().HasForeignKey(fact => fact.CaseId);
        builder.HasOne<CaseEvidence>().WithMany().HasForeignKey(fact => fact.EvidenceId);
        builder.Open(
            fact => fact.Id,
            fact => fact.CaseId,
            fact => fact.Compartment,
            fact => fact.EvidenceId,
            fact => fact.WithdrawnAt,
            fact => fact.WithdrawnBy
        );
        builder.Sensitive(fact => fact.Kind, fact => fact.Code, fact => fact.Answer);
    }
}
