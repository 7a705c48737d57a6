// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Agencies;
using Faro.Programme.Consent;
using Faro.Programme.People;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Cases;

/// <summary>
/// The file of one person with one agency, from the first sign to the end of follow-up. It holds codes, dates and ids;
/// what somebody wrote about her is sealed under her key (<c>SealedWords</c>).
/// </summary>
public sealed class Case
{
    public const int NumberMaxLength = 24;

    public Guid Id { get; init; }

    public Guid PersonId { get; init; }

    /// <summary>The person's number; from her second case on with a count behind it, as in <c>PVR-2026-0007-2</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The agency whose case it is.</summary>
    public Guid AgencyId { get; set; }

    /// <summary>The colleague who carries it; null while nobody was assigned.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>A code of the list <c>case-states</c>.</summary>
    public required string State { get; set; }

    public DateTimeOffset StateSince { get; set; }

    /// <summary>A code of the list <c>case-origins</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>A code of the list <c>risk-levels</c> as last assessed, or empty.</summary>
    public string Risk { get; set; } = "";

    /// <summary>
    /// The nearest day of all that is due, in every compartment; null when nothing is. A bound for queries, shown to nobody:
    /// the day itself would tell of a compartment that its reader does not work in. What she sees are <see cref="DueDay"/>s.
    /// </summary>
    public DateOnly? NextDueOn { get; set; }

    /// <summary>The last time somebody of the programme was in touch with her.</summary>
    public DateOnly? LastContactOn { get; set; }

    /// <summary>Seen by its team and the supervisor only, not by the whole agency.</summary>
    public bool Restricted { get; set; }

    public DateOnly OpenedOn { get; init; }

    public DateOnly? ClosedOn { get; set; }

    /// <summary>A code of the list <c>closure-reasons</c>, or empty while open.</summary>
    public string ClosureReason { get; set; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public int Version { get; set; } = 1;

    // What lists and the supervisor ask of many cases at once. Kept by CaseSettling, never written by an operation.

    /// <summary>Her last contact, or the opening while there was none: how long it has been quiet.</summary>
    public DateOnly QuietSince { get; set; }

    /// <summary>The place of <see cref="Risk"/> in its list; 0 while nobody assessed it.</summary>
    public int RiskRank { get; set; }

    /// <summary>As of her record: a code of the list <c>sex</c>.</summary>
    public string Sex { get; set; } = "";

    /// <summary>As of her record: a code of the list <c>age-bands</c>, or empty.</summary>
    public string AgeBand { get; set; } = "";

    /// <summary>She is a minor, or presumed one (LG 3-X).</summary>
    public bool IsMinor { get; set; }

    /// <summary>The last day of the longest consent, or exception of the law, that lives; null when there is none.</summary>
    public DateOnly? ConsentUntil { get; set; }

    public bool HasPlan { get; set; }

    public bool HasSafetyPlan { get; set; }

    /// <summary>A flag is up in the social part.</summary>
    public bool HasFlag { get; set; }

    /// <summary>An interview was finished.</summary>
    public bool IsInterviewed { get; set; }

    /// <summary>A determination is in force.</summary>
    public bool IsDetermined { get; set; }

    /// <summary>How many cuts of the statistics of the law (LG 88-VIII, 89-IV) nobody can make for her yet.</summary>
    public int StatutoryMissing { get; set; }

    /// <summary>By which rules all of this was last worked out; see <see cref="CaseSettling.Rules"/>.</summary>
    public int SettledBy { get; set; }

    public List<CaseMember> Members { get; init; } = [];

    public List<CaseGrant> Grants { get; init; } = [];

    public bool IsClosed => CaseStates.IsClosed(State);
}

/// <summary>One move of a case along its path: its history, never changed.</summary>
public sealed class CaseStep
{
    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    /// <summary>Empty for the opening.</summary>
    public required string From { get; init; }

    public required string To { get; init; }

    /// <summary>The version of the case that it made: steps of one moment have an order too.</summary>
    public int Version { get; init; }

