// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Identification;

/// <summary>
/// Somebody who took part in what was done to her, by role. Kept for the statistics that the law asks for and for justice;
/// no determination ever looks at it (R5: LG 3-XI, 59).
/// </summary>
public sealed class Perpetrator : IFactRow
{
    public const int NameMaxLength = 300;

    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public string Compartment { get; init; } = Compartments.Social;

    /// <summary>A code of the list <c>perpetrator-kinds</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>Codes of the list <c>perpetrator-roles</c>.</summary>
    public List<string> Roles { get; set; } = [];

    /// <summary>A code of the list <c>recruiter-relations</c>, or empty: to her.</summary>
    public string Relation { get; set; } = "";

    /// <summary>A code of the list <c>sex</c>, or empty.</summary>
    public string Sex { get; set; } = "";

    /// <summary>A code of the list <c>age-bands</c>, or empty.</summary>
    public string AgeBand { get; set; } = "";

    /// <summary>A code of the list <c>countries</c>, or empty.</summary>
    public string Citizenship { get; set; } = "";

    /// <summary>A code of the list <c>marital-statuses</c>, or empty.</summary>
    public string MaritalStatus { get; set; } = "";

    /// <summary>A code of the list <c>perpetrator-stages</c>, or empty.</summary>
    public string Stage { get; set; } = "";

    /// <summary>Names as she knows them, sealed under her key: they identify her too.</summary>
    public byte[]? NameBox { get; set; }

    public Guid EvidenceId { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public int Version { get; set; } = 1;

    internal static string NameField(Guid id) => $"perpetrator:{id}";
}

internal sealed class PerpetratorMapping : IEntityTypeConfiguration<Perpetrator>
{
    public void Configure(EntityTypeBuilder<Perpetrator> builder)
    {
        builder.ToTable("perpetrators");
        builder.Property(each => each.Compartment).HasMaxLength(20);
        builder.Property(each => each.Kind).HasMaxLength(20);
        builder.Property(each => each.Relation).HasMaxLength(30);
        builder.Property(each => each.Sex).HasMaxLength(20);
        builder.Property(each => each.AgeBand).HasMaxLength(10);
        builder.Property(each => each.Citizenship).HasMaxLength(10);
        builder.Property(each => each.MaritalStatus).HasMaxLength(30);
        builder.Property(each => each.Stage).HasMaxLength(30);
        builder.HasIndex(each => each.CaseId);
        builder.HasOne<Case>().WithMany().HasForeignKey(each => each.CaseId);
        builder.HasOne<CaseEvidence>().WithMany().HasForeignKey(each => each.EvidenceId);
        builder.Open(
            each => each.Id,
            each => each.CaseId,
            each => each.Compartment,
            each => each.EvidenceId,
            each => each.WithdrawnAt,
            each => each.Version
        );
        builder.Sensitive(
            each => each.Kind,
            each => each.Roles,
            each => each.Relation,
            each => each.Sex,
            each => each.AgeBand,
            each => each.Citizenship,
            each => each.MaritalStatus,
            each => each.Stage
        );
        builder.Sealed(each => each.NameBox);
    }
}
