// SPDX-License-Identifier: Apache-2.0
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Cases;

/// <summary>
/// The indexes by which lists and the supervisor find cases among a million. Most hold open cases only: of the closed ones
/// nobody asks what is due or how long they have been quiet.
/// </summary>
internal static class CaseIndexes
{
    private const string Open = "closed_on IS NULL";

    public static void Map(EntityTypeBuilder<Case> builder)
    {
        MapOrders(builder);
        MapCounts(builder);

        // Of one colleague, or of nobody.
        builder.HasIndex(file => new { file.OwnerId, file.Id }).HasFilter(Open);

        // Flags are few.
        builder
            .HasIndex(file => new
            {
                file.AgencyId,
                file.HasFlag,
                file.Id,
            })
            .HasFilter(Open);

        // Those that a start has still to settle: none, but after an update.
        builder.HasIndex(file => file.SettledBy).HasFilter("settled_by < 1");
    }

    /// <summary>The orders of a list, page after page.</summary>
    private static void MapOrders(EntityTypeBuilder<Case> builder)
    {
        builder
            .HasIndex(file => new { file.AgencyId, file.Id }, "ix_cases_open_newest")
            .HasFilter(Open);
        builder.HasIndex(file => new
        {
            file.AgencyId,
            file.State,
            file.Id,
        });
        builder.HasIndex(file => new
        {
            file.AgencyId,
            file.OpenedOn,
            file.Id,
        });
        builder
            .HasIndex(file => new
            {
                file.AgencyId,
                file.QuietSince,
                file.Id,
            })
            .HasFilter(Open);
        builder
            .HasIndex(file => new
            {
                file.AgencyId,
                file.RiskRank,
                file.Id,
            })
            .HasFilter(Open);
    }

    /// <summary>The supervisor's page reads these from end to end, and no row of the table.</summary>
    private static void MapCounts(EntityTypeBuilder<Case> builder)
    {
        builder
            .HasIndex(file => new
            {
                file.AgencyId,
                file.OwnerId,
                file.Risk,
                file.State,
                file.OpenedOn,
                file.QuietSince,
                file.ConsentUntil,
                file.HasPlan,
                file.HasSafetyPlan,
                file.IsInterviewed,
                file.IsDetermined,
                file.StatutoryMissing,
            })
            .HasFilter(Open)
            .HasDatabaseName("ix_cases_open_by_worker");
        builder
            .HasIndex(file => new
            {
                file.AgencyId,
                file.ClosedOn,
                file.OwnerId,
            })
            .HasFilter("closed_on IS NOT NULL");
    }
}
