// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Casework.Plans;

/// <summary>A goal of the plan (HTCDS 2.0, support plan): what for, what is done, until when, and what came of it.</summary>
public sealed class PlanGoal : ICaseRow
{
    public const int TextMaxLength = 1500;
    public const string TypeList = "support-plan-types";
    public const string StateList = "goal-states";
    public const string Open = "open";
    public const string Reached = "reached";
    public const string DueKind = "goal";

    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public required string Compartment { get; set; }

    /// <summary>A code of the list <c>support-plan-types</c>.</summary>
    public required string Type { get; set; }

    /// <summary>The words of <see cref="GoalWords"/>, sealed.</summary>
    public byte[]? Box { get; set; }

    /// <summary>Null for whoever stands for the plan.</summary>
    public Guid? ResponsibleId { get; set; }

    public DateOnly StartedOn { get; set; }

    public DateOnly? PlannedEnd { get; set; }

    /// <summary>When it ended; null while open.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>A code of the list <c>goal-states</c>.</summary>
    public string State { get; set; } = Open;

    /// <summary>Who wrote it as it stands.</summary>
    public Guid? WrittenById { get; set; }

    public int Version { get; set; } = 1;

    internal static string Field(Guid id) => $"case-goal:{id}";

    internal static IQueryable<CaseDue> Due(FaroDb db, Actor? reader) =>
        db
            .PlanGoals.SeenBy(reader, db)
            .Where(goal => goal.State == Open && goal.PlannedEnd != null)
            .Select(goal => new CaseDue
            {
                CaseId = goal.CaseId,
                Compartment = goal.Compartment,
                RowId = goal.Id,
                Kind = DueKind,
                On = goal.PlannedEnd!.Value,
                RemindOn = null,
                UserId = goal.ResponsibleId,
            });
}

/// <summary>The words of a goal.</summary>
public sealed record GoalWords
{
    /// <summary>What is to be reached.</summary>
    public string Objective { get; init; } = "";

    /// <summary>What she does and what we do, one line each.</summary>
    public string Actions { get; init; } = "";

    internal GoalWords Tidied() => new() { Objective = Objective.Trim(), Actions = Actions.Trim() };
}

internal sealed class PlanGoalMapping : IEntityTypeConfiguration<PlanGoal>
{
    public void Configure(EntityTypeBuilder<PlanGoal> builder)
    {
        builder.ToTable("case_goals");
        builder.Property(goal => goal.Compartment).HasMaxLength(20);
        builder.Property(goal => goal.Type).HasMaxLength(30);
        builder.Property(goal => goal.State).HasMaxLength(20);
        builder.HasIndex(goal => new { goal.CaseId, goal.State });
        builder.HasIndex(goal => new
        {
            goal.ResponsibleId,
            goal.State,
            goal.PlannedEnd,
        });
        builder.HasOne<Case>().WithMany().HasForeignKey(goal => goal.CaseId);
        builder.Open(
            goal => goal.Id,
            goal => goal.CaseId,
            goal => goal.ResponsibleId,
            goal => goal.PlannedEnd,
            goal => goal.WrittenById,
            goal => goal.Version
        );
        builder.Sensitive(
            goal => goal.Compartment,
            goal => goal.Type,
            goal => goal.StartedOn,
            goal => goal.EndedOn,
            goal => goal.State
        );
        builder.Sealed(goal => goal.Box);
    }
}
