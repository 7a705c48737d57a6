// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Vault;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Studies.Sources;

/// <summary>A sealed file read as a stream, with one opened piece in memory.</summary>
internal sealed class UploadStream(FaroDb db, SealingVault vault, SealedKey key, long length)
    : Stream
{
    private byte[] _piece = [];
    private int _index = -1;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) =>
        Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (Position >= length || buffer.Length == 0)
        {
            return 0;
        }

        var index = (int)(Position / SourceUpload.BytesEach);
        if (index != _index)
        {
            _piece = Open(index);
            _index = index;
        }

        var from = (int)(Position % SourceUpload.BytesEach);
        var count = Math.Min(buffer.Length, _piece.Length - from);
        _piece.AsSpan(from, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => Position + offset,
            SeekOrigin.End => length + offset,
            _ => throw new ArgumentOutOfRangeException(nameof(origin)),
        };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    private byte[] Open(int index)
    {
        var box = db
            .SourceUploads.AsNoTracking()
            .Where(piece => piece.SourceId == key.OwnerId && piece.Index == index)
            .Select(piece => piece.Box)
            .Single();
        return vault.Open(key, box, SourceRows.UploadField(index));
    }
}
