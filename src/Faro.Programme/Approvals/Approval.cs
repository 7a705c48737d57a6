// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Approvals;

/// <summary>
/// One request to approve something of a case as it stood that day. The levels are those of the rule of that day: a rule
/// that changes later changes nothing here.
/// </summary>
public sealed class Approval : ICaseRow
{
    public const int WordsMaxLength = 2000;
    public const string DueKind = "approval";

    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public required string Compartment { get; init; }

    /// <summary>A code of the list <c>approval-subjects</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The row that is to be approved; the case itself where it is to be closed.</summary>
    public Guid SubjectId { get; init; }

    /// <summary>Its version that day.</summary>
    public int SubjectVersion { get; init; }

    /// <summary>What is to be done with it, as a code: why a case is to be closed. Empty where nothing is chosen.</summary>
    public string Choice { get; init; } = "";

    /// <summary>How it stood: lines of <see cref="SnapshotLine"/>, sealed.</summary>
    public byte[]? SnapshotBox { get; init; }

    /// <summary>What the colleague wrote with the request, sealed.</summary>
    public byte[]? WordsBox { get; init; }

    /// <summary>What changed after it was approved has to be approved again.</summary>
    public bool AsksAgain { get; init; }

    /// <summary>A code of the list <c>approval-states</c>.</summary>
    public required string State { get; set; }

    /// <summary>The level that has the word, or had the last.</summary>
    public int Level { get; set; }

    /// <summary>Who may answer on this level; as in <see cref="ApprovalLevel"/>.</summary>
    public string LevelRole { get; set; } = "";

    /// <inheritdoc cref="LevelRole"/>
    public List<Guid> LevelUserIds { get; set; } = [];

    /// <summary>Who may not answer: those who wrote it, who asked, and who said yes on a level before.</summary>
    public List<Guid> BarredIds { get; set; } = [];

    /// <summary>The last day on which the level answers in time.</summary>
    public DateOnly DueOn { get; set; }

    public Guid? AskedById { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    public List<ApprovalStep> Steps { get; init; } = [];

    public int Version { get; set; } = 1;

    internal ApprovalPlace Place => new(State, Level);

    internal static string SnapshotField(Guid id) => $"approval-snapshot:{id}";

    internal static string WordsField(Guid id) => $"approval-words:{id}";

    internal static IQueryable<CaseDue> Due(FaroDb db, Actor? reader) =>
        db
            .Approvals.SeenBy(reader, db)
            .Where(row => row.State == ApprovalStates.Waiting)
            .Select(row => new CaseDue
            {
                CaseId = row.CaseId,
                Compartment = row.Compartment,
                RowId = row.Id,
                Kind = DueKind,
                On = row.DueOn,
                RemindOn = null,
                UserId = null,
            });

    /// <summary>Gives the word to a level; its days begin to count.</summary>
    internal void Reach(ApprovalStep step, DateOnly dueOn)
    {
        Level = step.Order;
        LevelRole = step.Role;
        LevelUserIds = step.UserIds;
        DueOn = dueOn;
        step.DueOn = dueOn;
    }
}

/// <summary>One level of a request, and what it said.</summary>
public sealed class ApprovalStep
{
    public Guid ApprovalId { get; init; }

    /// <summary>From 1.</summary>
    public int Order { get; init; }

    /// <summary>As in <see cref="ApprovalLevel.Role"/>.</summary>
    public string Role { get; init; } = "";

    public List<Guid> UserIds { get; init; } = [];

    public int Days { get; init; }

    /// <summary>Null while an earlier level has the word.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>Null while it has not answered.</summary>
    public bool? Granted { get; set; }

    public Guid? DecidedById { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Sealed.</summary>
    public byte[]? WordsBox { get; set; }

    internal static string WordsField(Guid approval, int order) =>
        $"approval-answer:{approval}:{order}";
}

internal sealed class ApprovalMapping : IEntityTypeConfiguration<Approval>
{
    public void Configure(EntityTypeBuilder<Approval> builder)
    {
        builder.ToTable("approvals");
        builder.Ignore(row => row.Place);
        builder.Property(row => row.Compartment).HasMaxLength(20);
        builder.Property(row => row.Subject).HasMaxLength(30);
        builder.Property(row => row.Choice).HasMaxLength(30);
        builder.Property(row => row.State).HasMaxLength(20);
        builder.Property(row => row.LevelRole).HasMaxLength(30);
        builder.HasIndex(row => new { row.CaseId, row.Subject });
        builder.HasIndex(row => new { row.State, row.DueOn });
        builder.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
        builder.HasMany(row => row.Steps).WithOne().HasForeignKey(step => step.ApprovalId);
        builder.Open(
            row => row.Id,
            row => row.CaseId,
            row => row.Compartment,
            row => row.Subject,
            row => row.SubjectId,
            row => row.SubjectVersion,
            row => row.AsksAgain,
            row => row.State,
            row => row.Level,
            row => row.LevelRole,
            row => row.LevelUserIds,
            row => row.BarredIds,
            row => row.DueOn,
            row => row.AskedById,
            row => row.AskedAt,
            row => row.Version
        );
        builder.Sensitive(row => row.Choice);
        builder.Sealed(row => row.SnapshotBox, row => row.WordsBox);
    }
}

internal sealed class ApprovalStepMapping : IEntityTypeConfiguration<ApprovalStep>
{
    public void Configure(EntityTypeBuilder<ApprovalStep> builder)
    {
        builder.ToTable("approval_steps");
        builder.HasKey(step => new { step.ApprovalId, step.Order });
        builder.Property(step => step.Role).HasMaxLength(30);
        builder.Open(
            step => step.ApprovalId,
            step => step.Order,
            step => step.Role,
            step => step.UserIds,
            step => step.Days,
            step => step.DueOn,
            step => step.Granted,
            step => step.DecidedById,
            step => step.DecidedAt
        );
        builder.Sealed(step => step.WordsBox);
    }
}
