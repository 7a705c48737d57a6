// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Agencies;
using Faro.Programme.Cases;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Caseload.Together;

/// <summary>One thing that somebody asked to be done in many cases, and what is needed to undo it.</summary>
public sealed class CaseBatch
{
    public const int MostCases = 10_000;

    public Guid Id { get; init; }

    public Guid AgencyId { get; init; }

    public Guid RequestedBy { get; init; }

    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>A code of the list <c>batch-actions</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Who is to carry the cases, to come to their teams or to leave them, or to do the task.</summary>
    public Guid? ColleagueId { get; init; }

    /// <summary>A code of the list <c>task-kinds</c>, or empty.</summary>
    public string TaskKind { get; init; } = "";

    /// <summary>The day of the task or flag.</summary>
    public DateOnly? On { get; init; }

    public int RemindDays { get; init; }

    /// <summary>
    /// The words of the task or flag, sealed under a key of this batch. They go into each case under its person's key, and
    /// are forgotten here, key and all, when the job has ended.
    /// </summary>
    public byte[]? WordsBox { get; set; }

    public int CaseCount { get; init; }

    public Guid JobId { get; set; }

    /// <summary>The job that undoes it, once somebody asked.</summary>
    public Guid? UndoJobId { get; set; }

    internal static string WordsField(Guid id) => $"case-batch:{id}";
}

/// <summary>One case of a batch. It is settled in the transaction that changes the case, so it is changed once.</summary>
public sealed class CaseBatchItem
{
    public const string StateList = "batch-item-states";
    public const string Waiting = "waiting";
    public const string Done = "done";
    public const string Skipped = "skipped";
    public const string Undone = "undone";

    /// <summary>Left as it is when the rest was undone: somebody has changed it since.</summary>
    public const string Kept = "kept";

    public Guid BatchId { get; init; }

    public Guid CaseId { get; init; }

    /// <summary>0, 1, 2 …</summary>
    public int Index { get; init; }

    /// <summary>A code of the list <c>batch-item-states</c>.</summary>
    public string State { get; set; } = Waiting;

    /// <summary>The refusal code of what was not done or not undone.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The task or flag that it made.</summary>
    public Guid? RowId { get; set; }

    /// <summary>Who carried the case before.</summary>
    public Guid? OwnerBefore { get; set; }

    /// <summary>Whoever carries the case now was on its team before.</summary>
    public bool WasMember { get; set; }

    public DateTimeOffset? ChangedAt { get; set; }
}

/// <summary>What can be done in many cases at once: codes of the list <c>batch-actions</c>.</summary>
public static class BatchActions
{
    public const string List = "batch-actions";
    public const string Assign = "assign";
    public const string AddMember = "add-member";
    public const string RemoveMember = "remove-member";
    public const string Flag = "flag";
    public const string Task = "task";

    public static bool IsOfTeam(string action) => action is Assign or AddMember or RemoveMember;

    /// <summary>What it asks of whoever does it, as in one case.</summary>
    public static Permission Asks(string action) =>
        IsOfTeam(action) ? Permissions.AssignCases : Permissions.WorkCases;
}

/// <summary>Which batches somebody sees: their own; who leads, all of the agency.</summary>
public static class CaseBatchVisibility
{
    public static IQueryable<CaseBatch> VisibleTo(this IQueryable<CaseBatch> batches, Actor actor)
    {
        if (!actor.May(Permissions.WorkCases))
        {
            return batches.Where(batch => false);
        }

        var (user, agency) = (actor.UserId, actor.AgencyId);
        return actor.May(Permissions.AssignCases)
            ? batches.Where(batch => batch.AgencyId == agency)
            : batches.Where(batch => batch.RequestedBy == user && batch.AgencyId == agency);
    }
}

internal sealed class CaseBatchMapping : IEntityTypeConfiguration<CaseBatch>
{
    public void Configure(EntityTypeBuilder<CaseBatch> builder)
    {
        builder.ToTable("case_batches");
        builder.Property(batch => batch.Action).HasMaxLength(20);
        builder.Property(batch => batch.TaskKind).HasMaxLength(30);
        builder.HasIndex(batch => new { batch.AgencyId, batch.Id });
        builder.HasOne<Agency>().WithMany().HasForeignKey(batch => batch.AgencyId);
        builder.HasOne<User>().WithMany().HasForeignKey(batch => batch.RequestedBy);
        builder.Open(
            batch => batch.Id,
            batch => batch.AgencyId,
            batch => batch.RequestedBy,
            batch => batch.RequestedAt,
            batch => batch.Action,
            batch => batch.ColleagueId,
            batch => batch.On,
            batch => batch.RemindDays,
            batch => batch.CaseCount,
            batch => batch.JobId,
            batch => batch.UndoJobId
        );
        builder.Sensitive(batch => batch.TaskKind);
        builder.Sealed(batch => batch.WordsBox);
    }
}

internal sealed class CaseBatchItemMapping : IEntityTypeConfiguration<CaseBatchItem>
{
    public void Configure(EntityTypeBuilder<CaseBatchItem> builder)
    {
        builder.ToTable("case_batch_items");
        builder.HasKey(item => new { item.BatchId, item.CaseId });
        builder.Property(item => item.State).HasMaxLength(10);
        builder.Property(item => item.Reason).HasMaxLength(80);
        builder.HasIndex(item => new { item.BatchId, item.Index });
        builder.HasOne<CaseBatch>().WithMany().HasForeignKey(item => item.BatchId);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.CaseId);
        builder.Open(
            item => item.BatchId,
            item => item.CaseId,
            item => item.Index,
            item => item.State,
            item => item.Reason,
            item => item.RowId,
            item => item.OwnerBefore,
            item => item.WasMember,
            item => item.ChangedAt
        );
    }
}
