// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Casework.Diary;

/// <summary>
/// How the person can be reached without danger, as she said it. Each saying is a row of its own: the last one holds, the
/// earlier ones tell what held before.
/// </summary>
public sealed class SafeContact : ICaseContent
{
    public const int TextMaxLength = 600;

    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public required string Compartment { get; init; }

    /// <summary>Counts up within the case.</summary>
    public int Version { get; init; }

    /// <summary>Codes of the list <c>contact-channels</c>; everything else is not allowed.</summary>
    public List<string> Channels { get; init; } = [];

    /// <summary>The words of <see cref="SafeContactWords"/>, sealed.</summary>
    public byte[]? Box { get; init; }

    public Guid? AuthorId { get; init; }

    public DateTimeOffset WrittenAt { get; init; }

    public bool Allows(string channel) => Channels.Contains(channel, StringComparer.Ordinal);

    internal static string Field(Guid id) => $"case-safe-contact:{id}";

    internal static Task<SafeContact?> CurrentAsync(
        FaroDb db,
        Guid caseId,
        CancellationToken cancellation
    ) =>
        db
            .SafeContacts.Where(rules => rules.CaseId == caseId)
            .OrderByDescending(rules => rules.Version)
            .FirstOrDefaultAsync(cancellation);
}

/// <summary>What is said in words about reaching her safely.</summary>
public sealed record SafeContactWords
{
    /// <summary>When, as she said it.</summary>
    public string Hours { get; init; } = "";

    /// <summary>By which she knows us, and we her.</summary>
    public string CodeWord { get; init; } = "";

    public string NotToSay { get; init; } = "";

    /// <summary>Who may answer, and who must not.</summary>
    public string WhoMayAnswer { get; init; } = "";

    internal SafeContactWords Tidied() =>
        new()
        {
            Hours = Hours.Trim(),
            CodeWord = CodeWord.Trim(),
            NotToSay = NotToSay.Trim(),
            WhoMayAnswer = WhoMayAnswer.Trim(),
        };
}

internal sealed class SafeContactMapping : IEntityTypeConfiguration<SafeContact>
{
    public void Configure(EntityTypeBuilder<SafeContact> builder)
    {
        builder.ToTable("case_safe_contacts");
        builder.Property(rules => rules.Compartment).HasMaxLength(20);
        builder.HasIndex(rules => new { rules.CaseId, rules.Version }).IsUnique();
        builder.HasOne<Case>().WithMany().HasForeignKey(rules => rules.CaseId);
        builder.Open(
            rules => rules.Id,
            rules => rules.CaseId,
            rules => rules.Compartment,
            rules => rules.Version,
            rules => rules.AuthorId,
            rules => rules.WrittenAt
        );
        builder.Sensitive(rules => rules.Channels);
        builder.Sealed(rules => rules.Box);
    }
}
