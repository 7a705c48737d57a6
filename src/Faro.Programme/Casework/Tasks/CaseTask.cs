// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Casework.Tasks;

/// <summary>Something that somebody has to do in a case.</summary>
public sealed class CaseTask : ICaseRow
{
    public const int TitleMaxLength = 200;
    public const int MostReminderDays = 60;
    public const string KindList = "task-kinds";
    public const string StateList = "task-states";

    /// <summary>The kind that says nothing by itself: it needs a title.</summary>
    public const string OtherKind = "other";

    public const string Open = "open";
    public const string Done = "done";
    public const string Cancelled = "cancelled";

    /// <summary>How <see cref="CaseDue"/> names it.</summary>
    public const string DueKind = "task";

    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public required string Compartment { get; set; }

    /// <summary>A code of the list <c>task-kinds</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>In words, sealed; without them the kind says what it is.</summary>
    public byte[]? TitleBox { get; set; }

    /// <summary>Whose; null for whoever carries the case.</summary>
    public Guid? OwnerId { get; set; }

    public DateOnly? DueOn { get; set; }

    /// <summary>From this day on it is shown as coming; null for no reminder.</summary>
    public DateOnly? RemindOn { get; set; }

    /// <summary>A code of the list <c>task-states</c>.</summary>
    public string State { get; set; } = Open;

    public DateTimeOffset? EndedAt { get; set; }

    public Guid? EndedById { get; set; }

    public Guid? CreatedById { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public int Version { get; set; } = 1;

    internal static string TitleField(Guid id) => $"case-task:{id}";

    internal static IQueryable<CaseDue> Due(FaroDb db, Actor? reader) =>
        db
            .CaseTasks.SeenBy(reader, db)
            .Where(task => task.State == Open && task.DueOn != null)
            .Select(task => new CaseDue
            {
                CaseId = task.CaseId,
                Compartment = task.Compartment,
                RowId = task.Id,
                Kind = DueKind,
                On = task.DueOn!.Value,
                RemindOn = task.RemindOn,
                UserId = task.OwnerId,
            });
}

internal sealed class CaseTaskMapping : IEntityTypeConfiguration<CaseTask>
{
    public void Configure(EntityTypeBuilder<CaseTask> builder)
    {
        builder.ToTable("case_tasks");
        builder.Property(task => task.Compartment).HasMaxLength(20);
        builder.Property(task => task.Kind).HasMaxLength(30);
        builder.Property(task => task.State).HasMaxLength(20);
        builder.HasIndex(task => new { task.CaseId, task.State });
        builder.HasIndex(task => new
        {
            task.OwnerId,
            task.State,
            task.DueOn,
        });
        builder.HasOne<Case>().WithMany().HasForeignKey(task => task.CaseId);
        builder.Open(
            task => task.Id,
            task => task.CaseId,
            task => task.OwnerId,
            task => task.DueOn,
            task => task.RemindOn,
            task => task.EndedAt,
            task => task.EndedById,
            task => task.CreatedById,
            task => task.CreatedAt,
            task => task.Version
        );
        builder.Sensitive(task => task.Compartment, task => task.Kind, task => task.State);
        builder.Sealed(task => task.TitleBox);
    }
}
