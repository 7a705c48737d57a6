// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Faro.Programme.Vault;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Studies.Sources;

/// <summary>The sealed rows of a source: packed, opened one chunk at a time, erased with their key.</summary>
internal static class SourceRows
{
    public static string UploadField(int index) =>
        string.Create(CultureInfo.InvariantCulture, $"upload-{index}");

    public static string ChunkField(int index) =>
        string.Create(CultureInfo.InvariantCulture, $"rows-{index}");

    public static Task<SealedKey> KeyAsync(
        FaroDb db,
        Guid source,
        CancellationToken cancellation
    ) => db.SealedKeys.SingleAsync(key => key.OwnerId == source, cancellation);

    /// <summary>The file as it came, opened piece by piece.</summary>
    public static PieceStream OpenUpload(
        FaroDb db,
        SealingVault vault,
        SealedKey key,
        long length
    ) =>
        new(
            length,
            SourceUpload.BytesEach,
            index =>
                vault.Open(
                    key,
                    db.SourceUploads.AsNoTracking()
                        .Where(piece => piece.SourceId == key.OwnerId && piece.Index == index)
                        .Select(piece => piece.Box)
                        .Single(),
                    UploadField(index)
                )
        );

    public static SourceChunk Pack(
        SealingVault vault,
        SealedKey key,
        int index,
        IReadOnlyList<SourceLine> lines
    )
    {
        using var packed = new MemoryStream();
        using (var press = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(press, lines, StudyJson.Plain);
        }

        return new SourceChunk
        {
            SourceId = key.OwnerId,
            Index = index,
            Rows = lines.Count,
            Box = vault.Seal(
                key,
                packed.GetBuffer().AsSpan(0, (int)packed.Length),
                ChunkField(index)
            ),
        };
    }

    public static IReadOnlyList<SourceLine> Unpack(
        SealingVault vault,
        SealedKey key,
        SourceChunk chunk
    )
    {
        using var packed = new MemoryStream(vault.Open(key, chunk.Box, ChunkField(chunk.Index)));
        using var press = new BrotliStream(packed, CompressionMode.Decompress);
        return JsonSerializer.Deserialize<List<SourceLine>>(press, StudyJson.Plain)!;
    }

    /// <summary>Every row, in order, with one chunk in memory at a time.</summary>
    public static IEnumerable<SourceLine> Read(FaroDb db, SealingVault vault, Guid source)
    {
        var key = db.SealedKeys.AsNoTracking().Single(each => each.OwnerId == source);
        for (var index = 0; ; index++)
        {
            var at = index;
            var chunk = db
                .SourceChunks.AsNoTracking()
                .SingleOrDefault(each => each.SourceId == source && each.Index == at);
            if (chunk is null)
            {
                yield break;
            }

            foreach (var line in Unpack(vault, key, chunk))
            {
                yield return line;
            }
        }
    }

    /// <summary>Rows, file and key go in this transaction; what a backup still holds is unreadable without the key.</summary>
    public static async Task EraseAsync(Act act, StudySource source, CancellationToken cancellation)
    {
        await act
            .Db.SourceChunks.Where(chunk => chunk.SourceId == source.Id)
            .ExecuteDeleteAsync(cancellation);
        await act
            .Db.SourceUploads.Where(piece => piece.SourceId == source.Id)
            .ExecuteDeleteAsync(cancellation);
        if (source.Kind != SourceKinds.Register)
        {
            await act.EraseSealedAsync(source.Id, cancellation);
            source.ErasedAt ??= act.Now;
        }
    }
}

/// <summary>One row of a source: the mapped cells only. Its text shows no values.</summary>
/// <param name="Row">Row of the file, the header being row 1.</param>
/// <param name="Cells">In the order of the mapping's columns.</param>
public sealed record SourceLine(int Row, IReadOnlyList<string> Cells)
{
    /// <summary>No values.</summary>
    public override string ToString() => "••• " + Cells.Count;
}
