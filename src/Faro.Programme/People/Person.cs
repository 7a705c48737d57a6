// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.People;

/// <summary>
/// Somebody the programme met, without identity: what statistics may know. Names, dates and documents lie in
/// <see cref="SealedIdentity"/>, under a key of this person alone; erasing the key erases the person (design §4.4).
/// </summary>
public sealed class Person
{
    public const int NumberMaxLength = 20;

    public Guid Id { get; init; }

    /// <summary>The pseudonymous number that people say aloud, as in <c>PVR-2026-0007</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The agency that registered her; who else sees her comes with referrals and consent.</summary>
    public Guid AgencyId { get; init; }

    /// <summary>A code of the list <c>sex</c> (ISO 5218).</summary>
    public required string Sex { get; set; }

    /// <summary>A code of the list <c>gender</c> (HTCDS), or empty.</summary>
    public string Gender { get; set; } = "";

    /// <summary>A code of the list <c>age-bands</c> (CTDC), at registration, or empty when not known.</summary>
    public string AgeBand { get; set; } = "";

    /// <summary>Nothing yet shows whether she is of age.</summary>
    public bool AgeInDoubt { get; set; }

    /// <summary>A code of the list <c>countries</c>, or empty when not known.</summary>
    public string Citizenship { get; set; } = "";

    /// <summary>A code of the list <c>trafficking-status</c> (HTCDS).</summary>
    public required string Status { get; set; }

    /// <summary>Codes of the list <c>exploitation-forms</c> (LG 10).</summary>
    public List<string> ExploitationForms { get; set; } = [];

    /// <summary>When the programme met her; local date.</summary>
    public DateOnly RegisteredOn { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When her identity was erased for good.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>The record that stands for this one: both are one person. Lists, searches and counts show that one only.</summary>
    public Guid? JoinedToId { get; set; }

    public int Version { get; set; } = 1;

    /// <summary>Null once erased.</summary>
    public SealedIdentity? Identity { get; set; }

    /// <summary>Her files, one after another or with several agencies.</summary>
    public List<Case> Cases { get; init; } = [];

    /// <summary>Age in doubt and nothing to settle it: she is treated as a minor (LG 3-X). Shown, never decided here.</summary>
    public bool IsPresumedMinor => PresumesMinor(AgeInDoubt, AgeBand);

    /// <inheritdoc cref="IsPresumedMinor"/>
    public static bool PresumesMinor(bool ageInDoubt, string ageBand) =>
        ageInDoubt || ageBand.Length == 0;
}

/// <summary>The encrypted identity of one person; the plain text is a <c>PersonIdentity</c> as JSON.</summary>
public sealed class SealedIdentity
{
    public Guid PersonId { get; init; }

    /// <summary>AES-256-GCM under the person's key, bound to her id.</summary>
    public required byte[] Box { get; set; }
}

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people");
        builder.Ignore(person => person.IsPresumedMinor);
        builder.Property(person => person.Number).HasMaxLength(Person.NumberMaxLength);
        builder.Property(person => person.Sex).HasMaxLength(20);
        builder.Property(person => person.Gender).HasMaxLength(40);
        builder.Property(person => person.AgeBand).HasMaxLength(10);
        builder.Property(person => person.Citizenship).HasMaxLength(10);
        builder.Property(person => person.Status).HasMaxLength(60);
        builder.HasIndex(person => person.Number).IsUnique();
        builder.HasIndex(person => new { person.AgencyId, person.Id });
        builder.HasIndex(person => new { person.Status, person.AgencyId });
        builder.HasIndex(person => new { person.AgencyId, person.RegisteredOn });
        builder.HasIndex(person => person.JoinedToId);
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(person => person.JoinedToId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne(person => person.Identity)
            .WithOne()
            .HasForeignKey<SealedIdentity>(identity => identity.PersonId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.Open(
            person => person.Id,
            person => person.Number,
            person => person.AgencyId,
            person => person.CreatedAt,
            person => person.ErasedAt,
            person => person.JoinedToId,
            person => person.Version
        );
        builder.Sensitive(
            person => person.Sex,
            person => person.Gender,
            person => person.AgeBand,
            person => person.AgeInDoubt,
            person => person.Citizenship,
            person => person.Status,
            person => person.ExploitationForms,
            person => person.RegisteredOn
        );
    }
}

internal sealed class SealedIdentityMapping : IEntityTypeConfiguration<SealedIdentity>
{
    public void Configure(EntityTypeBuilder<SealedIdentity> builder)
    {
        builder.ToTable("sealed_identities");
        builder.HasKey(identity => identity.PersonId);
        builder.Open(identity => identity.PersonId);
        builder.Sealed(identity => identity.Box);
    }
}
