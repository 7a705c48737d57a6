// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Faro.Programme.Documents;

/// <summary>One file of a document; from its first piece to its last it is an upload that can be resumed.</summary>
public sealed class DocumentVersion
{
    /// <summary>Most bytes of a file.</summary>
    public const long MaxBytes = 100L * 1024 * 1024;

    /// <summary>Days after which a file that never arrived whole is forgotten.</summary>
    public const int DaysToFinish = 7;

    public Guid Id { get; init; }

    public Guid DocumentId { get; init; }

    /// <summary>1, 2, 3 …; 0 while it is on its way.</summary>
    public int Number { get; set; }

    /// <summary>A code of <see cref="DocumentFormats"/>; what the file is, not what it was called.</summary>
    public required string Format { get; init; }

    public long Bytes { get; init; }

    /// <summary>SHA-256 of the file, sealed under the person's key: a hash in clear would tell whoever has the file that she is here.</summary>
    public byte[]? HashBox { get; set; }

    public Guid? UploadedBy { get; init; }

    public DateTimeOffset BegunAt { get; init; }

    /// <summary>When its last piece was there and it was found to be what it says.</summary>
    public DateTimeOffset? ArrivedAt { get; set; }

    /// <summary>How many pieces the whole file has.</summary>
    public int PieceCount => (int)((Bytes + DocumentPiece.BytesEach - 1) / DocumentPiece.BytesEach);

    /// <summary>How many bytes a piece of this index has.</summary>
    public int BytesOf(int index) =>
        (int)Math.Min(DocumentPiece.BytesEach, Bytes - (long)index * DocumentPiece.BytesEach);

    internal string HashField => $"document-hash:{Id}";

    /// <summary>
    /// Each piece is bound to its document, its version, its place and how many there are: none can be left out, moved or
    /// taken from another file.
    /// </summary>
    internal string PieceField(int index) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"document:{DocumentId}/{Id}/{index}/{PieceCount}/{Bytes}"
        );
}

/// <summary>A piece of a file, sealed under the person's key.</summary>
public sealed class DocumentPiece
{
    /// <summary>Bytes in a full piece: as many as a slow line may lose.</summary>
    public const int BytesEach = 1024 * 1024;

    public Guid VersionId { get; init; }

    /// <summary>0, 1, 2 …</summary>
    public int Index { get; init; }

    /// <summary>Whose key it is sealed with: it goes with her.</summary>
    public Guid OwnerId { get; init; }

    public required byte[] Box { get; init; }
}

internal sealed class DocumentVersionMapping : IEntityTypeConfiguration<DocumentVersion>
{
    public void Configure(EntityTypeBuilder<DocumentVersion> builder)
    {
        builder.ToTable("document_versions");
        builder.Ignore(version => version.PieceCount);
        builder.Ignore(version => version.HashField);
        builder.Property(version => version.Format).HasMaxLength(10);
        builder.HasIndex(version => new { version.DocumentId, version.Number });
        builder.HasOne<Document>().WithMany().HasForeignKey(version => version.DocumentId);
        builder.Open(
            version => version.Id,
            version => version.DocumentId,
            version => version.Number,
            version => version.Format,
            version => version.Bytes,
            version => version.UploadedBy,
            version => version.BegunAt,
            version => version.ArrivedAt
        );
        builder.Sealed(version => version.HashBox);
    }
}

internal sealed class DocumentPieceMapping : IEntityTypeConfiguration<DocumentPiece>
{
    public void Configure(EntityTypeBuilder<DocumentPiece> builder)
    {
        builder.ToTable("document_pieces");
        builder.HasKey(piece => new { piece.VersionId, piece.Index });
        builder.HasIndex(piece => piece.OwnerId);
        builder.HasOne<DocumentVersion>().WithMany().HasForeignKey(piece => piece.VersionId);
        builder.Open(piece => piece.VersionId, piece => piece.Index, piece => piece.OwnerId);
        builder.Sealed(piece => piece.Box);
    }
}