    /// <summary>Null when the programme did it.</summary>
    public Guid? UserId { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>A colleague of the team that works with her, besides the one who carries the case.</summary>
public sealed class CaseMember
{
    public Guid CaseId { get; init; }

    public Guid UserId { get; init; }

    public DateTimeOffset Since { get; init; }
}

/// <summary>
/// A way into a case for somebody who is not of its agency or team: for a time, for some compartments, for a reason. An
/// emergency access is one, and what she consented to share is another.
/// </summary>
public sealed class CaseGrant
{
    public const int ReasonMinLength = 15;
    public const int ReasonMaxLength = 500;

    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    /// <summary>For one colleague; null when it is for an agency, and then for those who assign its work.</summary>
    public Guid? UserId { get; init; }

    /// <summary>To which agency it was opened; null for an emergency.</summary>
    public Guid? AgencyId { get; init; }

    /// <summary>A code of the list <c>case-access-reasons</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Codes of the list <c>compartments</c>.</summary>
    public List<string> Compartments { get; init; } = [];

    /// <summary>What was said for it, sealed under the person's key.</summary>
    public byte[]? ReasonBox { get; init; }

    /// <summary>The line of the ledger that it rests on; null when it rests on none, as an emergency does.</summary>
    public Guid? ConsentId { get; init; }

    public ConsentEntry? Consent { get; init; }

    public DateTimeOffset Since { get; init; }

    public DateTimeOffset Until { get; init; }

    /// <summary>Ended before its time: withdrawn consent, or the owner said no.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

internal sealed class CaseMapping : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("cases");
        builder.Ignore(file => file.IsClosed);
        builder.Property(file => file.Sex).HasMaxLength(20);
        builder.Property(file => file.AgeBand).HasMaxLength(10);
        builder.Property(file => file.Number).HasMaxLength(Case.NumberMaxLength);
        builder.Property(file => file.State).HasMaxLength(30);
        builder.Property(file => file.Origin).HasMaxLength(30);
        builder.Property(file => file.Risk).HasMaxLength(20);
        builder.Property(file => file.ClosureReason).HasMaxLength(30);
        builder.HasIndex(file => file.Number).IsUnique();
        builder.HasIndex(file => new { file.AgencyId, file.Id });
        builder.HasIndex(file => new { file.OwnerId, file.NextDueOn });
        CaseIndexes.Map(builder);
        builder
            .HasOne<Person>()
            .WithMany(person => person.Cases)
            .HasForeignKey(file => file.PersonId);
        builder.HasOne<Agency>().WithMany().HasForeignKey(file => file.AgencyId);
        builder.HasMany(file => file.Members).WithOne().HasForeignKey(member => member.CaseId);
        builder.HasMany(file => file.Grants).WithOne().HasForeignKey(grant => grant.CaseId);
        builder.Open(
            file => file.Id,
            file => file.PersonId,
            file => file.Number,
            file => file.AgencyId,
            file => file.OwnerId,
            file => file.NextDueOn,
            file => file.Restricted,
            file => file.CreatedAt,
            file => file.Version,
            file => file.SettledBy
        );
        builder.Sensitive(
            file => file.QuietSince,
            file => file.RiskRank,
            file => file.Sex,
            file => file.AgeBand,
            file => file.IsMinor,
            file => file.ConsentUntil,
            file => file.HasPlan,
            file => file.HasSafetyPlan,
            file => file.HasFlag,
            file => file.IsInterviewed,
            file => file.IsDetermined,
            file => file.StatutoryMissing,
            file => file.State,
            file => file.StateSince,
            file => file.Origin,
            file => file.Risk,
            file => file.LastContactOn,
            file => file.OpenedOn,
            file => file.ClosedOn,
            file => file.ClosureReason
        );
    }
}

internal sealed class CaseStepMapping : IEntityTypeConfiguration<CaseStep>
{
    public void Configure(EntityTypeBuilder<CaseStep> builder)
    {
        builder.ToTable("case_steps");
        builder.Property(step => step.From).HasMaxLength(30);
        builder.Property(step => step.To).HasMaxLength(30);
        builder.HasIndex(step => new { step.CaseId, step.Version });
        builder.HasOne<Case>().WithMany().HasForeignKey(step => step.CaseId);
        builder.Open(
            step => step.Id,
            step => step.CaseId,
            step => step.UserId,
            step => step.At,
            step => step.Version
        );
        builder.Sensitive(step => step.From, step => step.To);
    }
}

internal sealed class CaseMemberMapping : IEntityTypeConfiguration<CaseMember>
{
    public void Configure(EntityTypeBuilder<CaseMember> builder)
    {
        builder.ToTable("case_members");
        builder.HasKey(member => new { member.CaseId, member.UserId });
        builder.HasIndex(member => member.UserId);
        builder.HasOne<User>().WithMany().HasForeignKey(member => member.UserId);
        builder.Open(member => member.CaseId, member => member.UserId, member => member.Since);
    }
}

internal sealed class CaseGrantMapping : IEntityTypeConfiguration<CaseGrant>
{
    public void Configure(EntityTypeBuilder<CaseGrant> builder)
    {
        builder.ToTable("case_grants");
        builder.Property(grant => grant.Kind).HasMaxLength(30);
        builder.HasIndex(grant => new { grant.CaseId, grant.Until });
        builder.HasIndex(grant => new { grant.UserId, grant.Until });
        builder.HasIndex(grant => new { grant.AgencyId, grant.Until });
        builder.HasOne(grant => grant.Consent).WithMany().HasForeignKey(grant => grant.ConsentId);
        builder.Open(
            grant => grant.Id,
            grant => grant.CaseId,
            grant => grant.UserId,
            grant => grant.AgencyId,
            grant => grant.Kind,
            grant => grant.Compartments,
            grant => grant.ConsentId,
            grant => grant.Since,
            grant => grant.Until,
            grant => grant.EndedAt
        );
        builder.Sealed(grant => grant.ReasonBox);
    }
}
