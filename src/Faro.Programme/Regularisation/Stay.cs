// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Regularisation;

/// <summary>An application for a stay, hers or a relative's, from its preparation to its end, with the term that runs.</summary>
public sealed class Stay : ICaseRow
{
    public const int FolioMaxLength = 80;
    public const string KindList = "stay-kinds";
    public const string OfficeList = "migration-offices";
    public const string EndReasonList = "stay-end-reasons";

    public const string OfVictim = "humanitarian-victim";
    public const string OfChild = "humanitarian-child";

    /// <summary>A visa of a relative in first degree (LG 78).</summary>
    public const string OfRelative = "humanitarian-relative";
    public const string Regularisation = "regularisation";

    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public required string Compartment { get; init; }

    /// <summary>A code of the list <c>stay-kinds</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The person whose visa it is, where it is not hers.</summary>
    public Guid? RelativeId { get; set; }

    /// <summary>A code of the list <c>migration-offices</c>.</summary>
    public string Office { get; set; } = "";

    /// <summary>A code of the list <c>stay-states</c>.</summary>
    public string State { get; set; } = StayStates.Preparing;

    /// <summary>Local date.</summary>
    public DateOnly StateSince { get; set; }

    public DateOnly? AppliedOn { get; set; }

    /// <summary>When the authority's decision was told.</summary>
    public DateOnly? DecidedOn { get; set; }

    /// <summary>The last day of what was granted; null for no end.</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>A code of the list <c>stay-end-reasons</c>, or empty.</summary>
    public string EndReason { get; set; } = "";

    /// <summary>Which term runs: the code of a <see cref="MigrationClock"/>, or empty.</summary>
    public string Clock { get; set; } = "";

    /// <summary>When it ends.</summary>
    public DateOnly? DueOn { get; set; }

    public DateOnly? RemindOn { get; set; }

    /// <summary>The words of <see cref="StayWords"/>, sealed.</summary>
    public byte[]? Box { get; set; }

    public int Version { get; set; } = 1;

    /// <summary>The stay of a victim for as long as the process lasts (LG 75; LM 52-V-a).</summary>
    internal bool RestsOnTheProcess => Kind is OfVictim or Regularisation;

    internal static string Field(Guid id) => $"stay:{id}";

    /// <summary>How <see cref="CaseDue"/> names a term.</summary>
    public const string DueKind = "stay-";

    internal static IQueryable<CaseDue> Due(FaroDb db, Actor? reader) =>
        db
            .Stays.SeenBy(reader, db)
            .Where(row => row.DueOn != null)
            .Select(row => new CaseDue
            {
                CaseId = row.CaseId,
                Compartment = row.Compartment,
                RowId = row.Id,
                Kind = DueKind + row.Clock,
                On = row.DueOn!.Value,
                RemindOn = row.RemindOn,
                UserId = null,
            });

    internal void Run(string clock, DateOnly dueOn, DateOnly? remindOn = null) =>
        (Clock, DueOn, RemindOn) = (clock, dueOn, remindOn);

    internal void Rest() => (Clock, DueOn, RemindOn) = ("", null, null);
}

/// <summary>What is written of a stay.</summary>
public sealed record StayWords
{
    /// <summary>Number of the application or the card.</summary>
    public string Folio { get; init; } = "";

    public string Notes { get; init; } = "";

    internal StayWords Tidied() => new() { Folio = Folio.Trim(), Notes = Notes.Trim() };
}

internal sealed class StayMapping : IEntityTypeConfiguration<Stay>
{
    public void Configure(EntityTypeBuilder<Stay> builder)
    {
        builder.ToTable("stays");
        builder.Ignore(row => row.RestsOnTheProcess);
        builder.Property(row => row.Compartment).HasMaxLength(20);
        builder.Property(row => row.Kind).HasMaxLength(30);
        builder.Property(row => row.Office).HasMaxLength(20);
        builder.Property(row => row.State).HasMaxLength(20);
        builder.Property(row => row.EndReason).HasMaxLength(20);
        builder.Property(row => row.Clock).HasMaxLength(20);
        builder.HasIndex(row => new { row.CaseId, row.State });
        builder.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
        builder.HasOne<People.Person>().WithMany().HasForeignKey(row => row.RelativeId);
        builder.Open(
            row => row.Id,
            row => row.CaseId,
            row => row.Compartment,
            row => row.DueOn,
            row => row.RemindOn,
            row => row.Version
        );
        builder.Sensitive(
            row => row.Kind,
            row => row.RelativeId,
            row => row.Office,
            row => row.State,
            row => row.StateSince,
            row => row.AppliedOn,
            row => row.DecidedOn,
            row => row.ValidUntil,
            row => row.EndReason,
            row => row.Clock
        );
        builder.Sealed(row => row.Box);
    }
}
