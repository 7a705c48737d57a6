// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Casework.Plans;

/// <summary>
/// What the person wants and agreed to, who stands for it, and when it is looked at again. One to a case; its goals and
/// reviews are rows of their own.
/// </summary>
public sealed class SupportPlan : ICaseRow
{
    public const int WordsMaxLength = 4000;
    public const string AgreementList = "plan-agreements";

    /// <summary>Nobody has asked her yet.</summary>
    public const string NotAgreed = "not-yet";

    public const string DueKind = "plan-review";

    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public required string Compartment { get; init; }

    public DateOnly StartedOn { get; init; }

    /// <summary>What she wants, as she said it; sealed.</summary>
    public byte[]? OwnWordsBox { get; set; }

    /// <summary>A code of the list <c>plan-agreements</c>.</summary>
    public required string Agreement { get; set; }

    public DateOnly? AgreedOn { get; set; }

    /// <summary>Null for whoever carries the case.</summary>
    public Guid? ResponsibleId { get; set; }

    public DateOnly? ReviewOn { get; set; }

    /// <summary>Who wrote it as it stands.</summary>
    public Guid? WrittenById { get; set; }

    public int Version { get; set; } = 1;

    internal static string OwnWordsField(Guid id) => $"case-plan:{id}";

    internal static IQueryable<CaseDue> Due(FaroDb db, Actor? reader) =>
        db
            .SupportPlans.SeenBy(reader, db)
            .Where(plan => plan.ReviewOn != null)
            .Select(plan => new CaseDue
            {
                CaseId = plan.CaseId,
                Compartment = plan.Compartment,
                RowId = plan.Id,
                Kind = DueKind,
                On = plan.ReviewOn!.Value,
                RemindOn = null,
                UserId = plan.ResponsibleId,
            });
}

/// <summary>A look at the plan together: never changed.</summary>
public sealed class PlanReview : ICaseContent
{
    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public required string Compartment { get; init; }

    public DateOnly On { get; init; }

    /// <summary>What came of it, sealed.</summary>
    public byte[]? WordsBox { get; init; }

    public DateOnly? NextOn { get; init; }

    public Guid? AuthorId { get; init; }

    public DateTimeOffset WrittenAt { get; init; }

    internal static string WordsField(Guid id) => $"case-plan-review:{id}";
}

internal sealed class SupportPlanMapping : IEntityTypeConfiguration<SupportPlan>
{
    public void Configure(EntityTypeBuilder<SupportPlan> builder)
    {
        builder.ToTable("case_plans");
        builder.Property(plan => plan.Compartment).HasMaxLength(20);
        builder.Property(plan => plan.Agreement).HasMaxLength(20);
        builder.HasIndex(plan => plan.CaseId).IsUnique();
        builder.HasIndex(plan => new { plan.ResponsibleId, plan.ReviewOn });
        builder.HasOne<Case>().WithMany().HasForeignKey(plan => plan.CaseId);
        builder.Open(
            plan => plan.Id,
            plan => plan.CaseId,
            plan => plan.Compartment,
            plan => plan.ResponsibleId,
            plan => plan.ReviewOn,
            plan => plan.WrittenById,
            plan => plan.Version
        );
        builder.Sensitive(plan => plan.StartedOn, plan => plan.Agreement, plan => plan.AgreedOn);
        builder.Sealed(plan => plan.OwnWordsBox);
    }
}

internal sealed class PlanReviewMapping : IEntityTypeConfiguration<PlanReview>
{
    public void Configure(EntityTypeBuilder<PlanReview> builder)
    {
        builder.ToTable("case_plan_reviews");
        builder.Property(review => review.Compartment).HasMaxLength(20);
        builder.HasIndex(review => new { review.CaseId, review.On });
        builder.HasOne<Case>().WithMany().HasForeignKey(review => review.CaseId);
        builder.Open(
            review => review.Id,
            review => review.CaseId,
            review => review.Compartment,
            review => review.NextOn,
            review => review.AuthorId,
            review => review.WrittenAt
        );
        builder.Sensitive(review => review.On);
        builder.Sealed(review => review.WordsBox);
    }
}
