// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Casework.Assessments;

/// <summary>
/// What the person does when danger comes, in her own order. Each writing is a row of its own: the last one holds, the
/// earlier ones tell what held before.
/// </summary>
public sealed class SafetyPlan : ICaseContent
{
    public const int TextMaxLength = 3000;
    public const string DueKind = "safety-plan";

    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public required string Compartment { get; init; }

    /// <summary>Counts up within the case.</summary>
    public int Version { get; init; }

    /// <summary>The words of <see cref="SafetyWords"/>, sealed.</summary>
    public byte[]? Box { get; init; }

    public DateOnly? ReviewOn { get; init; }

    public Guid? AuthorId { get; init; }

    public DateTimeOffset WrittenAt { get; init; }

    /// <summary>The one that holds.</summary>
    public bool IsLatest { get; set; }

    internal static string Field(Guid id) => $"case-safety-plan:{id}";

    internal static IQueryable<CaseDue> Due(FaroDb db, Actor? reader) =>
        db
            .SafetyPlans.SeenBy(reader, db)
            .Where(plan => plan.IsLatest && plan.ReviewOn != null)
            .Select(plan => new CaseDue
            {
                CaseId = plan.CaseId,
                Compartment = plan.Compartment,
                RowId = plan.Id,
                Kind = DueKind,
                On = plan.ReviewOn!.Value,
                RemindOn = null,
                UserId = null,
            });
}

/// <summary>The parts of a safety plan.</summary>
public sealed record SafetyWords
{
    public string Dangers { get; init; } = "";

    /// <summary>How she notices that danger comes.</summary>
    public string Signs { get; init; } = "";

    /// <summary>What she does, one line each.</summary>
    public string Steps { get; init; } = "";

    /// <summary>Who helps, and how to reach them.</summary>
    public string Helpers { get; init; } = "";

    /// <summary>Where she goes.</summary>
    public string Place { get; init; } = "";

    internal SafetyWords Tidied() =>
        new()
        {
            Dangers = Dangers.Trim(),
            Signs = Signs.Trim(),
            Steps = Steps.Trim(),
            Helpers = Helpers.Trim(),
            Place = Place.Trim(),
        };
}

internal sealed class SafetyPlanMapping : IEntityTypeConfiguration<SafetyPlan>
{
    public void Configure(EntityTypeBuilder<SafetyPlan> builder)
    {
        builder.ToTable("case_safety_plans");
        builder.Property(plan => plan.Compartment).HasMaxLength(20);
        builder.HasIndex(plan => new { plan.CaseId, plan.Version }).IsUnique();
        builder.HasOne<Case>().WithMany().HasForeignKey(plan => plan.CaseId);
        builder.Open(
            plan => plan.Id,
            plan => plan.CaseId,
            plan => plan.Compartment,
            plan => plan.Version,
            plan => plan.ReviewOn,
            plan => plan.AuthorId,
            plan => plan.WrittenAt,
            plan => plan.IsLatest
        );
        builder.Sealed(plan => plan.Box);
    }
}
