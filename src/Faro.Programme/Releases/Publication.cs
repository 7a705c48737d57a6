// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Indicators.Statistics;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Releases;

/// <summary>One edition of the programme's public statistics: all tables at once, proposed by one person, approved by another.</summary>
public sealed class Publication
{
    /// <summary>People that must have come since the last edition before a new one (the rule of batches).</summary>
    public const int NewPeople = 10;

    public Guid Id { get; init; }

    /// <summary>1, 2, 3 …; given when it is approved, 0 before.</summary>
    public int Edition { get; set; }

    public DateTimeOffset ProposedAt { get; init; }

    public Guid? ProposedBy { get; init; }

    /// <summary>When it became public.</summary>
    public DateTimeOffset? ApprovedAt { get; set; }

    public Guid? ApprovedBy { get; set; }

    /// <summary>When it was taken from the public, or turned down before it got there.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    public Guid? WithdrawnBy { get; set; }

    /// <summary>No count under this is in it.</summary>
    public int Minimum { get; init; }

    /// <summary>Persons counted, exactly: for the rule of batches alone, shown nowhere.</summary>
    public long People { get; init; }

    public List<PublishedTable> Tables { get; init; } = [];

    public bool IsPending => ApprovedAt is null && WithdrawnAt is null;
}

/// <summary>One protected table of an edition. Its words come with the code, in every language.</summary>
public sealed class PublishedTable
{
    public Guid PublicationId { get; init; }

    /// <summary>One of <see cref="StatisticsCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Place on the page, from 1.</summary>
    public int Position { get; init; }

    /// <summary>JSON of <see cref="PublicCell"/>: shown counts and hidden ones, never a true count.</summary>
    public required string Cells { get; init; }
}

internal sealed class PublicationMapping : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> builder)
    {
        builder.ToTable("publications");
        builder.Ignore(publication => publication.IsPending);
        builder
            .HasMany(publication => publication.Tables)
            .WithOne()
            .HasForeignKey(table => table.PublicationId)
            .OnDelete(DeleteBehavior.Cascade);
        builder.Open(
            publication => publication.Id,
            publication => publication.Edition,
            publication => publication.ProposedAt,
            publication => publication.ProposedBy,
            publication => publication.ApprovedAt,
            publication => publication.ApprovedBy,
            publication => publication.WithdrawnAt,
            publication => publication.WithdrawnBy,
            publication => publication.Minimum
        );
        builder.Sensitive(publication => publication.People);
    }
}

internal sealed class PublishedTableMapping : IEntityTypeConfiguration<PublishedTable>
{
    public void Configure(EntityTypeBuilder<PublishedTable> builder)
    {
        builder.ToTable("published_tables");
        builder.HasKey(table => new { table.PublicationId, table.Code });
        builder.Property(table => table.Code).HasMaxLength(40);
        builder.Open(
            table => table.PublicationId,
            table => table.Code,
            table => table.Position,
            table => table.Cells
        );
    }
}
