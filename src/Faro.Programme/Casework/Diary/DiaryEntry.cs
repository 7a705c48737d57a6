// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Casework.Diary;

/// <summary>
/// What happened in a case on a day: a note, or a contact with somebody. It is never changed: who corrects it writes it
/// anew, and the old one stays behind it.
/// </summary>
public sealed class DiaryEntry : ICaseContent
{
    public const int TextMaxLength = 8000;
    public const string ChannelList = "contact-channels";
    public const string PartyList = "contact-parties";
    public const string OutcomeList = "contact-outcomes";

    /// <summary>The person herself; what is said to her counts as contact.</summary>
    public const string HerselfParty = "herself";

    /// <summary>Somebody was spoken to.</summary>
    public const string Reached = "reached";

    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public required string Compartment { get; init; }

    /// <summary>The day it happened, not the one it was written on.</summary>
    public DateOnly On { get; init; }

    /// <summary>Local, when somebody said so.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>A code of the list <c>contact-channels</c>; empty for a note.</summary>
    public string Channel { get; init; } = "";

    /// <summary>With whom: a code of the list <c>contact-parties</c>; empty for a note.</summary>
    public string Party { get; init; } = "";

    /// <summary>A code of the list <c>contact-outcomes</c>; empty for a note.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>Her safe contact rules of that moment did not allow this channel.</summary>
    public bool AgainstRules { get; init; }

    /// <summary>Note or summary, sealed.</summary>
    public byte[]? TextBox { get; init; }

    public Guid? AuthorId { get; init; }

    public DateTimeOffset WrittenAt { get; init; }

    /// <summary>The entry that this one corrects.</summary>
    public Guid? AmendsId { get; init; }

    /// <summary>A later one corrects it: it is shown behind that one.</summary>
    public bool IsAmended { get; set; }

    public bool IsContact => Channel.Length > 0;

    internal static string TextField(Guid id) => $"case-diary:{id}";
}

internal sealed class DiaryEntryMapping : IEntityTypeConfiguration<DiaryEntry>
{
    public void Configure(EntityTypeBuilder<DiaryEntry> builder)
    {
        builder.ToTable("case_diary");
        builder.Ignore(entry => entry.IsContact);
        builder.Property(entry => entry.Compartment).HasMaxLength(20);
        builder.Property(entry => entry.Channel).HasMaxLength(30);
        builder.Property(entry => entry.Party).HasMaxLength(30);
        builder.Property(entry => entry.Outcome).HasMaxLength(30);
        builder.HasIndex(entry => new
        {
            entry.CaseId,
            entry.IsAmended,
            entry.On,
        });
        builder.HasIndex(entry => entry.AmendsId).IsUnique();
        builder.HasOne<Case>().WithMany().HasForeignKey(entry => entry.CaseId);
        builder.HasOne<DiaryEntry>().WithMany().HasForeignKey(entry => entry.AmendsId);
        builder.Open(
            entry => entry.Id,
            entry => entry.CaseId,
            entry => entry.AuthorId,
            entry => entry.WrittenAt,
            entry => entry.AmendsId,
            entry => entry.IsAmended
        );
        builder.Sensitive(
            entry => entry.Compartment,
            entry => entry.On,
            entry => entry.At,
            entry => entry.Channel,
            entry => entry.Party,
            entry => entry.Outcome,
            entry => entry.AgainstRules
        );
        builder.Sealed(entry => entry.TextBox);
    }
}
