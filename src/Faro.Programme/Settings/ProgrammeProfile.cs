// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Caseload.Team;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Settings;

/// <summary>The programme itself: one row, made by the first-run page. Until it exists nothing else can be done.</summary>
public sealed class ProgrammeProfile
{
    public const int NameMaxLength = 160;

    /// <summary>CTDC's rule for published counts.</summary>
    public const int LeastMinimumCell = 10;
    public const int GreatestMinimumCell = 100;

    public const int UsualReflectionDays = 60;
    public const int LeastReflectionDays = 1;
    public const int MostReflectionDays = 365;

    public const int LeastQuietDays = 1;
    public const int MostQuietDays = 365;
    public const int LeastLoad = 1;
    public const int MostLoad = 1000;

    public Guid Id { get; init; }

    public required string Name { get; set; }

    /// <summary>ISO 3166-1 alpha-2, lower case.</summary>
    public required string Country { get; set; }

    /// <summary>INEGI code of the municipality or state, 2 or 5 digits.</summary>
    public required string Territory { get; set; }

    public required string TerritoryName { get; set; }

    /// <summary>Three capital letters that begin the pseudonymous numbers, as in <c>PVR-2026-0007</c>.</summary>
    public required string NumberPrefix { get; set; }

    /// <summary>Page titles name no subject when set (a glance over the shoulder must not harm).</summary>
    public bool NeutralTitles { get; set; } = true;

    /// <summary>Counts below this are never published; at least 10 (CTDC's rule).</summary>
    public int MinimumCell { get; set; } = LeastMinimumCell;

    /// <summary>
    /// The reflection period in days. LM names the period (113, 136) and not its length; this is the programme's own rule.
    /// </summary>
    public int ReflectionDays { get; set; } = UsualReflectionDays;

    /// <summary>A determination holds only once a second person has confirmed it.</summary>
    public bool SecondPerson { get; set; }

    /// <summary>
    /// When the data-protection impact assessment was concluded; null while it was not. It is due before a system that
    /// treats sensitive data with transfers operates (DP 68, 69): nothing is shared with another agency until then.
    /// </summary>
    public DateOnly? ImpactAssessedOn { get; set; }

    /// <summary>Its number or title, as whoever asks for it finds it.</summary>
    public string ImpactReference { get; set; } = "";

    /// <summary>
    /// Days without contact after which the supervisor's page asks, by risk. The programme's own rule: no law or standard
    /// gives a number.
    /// </summary>
    public int QuietDaysImminent { get; set; } = TeamRules.Usual.QuietDaysImminent;

    /// <inheritdoc cref="QuietDaysImminent"/>
    public int QuietDaysHigh { get; set; } = TeamRules.Usual.QuietDaysHigh;

    /// <inheritdoc cref="QuietDaysImminent"/>
    public int QuietDaysMedium { get; set; } = TeamRules.Usual.QuietDaysMedium;

    /// <inheritdoc cref="QuietDaysImminent"/>
    public int QuietDaysLow { get; set; } = TeamRules.Usual.QuietDaysLow;

    /// <summary>Also where nobody has assessed the risk yet.</summary>
    public int QuietDaysUnassessed { get; set; } = TeamRules.Usual.QuietDaysUnassessed;

    /// <summary>More open cases than this with one colleague are shown as too many; the programme's own rule.</summary>
    public int LoadLimit { get; set; } = TeamRules.Usual.LoadLimit;

    /// <summary>Invented data: a banner stands on every screen.</summary>
    public bool Demo { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public int Version { get; set; } = 1;
}

internal sealed class ProgrammeProfileMapping : IEntityTypeConfiguration<ProgrammeProfile>
{
    public void Configure(EntityTypeBuilder<ProgrammeProfile> builder)
    {
        builder.ToTable("programme_profile");
        builder.Property(profile => profile.Name).HasMaxLength(ProgrammeProfile.NameMaxLength);
        builder
            .Property(profile => profile.TerritoryName)
            .HasMaxLength(ProgrammeProfile.NameMaxLength);
        builder
            .Property(profile => profile.ImpactReference)
            .HasMaxLength(ProgrammeProfile.NameMaxLength);
        builder.Property(profile => profile.Country).HasMaxLength(2);
        builder.Property(profile => profile.Territory).HasMaxLength(5);
        builder.Property(profile => profile.NumberPrefix).HasMaxLength(3);
        // A programme of before these rules gets the usual ones.
        builder
            .Property(profile => profile.QuietDaysImminent)
            .HasDefaultValue(TeamRules.Usual.QuietDaysImminent);
        builder
            .Property(profile => profile.QuietDaysHigh)
            .HasDefaultValue(TeamRules.Usual.QuietDaysHigh);
        builder
            .Property(profile => profile.QuietDaysMedium)
            .HasDefaultValue(TeamRules.Usual.QuietDaysMedium);
        builder
            .Property(profile => profile.QuietDaysLow)
            .HasDefaultValue(TeamRules.Usual.QuietDaysLow);
        builder
            .Property(profile => profile.QuietDaysUnassessed)
            .HasDefaultValue(TeamRules.Usual.QuietDaysUnassessed);
        builder.Property(profile => profile.LoadLimit).HasDefaultValue(TeamRules.Usual.LoadLimit);
        builder.Open(
            profile => profile.Id,
            profile => profile.Name,
            profile => profile.Country,
            profile => profile.Territory,
            profile => profile.TerritoryName,
            profile => profile.NumberPrefix,
            profile => profile.NeutralTitles,
            profile => profile.MinimumCell,
            profile => profile.ReflectionDays,
            profile => profile.SecondPerson,
            profile => profile.ImpactAssessedOn,
            profile => profile.ImpactReference,
            profile => profile.QuietDaysImminent,
            profile => profile.QuietDaysHigh,
            profile => profile.QuietDaysMedium,
            profile => profile.QuietDaysLow,
            profile => profile.QuietDaysUnassessed,
            profile => profile.LoadLimit,
            profile => profile.Demo,
            profile => profile.CreatedAt,
            profile => profile.Version
        );
    }
}
