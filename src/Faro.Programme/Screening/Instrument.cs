// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Screening;

/// <summary>
/// One version of an instrument that an administrator brought. Its sheets never change: another version is another row.
/// Those that Faro ships stand in its files and have no row.
/// </summary>
public sealed class Instrument
{
    public const int CodeMaxLength = 40;

    public Guid Id { get; init; }

    public required string Code { get; init; }

    public required string Version { get; init; }

    /// <summary>The sheets as <see cref="Exchange.XlsForms.FormSheets"/> writes them.</summary>
    public required string Sheets { get; init; }

    public required string State { get; set; }

    public Guid? UploadedBy { get; init; }

    public DateTimeOffset UploadedAt { get; init; }

    /// <summary>Of two in use with one code the later is offered.</summary>
    public DateTimeOffset? PublishedAt { get; set; }
}

/// <summary>Where an instrument stands.</summary>
public static class InstrumentStates
{
    /// <summary>Uploaded and looked at by nobody but administrators.</summary>
    public const string Draft = "draft";
    public const string InUse = "in-use";

    /// <summary>Not offered any more; interviews taken with it are read with it.</summary>
    public const string Withdrawn = "withdrawn";
}

internal sealed class InstrumentMapping : IEntityTypeConfiguration<Instrument>
{
    public void Configure(EntityTypeBuilder<Instrument> builder)
    {
        builder.ToTable("instruments");
        builder.Property(each => each.Code).HasMaxLength(Instrument.CodeMaxLength);
        builder.Property(each => each.Version).HasMaxLength(Instrument.CodeMaxLength);
        builder.Property(each => each.State).HasMaxLength(20);
        builder.HasIndex(each => new { each.Code, each.Version }).IsUnique();
        builder.Open(
            each => each.Id,
            each => each.Code,
            each => each.Version,
            each => each.Sheets,
            each => each.State,
            each => each.UploadedBy,
            each => each.UploadedAt,
            each => each.PublishedAt
        );
    }
}
