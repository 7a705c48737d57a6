// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Agencies;

/// <summary>A member of the network: a public body, a shelter, a civil organisation, an international office.</summary>
public sealed class Agency
{
    public const int NameMaxLength = 160;
    public const int ShortNameMaxLength = 40;
    public const int NotesMaxLength = 2000;
    public const int EmailMaxLength = 160;

    public Guid Id { get; init; }

    public required string Name { get; set; }

    public required string ShortName { get; set; }

    /// <summary>A code of the list <c>agency-sectors</c>.</summary>
    public required string Sector { get; set; }

    /// <summary>A code of the list <c>agency-kinds</c> (HTCDS organisation types).</summary>
    public required string Kind { get; set; }

    /// <summary>INEGI code of the municipality (5 digits) or state (2 digits) it works in, or empty for the country.</summary>
    public string Territory { get; set; } = "";

    public string Phone { get; set; } = "";

    public string Email { get; set; } = "";

    /// <summary>What it may do under the law, in its own words.</summary>
    public string Mandate { get; set; } = "";

    /// <summary>No longer part of the network; kept for what refers to it.</summary>
    public bool Closed { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Grows with each change; a form that shows an older one is told so instead of overwriting.</summary>
    public int Version { get; set; } = 1;
}

internal sealed class AgencyMapping : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.ToTable("agencies");
        builder.Property(agency => agency.Name).HasMaxLength(Agency.NameMaxLength);
        builder.Property(agency => agency.ShortName).HasMaxLength(Agency.ShortNameMaxLength);
        builder.Property(agency => agency.Sector).HasMaxLength(40);
        builder.Property(agency => agency.Kind).HasMaxLength(60);
        builder.Property(agency => agency.Territory).HasMaxLength(5);
        builder.Property(agency => agency.Phone).HasMaxLength(20);
        builder.Property(agency => agency.Email).HasMaxLength(Agency.EmailMaxLength);
        builder.Property(agency => agency.Mandate).HasMaxLength(Agency.NotesMaxLength);
        builder.HasIndex(agency => agency.Name).IsUnique();
        builder.Open(
            agency => agency.Id,
            agency => agency.Name,
            agency => agency.ShortName,
            agency => agency.Sector,
            agency => agency.Kind,
            agency => agency.Territory,
            agency => agency.Phone,
            agency => agency.Email,
            agency => agency.Mandate,
            agency => agency.Closed,
            agency => agency.CreatedAt,
            agency => agency.Version
        );
    }
}
