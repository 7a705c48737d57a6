// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Studies.Sources;

/// <summary>About a thousand rows of a source: mapped columns only, compressed, then sealed under the source's key.</summary>
public sealed class SourceChunk
{
    /// <summary>Rows in a full chunk.</summary>
    public const int RowsEach = 1000;

    public Guid SourceId { get; init; }

    /// <summary>0, 1, 2 …</summary>
    public int Index { get; init; }

    public int Rows { get; init; }

    public required byte[] Box { get; init; }
}

/// <summary>A piece of the file as it came, sealed under the source's key; gone once the source is loaded.</summary>
public sealed class SourceUpload
{
    /// <summary>Bytes in a full piece.</summary>
    public const int BytesEach = 4 * 1024 * 1024;

    public Guid SourceId { get; init; }

    /// <summary>0, 1, 2 …</summary>
    public int Index { get; init; }

    public required byte[] Box { get; init; }
}

internal sealed class SourceChunkMapping : IEntityTypeConfiguration<SourceChunk>
{
    public void Configure(EntityTypeBuilder<SourceChunk> builder)
    {
        builder.ToTable("source_chunks");
        builder.HasKey(chunk => new { chunk.SourceId, chunk.Index });
        builder.HasOne<StudySource>().WithMany().HasForeignKey(chunk => chunk.SourceId);
        builder.Open(chunk => chunk.SourceId, chunk => chunk.Index, chunk => chunk.Rows);
        builder.Sealed(chunk => chunk.Box);
    }
}

internal sealed class SourceUploadMapping : IEntityTypeConfiguration<SourceUpload>
{
    public void Configure(EntityTypeBuilder<SourceUpload> builder)
    {
        builder.ToTable("source_uploads");
        builder.HasKey(piece => new { piece.SourceId, piece.Index });
        builder.HasOne<StudySource>().WithMany().HasForeignKey(piece => piece.SourceId);
        builder.Open(piece => piece.SourceId, piece => piece.Index);
        builder.Sealed(piece => piece.Box);
    }
}
