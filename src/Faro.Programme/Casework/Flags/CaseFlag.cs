// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Casework.Flags;

/// <summary>Something that everybody who opens the case must see first, until somebody says why no more.</summary>
public sealed class CaseFlag : ICaseRow
{
    public const int TextMaxLength = 300;
    public const string DueKind = "flag";

    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public required string Compartment { get; init; }

    /// <summary>What to see, sealed.</summary>
    public byte[]? MessageBox { get; init; }

    /// <summary>The day by which it matters; null for always.</summary>
    public DateOnly? On { get; init; }

    public Guid? RaisedById { get; init; }

    public DateTimeOffset RaisedAt { get; init; }

    public DateTimeOffset? ResolvedAt { get; set; }

    public Guid? ResolvedById { get; set; }

    /// <summary>Why it matters no more, sealed.</summary>
    public byte[]? ReasonBox { get; set; }

    public int Version { get; set; } = 1;

    internal static string MessageField(Guid id) => $"case-flag:{id}";

    internal static string ReasonField(Guid id) => $"case-flag-reason:{id}";

    internal static IQueryable<CaseDue> Due(FaroDb db, Actor? reader) =>
        db
            .CaseFlags.SeenBy(reader, db)
            .Where(flag => flag.ResolvedAt == null && flag.On != null)
            .Select(flag => new CaseDue
            {
                CaseId = flag.CaseId,
                Compartment = flag.Compartment,
                RowId = flag.Id,
                Kind = DueKind,
                On = flag.On!.Value,
                RemindOn = null,
                UserId = null,
            });
}

internal sealed class CaseFlagMapping : IEntityTypeConfiguration<CaseFlag>
{
    public void Configure(EntityTypeBuilder<CaseFlag> builder)
    {
        builder.ToTable("case_flags");
        builder.Property(flag => flag.Compartment).HasMaxLength(20);
        builder.HasIndex(flag => new { flag.CaseId, flag.ResolvedAt });
        builder.HasOne<Case>().WithMany().HasForeignKey(flag => flag.CaseId);
        builder.Open(
            flag => flag.Id,
            flag => flag.CaseId,
            flag => flag.Compartment,
            flag => flag.On,
            flag => flag.RaisedById,
            flag => flag.RaisedAt,
            flag => flag.ResolvedAt,
            flag => flag.ResolvedById,
            flag => flag.Version
        );
        builder.Sealed(flag => flag.MessageBox, flag => flag.ReasonBox);
    }
}
