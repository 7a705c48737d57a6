// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Identification;

/// <summary>Where and when: a recruitment, a leg of the route, a place of exploitation (HTCDS, historic trafficking events).</summary>
public sealed class TraffickingEvent : IFactRow
{
    public const int PlaceMaxLength = 300;
    public const int OldestAge = 120;

    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public string Compartment { get; init; } = Compartments.Social;

    /// <summary>A code of the list <c>trafficking-events</c>.</summary>
    public required string Type { get; set; }

    /// <summary>As exactly as known: see <see cref="PartialDate"/>; or empty.</summary>
    public string From { get; set; } = "";

    /// <summary>Empty when it was a moment, is not over, or is not known.</summary>
    public string Until { get; set; } = "";

    /// <summary>Her age in years when it began, as she tells it.</summary>
    public int? Age { get; set; }

    /// <summary>A code of the list <c>countries</c>, or empty.</summary>
    public string Country { get; set; } = "";

    /// <summary>A code of the list <c>mexican-states</c>, or empty.</summary>
    public string State { get; set; } = "";

    /// <summary>Town, street, establishment: sealed.</summary>
    public byte[]? PlaceBox { get; set; }

    /// <summary>Where on the map, sealed: a point names a house as well as its address does.</summary>
    public byte[]? PointBox { get; set; }

    /// <summary>A code of the list <c>exploitation-places</c>, or empty.</summary>
    public string PlaceKind { get; set; } = "";

    /// <summary>A code of the list <c>transports</c>, or empty.</summary>
    public string Transport { get; set; } = "";

    /// <summary>A code of the list <c>border-crossings</c>, or empty.</summary>
    public string Crossing { get; set; } = "";

    public Guid EvidenceId { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public int Version { get; set; } = 1;

    internal static string PlaceField(Guid id) => $"trafficking-event:{id}";

    internal static string PointField(Guid id) => $"event-point:{id}";
}

internal sealed class TraffickingEventMapping : IEntityTypeConfiguration<TraffickingEvent>
{
    public void Configure(EntityTypeBuilder<TraffickingEvent> builder)
    {
        builder.ToTable("trafficking_events");
        builder.Property(each => each.Compartment).HasMaxLength(20);
        builder.Property(each => each.Type).HasMaxLength(20);
        builder.Property(each => each.From).HasMaxLength(PartialDate.MaxLength);
        builder.Property(each => each.Until).HasMaxLength(PartialDate.MaxLength);
        builder.Property(each => each.Country).HasMaxLength(10);
        builder.Property(each => each.State).HasMaxLength(10);
        builder.Property(each => each.PlaceKind).HasMaxLength(30);
        builder.Property(each => each.Transport).HasMaxLength(30);
        builder.Property(each => each.Crossing).HasMaxLength(30);
        builder.HasIndex(each => each.CaseId);
        builder.HasOne<Case>().WithMany().HasForeignKey(each => each.CaseId);
        builder.HasOne<CaseEvidence>().WithMany().HasForeignKey(each => each.EvidenceId);
        builder.Open(
            each => each.Id,
            each => each.CaseId,
            each => each.Compartment,
            each => each.EvidenceId,
            each => each.WithdrawnAt,
            each => each.Version
        );
        builder.Sensitive(
            each => each.Type,
            each => each.From,
            each => each.Until,
            each => each.Age,
            each => each.Country,
            each => each.State,
            each => each.PlaceKind,
            each => each.Transport,
            each => each.Crossing
        );
        builder.Sealed(each => each.PlaceBox, each => each.PointBox);
    }
}
