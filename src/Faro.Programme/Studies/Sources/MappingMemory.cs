// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Studies.Sources;

/// <summary>How an agency mapped a file with these headers the last time, so that nobody maps it twice.</summary>
public sealed class MappingMemory
{
    public Guid AgencyId { get; init; }

    /// <summary>One of <see cref="SourceKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>SHA-256 (hex) of the folded headers: a file without headers would leave a person's name here otherwise.</summary>
    public required string Signature { get; init; }

    /// <summary>JSON of a <see cref="SourceMapping"/>.</summary>
    public required string Mapping { get; set; }

    public DateTimeOffset UsedAt { get; set; }

    /// <returns>Null when this agency never mapped such a file.</returns>
    internal static async Task<SourceMapping?> FindAsync(
        FaroDb db,
        Guid? agency,
        string kind,
        IEnumerable<string> headers,
        CancellationToken cancellation
    )
    {
        var signature = HeaderSignature.Of(headers);
        var json = await db
            .MappingMemories.Where(memory =>
                memory.AgencyId == agency && memory.Kind == kind && memory.Signature == signature
            )
            .Select(memory => memory.Mapping)
            .FirstOrDefaultAsync(cancellation);
        return json is null ? null : SourceMapping.FromJson(json);
    }
}

internal sealed class MappingMemoryMapping : IEntityTypeConfiguration<MappingMemory>
{
    public void Configure(EntityTypeBuilder<MappingMemory> builder)
    {
        builder.ToTable("mapping_memories");
        builder.HasKey(memory => new
        {
            memory.AgencyId,
            memory.Kind,
            memory.Signature,
        });
        builder.Property(memory => memory.Kind).HasMaxLength(20);
        builder.Property(memory => memory.Signature).HasMaxLength(64);
        builder.Open(
            memory => memory.AgencyId,
            memory => memory.Kind,
            memory => memory.Signature,
            memory => memory.Mapping,
            memory => memory.UsedAt
        );
    }
}
