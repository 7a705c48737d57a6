// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Audit;

/// <summary>One link of the audit chain. Written once, in the transaction of the act itself; never changed.</summary>
public sealed class AuditEntry
{
    public const int ActMaxLength = 80;
    public const int SubjectKindMaxLength = 40;

    /// <summary>1, 2, 3 … without gaps.</summary>
    public long Seq { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Null for the public and for the programme itself.</summary>
    public Guid? ActorId { get; init; }

    public bool BySystem { get; init; }

    public Guid? SessionId { get; init; }

    public Guid? AgencyId { get; init; }

    /// <summary>The operation's code, or the door's.</summary>
    public required string Act { get; init; }

    /// <summary>One of <see cref="AuditResults"/>.</summary>
    public required string Result { get; init; }

    public required string SubjectKind { get; init; }

    public Guid? SubjectId { get; init; }

    /// <summary>A JSON object of codes and ids, keys in ordinal order, as it was hashed.</summary>
    public required string Details { get; init; }

    /// <summary>SHA-256 of the entry before; 32 zero bytes for the first.</summary>
    public required byte[] PreviousHash { get; init; }

    /// <summary>SHA-256 of this entry by the recipe of <see cref="ComputeHash"/>.</summary>
    public byte[] Hash { get; set; } = [];

    /// <summary>
    /// The public recipe: the eleven fields in this order as UTF-8 text, each followed by a line feed, empty where there
    /// is none; times as <c>yyyy-MM-ddTHH:mm:ss.ffffffZ</c>, ids in lower case with hyphens, the previous hash in lower
    /// case hexadecimal; then SHA-256.
    /// </summary>
    public byte[] ComputeHash()
    {
        var text = new StringBuilder(400);
        void Line(string? value) => text.Append(value).Append('\n');
        Line(Seq.ToString(CultureInfo.InvariantCulture));
        Line(
            At.ToUniversalTime()
                .ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture)
        );
        Line(BySystem ? "system" : ActorId?.ToString());
        Line(SessionId?.ToString());
        Line(AgencyId?.ToString());
        Line(Act);
        Line(Result);
        Line(SubjectKind);
        Line(SubjectId?.ToString());
        Line(Details);
        Line(Convert.ToHexStringLower(PreviousHash));
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }
}

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries");
        builder.HasKey(entry => entry.Seq);
        builder.Property(entry => entry.Seq).ValueGeneratedNever();
        builder.Property(entry => entry.Act).HasMaxLength(AuditEntry.ActMaxLength);
        builder.Property(entry => entry.Result).HasMaxLength(20);
        builder.Property(entry => entry.SubjectKind).HasMaxLength(AuditEntry.SubjectKindMaxLength);
        builder.HasIndex(entry => new { entry.SubjectId, entry.Seq });
        builder.HasIndex(entry => new { entry.ActorId, entry.Seq });
        builder.HasIndex(entry => entry.At).HasFilter("result = 'refused'");
        builder.Open(
            entry => entry.Seq,
            entry => entry.At,
            entry => entry.ActorId,
            entry => entry.BySystem,
            entry => entry.SessionId,
            entry => entry.AgencyId,
            entry => entry.Act,
            entry => entry.Result,
            entry => entry.SubjectKind,
            entry => entry.SubjectId,
            entry => entry.Details,
            entry => entry.PreviousHash,
            entry => entry.Hash
        );
    }
}
