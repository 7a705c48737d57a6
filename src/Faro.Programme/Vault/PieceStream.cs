// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Vault;

/// <summary>A file sealed in pieces read as a stream, with one opened piece in memory.</summary>
/// <param name="length">Of the whole file.</param>
/// <param name="bytesEach">Of a full piece; only the last one is shorter.</param>
/// <param name="open">The plain bytes of a piece.</param>
public sealed class PieceStream(long length, int bytesEach, Func<int, byte[]> open) : Stream
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

        var index = (int)(Position / bytesEach);
        if (index != _index)
        {
            _piece = open(index);
            _index = index;
        }

        var from = (int)(Position % bytesEach);
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
}
