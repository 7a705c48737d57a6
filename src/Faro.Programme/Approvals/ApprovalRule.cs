// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Agencies;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Approvals;

/// <summary>
/// What needs approval, by whom and until when: data of the programme, or of one agency, whose own rule goes before the
/// programme's.
/// </summary>
public sealed class ApprovalRule
{
    public const string SubjectList = "approval-subjects";

    public Guid Id { get; init; }

    /// <summary>Null for the whole programme.</summary>
    public Guid? AgencyId { get; init; }

    /// <summary>A code of the list <c>approval-subjects</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>What changed after it was approved has to be approved again.</summary>
    public bool AsksAgain { get; set; }

    public List<ApprovalLevel> Levels { get; init; } = [];

    public int Version { get; set; } = 1;
}

/// <summary>One who has to say yes: anybody of a role, or one of several people by name.</summary>
public sealed class ApprovalLevel
{
    public const int MostDays = 60;

    public Guid RuleId { get; init; }

    /// <summary>From 1.</summary>
    public int Order { get; init; }

    /// <summary>The code of a role; empty where people are named.</summary>
    public string Role { get; init; } = "";

    public List<Guid> UserIds { get; init; } = [];

    /// <summary>Working days to answer.</summary>
    public int Days { get; init; }
}

internal sealed class ApprovalRuleMapping : IEntityTypeConfiguration<ApprovalRule>
{
    public void Configure(EntityTypeBuilder<ApprovalRule> builder)
    {
        builder.ToTable("approval_rules");
        builder.Property(rule => rule.Subject).HasMaxLength(30);
        builder.HasIndex(rule => new { rule.AgencyId, rule.Subject }).IsUnique();
        builder.HasOne<Agency>().WithMany().HasForeignKey(rule => rule.AgencyId);
        builder.HasMany(rule => rule.Levels).WithOne().HasForeignKey(level => level.RuleId);
        builder.Open(
            rule => rule.Id,
            rule => rule.AgencyId,
            rule => rule.Subject,
            rule => rule.AsksAgain,
            rule => rule.Version
        );
    }
}

internal sealed class ApprovalLevelMapping : IEntityTypeConfiguration<ApprovalLevel>
{
    public void Configure(EntityTypeBuilder<ApprovalLevel> builder)
    {
        builder.ToTable("approval_levels");
        builder.HasKey(level => new { level.RuleId, level.Order });
        builder.Property(level => level.Role).HasMaxLength(30);
        builder.Open(
            level => level.RuleId,
            level => level.Order,
            level => level.Role,
            level => level.UserIds,
            level => level.Days
        );
    }
}
