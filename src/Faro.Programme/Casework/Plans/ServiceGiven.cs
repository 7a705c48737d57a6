// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Agencies;
using Faro.Programme.Cases;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Casework.Plans;

/// <summary>Help that somebody gave or promised to the person: by whom, when, how much, and what came of it.</summary>
public sealed class ServiceGiven : ICaseRow
{
    public const int NotesMaxLength = 2000;
    public const int MostUnits = 100_000;
    public const int MostCost = 100_000_000;
    public const string KindList = "service-kinds";
    public const string UnitList = "service-units";
    public const string OutcomeList = "service-outcomes";
    public const string CurrencyList = "currencies";

    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public required string Compartment { get; set; }

    /// <summary>A code of the list <c>service-kinds</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>Who gives it.</summary>
    public Guid AgencyId { get; set; }

    public DateOnly From { get; set; }

    public DateOnly? To { get; set; }

    public decimal? Units { get; set; }

    /// <summary>A code of the list <c>service-units</c>, or empty.</summary>
    public string Unit { get; set; } = "";

    public decimal? Cost { get; set; }

    /// <summary>A code of the list <c>currencies</c>, or empty.</summary>
    public string Currency { get; set; } = "";

    /// <summary>A code of the list <c>service-outcomes</c>.</summary>
    public required string Outcome { get; set; }

    /// <summary>Of lodging: a code of the list <c>shelter-kinds</c>; else empty.</summary>
    public string ShelterKind { get; set; } = "";

    /// <summary>Of lodging: she stays because she wants to, and can call whom she wants.</summary>
    public bool? StaysFreely { get; set; }

    /// <summary>The goal of the plan that it serves.</summary>
    public Guid? GoalId { get; set; }

    public byte[]? NotesBox { get; set; }

    public Guid? AuthorId { get; init; }

    public int Version { get; set; } = 1;

    internal static string NotesField(Guid id) => $"case-service:{id}";
}

internal sealed class ServiceGivenMapping : IEntityTypeConfiguration<ServiceGiven>
{
    public void Configure(EntityTypeBuilder<ServiceGiven> builder)
    {
        builder.ToTable("case_services");
        builder.Property(row => row.Compartment).HasMaxLength(20);
        builder.Property(row => row.Kind).HasMaxLength(30);
        builder.Property(row => row.Unit).HasMaxLength(20);
        builder.Property(row => row.Currency).HasMaxLength(3);
        builder.Property(row => row.Outcome).HasMaxLength(20);
        builder.Property(row => row.ShelterKind).HasMaxLength(30);
        builder.Property(row => row.Units).HasPrecision(12, 2);
        builder.Property(row => row.Cost).HasPrecision(14, 2);
        builder.HasIndex(row => new { row.CaseId, row.From });
        builder.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
        builder.HasOne<Agency>().WithMany().HasForeignKey(row => row.AgencyId);
        builder.HasOne<PlanGoal>().WithMany().HasForeignKey(row => row.GoalId);
        builder.Open(row => row.Id, row => row.CaseId, row => row.AuthorId, row => row.Version);
        builder.Sensitive(
            row => row.Compartment,
            row => row.Kind,
            row => row.AgencyId,
            row => row.From,
            row => row.To,
            row => row.Units,
            row => row.Unit,
            row => row.Cost,
            row => row.Currency,
            row => row.Outcome,
            row => row.ShelterKind,
            row => row.StaysFreely,
            row => row.GoalId
        );
        builder.Sealed(row => row.NotesBox);
    }
}
