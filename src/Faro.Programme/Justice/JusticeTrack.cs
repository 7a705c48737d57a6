// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Justice;

/// <summary>The criminal process about what was done to the person, and what she wants of it. One to a case.</summary>
public sealed class JusticeTrack : ICaseRow
{
    public const int TextMaxLength = 2000;
    public const int NumberMaxLength = 80;
    public const string WishList = "justice-wishes";
    public const string FilerList = "complaint-filers";
    public const string AuthorityList = "justice-authorities";
    public const string AdviserList = "adviser-kinds";
    public const string NonPunishmentList = "non-punishment";
    public const string RulingList = "ruling-kinds";

    /// <summary>Nobody has asked her what she wants.</summary>
    public const string NotAsked = "not-asked";

    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public required string Compartment { get; init; }

    /// <summary>A code of the list <c>justice-states</c>.</summary>
    public string State { get; set; } = JusticeStates.NoComplaint;

    /// <summary>Local date.</summary>
    public DateOnly StateSince { get; set; }

    /// <summary>A code of the list <c>justice-wishes</c>.</summary>
    public string Wish { get; set; } = NotAsked;

    public DateOnly? WishOn { get; set; }

    /// <summary>A code of the list <c>complaint-filers</c>, or empty.</summary>
    public string Filer { get; set; } = "";

    public DateOnly? ComplaintOn { get; set; }

    /// <summary>A code of the list <c>justice-authorities</c>, or empty.</summary>
    public string Authority { get; set; } = "";

    /// <summary>Codes of offences of the Mexican law, as in <c>lg-13</c>.</summary>
    public List<string> Offences { get; set; } = [];

    /// <summary>A code of the list <c>adviser-kinds</c>, or empty.</summary>
    public string Adviser { get; set; } = "";

    /// <summary>Whether she is not punished for what she was made to do (LG 37): a code of the list <c>non-punishment</c>, or empty.</summary>
    public string NonPunishment { get; set; } = "";

    /// <summary>A code of the list <c>ruling-kinds</c>, or empty.</summary>
    public string Ruling { get; set; } = "";

    public DateOnly? RulingOn { get; set; }

    /// <summary>The words of <see cref="JusticeWords"/>, sealed.</summary>
    public byte[]? Box { get; set; }

    public int Version { get; set; } = 1;

    internal static string Field(Guid id) => $"justice:{id}";
}

/// <summary>What is written of the process.</summary>
public sealed record JusticeWords
{
    /// <summary>What she wants of it, as she said it.</summary>
    public string Wishes { get; init; } = "";

    /// <summary>Number of the investigation file.</summary>
    public string FileNumber { get; init; } = "";

    /// <summary>Where the complaint was made.</summary>
    public string Place { get; init; } = "";

    /// <summary>Name of the legal adviser, and how to reach them.</summary>
    public string Adviser { get; init; } = "";

    /// <summary>What the court ruled.</summary>
    public string Ruling { get; init; } = "";

    internal JusticeWords Tidied() =>
        new()
        {
            Wishes = Wishes.Trim(),
            FileNumber = FileNumber.Trim(),
            Place = Place.Trim(),
            Adviser = Adviser.Trim(),
            Ruling = Ruling.Trim(),
        };
}

/// <summary>One move of the process: its history, never changed.</summary>
public sealed class JusticeStep : ICaseContent
{
    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public required string Compartment { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    /// <summary>When it happened.</summary>
    public DateOnly On { get; init; }

    public Guid? UserId { get; init; }

    public DateTimeOffset At { get; init; }
}

internal sealed class JusticeTrackMapping : IEntityTypeConfiguration<JusticeTrack>
{
    public void Configure(EntityTypeBuilder<JusticeTrack> builder)
    {
        builder.ToTable("justice_tracks");
        builder.Property(row => row.Compartment).HasMaxLength(20);
        builder.Property(row => row.State).HasMaxLength(20);
        builder.Property(row => row.Wish).HasMaxLength(20);
        builder.Property(row => row.Filer).HasMaxLength(20);
        builder.Property(row => row.Authority).HasMaxLength(30);
        builder.Property(row => row.Adviser).HasMaxLength(20);
        builder.Property(row => row.NonPunishment).HasMaxLength(20);
        builder.Property(row => row.Ruling).HasMaxLength(20);
        builder.HasIndex(row => row.CaseId).IsUnique();
        builder.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
        builder.Open(row => row.Id, row => row.CaseId, row => row.Compartment, row => row.Version);
        builder.Sensitive(
            row => row.State,
            row => row.StateSince,
            row => row.Wish,
            row => row.WishOn,
            row => row.Filer,
            row => row.ComplaintOn,
            row => row.Authority,
            row => row.Offences,
            row => row.Adviser,
            row => row.NonPunishment,
            row => row.Ruling,
            row => row.RulingOn
        );
        builder.Sealed(row => row.Box);
    }
}

internal sealed class JusticeStepMapping : IEntityTypeConfiguration<JusticeStep>
{
    public void Configure(EntityTypeBuilder<JusticeStep> builder)
    {
        builder.ToTable("justice_steps");
        builder.Property(step => step.Compartment).HasMaxLength(20);
        builder.Property(step => step.From).HasMaxLength(20);
        builder.Property(step => step.To).HasMaxLength(20);
        builder.HasIndex(step => new { step.CaseId, step.At });
        builder.HasOne<Case>().WithMany().HasForeignKey(step => step.CaseId);
        builder.Open(
            step => step.Id,
            step => step.CaseId,
            step => step.Compartment,
            step => step.UserId,
            step => step.At
        );
        builder.Sensitive(step => step.From, step => step.To, step => step.On);
    }
}
