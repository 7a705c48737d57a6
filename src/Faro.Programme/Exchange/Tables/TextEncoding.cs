// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Faro.Programme.Exchange.Tables;

/// <summary>Which encoding a text file is in.</summary>
internal static class TextEncoding
{
    private const int Stretch = 1 << 16;

    /// <summary>UTF-16 by its mark; UTF-8 when the whole file is; else Windows-1252, which Excel still writes.</summary>
    /// <exception cref="DamagedFileException">In none of them: bytes of two encodings stand side by side.</exception>
    public static Encoding Of(Stream stream, CancellationToken cancellation)
    {
        stream.Position = 0;
        Span<byte> mark = stackalloc byte[3];
        var read = stream.ReadAtLeast(mark, 3, throwOnEndOfStream: false);
        switch (mark[..read])
        {
            case [0xFF, 0xFE, ..]:
                return Encoding.Unicode;
            case [0xFE, 0xFF, ..]:
                return Encoding.BigEndianUnicode;
            default:
                return Look(stream, isMarked: mark[..read] is [0xEF, 0xBB, 0xBF], cancellation);
        }
    }

    private static Encoding Look(Stream stream, bool isMarked, CancellationToken cancellation)
    {
        stream.Position = isMarked ? 3 : 0;
        var buffer = new byte[Stretch];
        var seen = new Utf8Sight();
        for (int read; (read = stream.Read(buffer)) > 0; )
        {
            cancellation.ThrowIfCancellationRequested();
            seen.Take(buffer.AsSpan(0, read));
        }

        seen.End();
        if (seen.BrokenRow == 0)
        {
            return new UTF8Encoding(false);
        }

        var isWestern = !isMarked && seen.Whole == 0 && !seen.HasUndefined;
        return isWestern
            ? CodePagesEncodingProvider.Instance.GetEncoding(1252)!
            : throw new DamagedFileException(
                new FileProblem(FileProblems.EncodingBroken, 1, seen.BrokenRow)
            );
    }

    /// <summary>What UTF-8 makes of the bytes, one by one.</summary>
    private sealed class Utf8Sight
    {
        private int _row = 1;
        private int _open;

        /// <summary>Whole letters of more than one byte.</summary>
        public int Whole { get; private set; }

        /// <summary>The first row that is not UTF-8; 0 when all is.</summary>
        public int BrokenRow { get; private set; }

        /// <summary>Bytes that Windows-1252 does not know.</summary>
        public bool HasUndefined { get; private set; }

        public void Take(ReadOnlySpan<byte> bytes)
        {
            foreach (var each in bytes)
            {
                Take(each);
            }
        }

        public void End()
        {
            if (_open > 0)
            {
                Break();
            }
        }

        private void Take(byte each)
        {
            HasUndefined |= each is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D;
            if (_open > 0 && (each & 0xC0) == 0x80)
            {
                Whole += --_open == 0 ? 1 : 0;
                return;
            }

            if (_open > 0)
            {
                Break();
            }

            _open = each switch
            {
                < 0x80 => 0,
                >= 0xC2 and <= 0xDF => 1,
                >= 0xE0 and <= 0xEF => 2,
                >= 0xF0 and <= 0xF4 => 3,
                _ => Break(),
            };
            _row += each == (byte)'\n' ? 1 : 0;
        }

        private int Break()
        {
            BrokenRow = BrokenRow == 0 ? _row : BrokenRow;
            return _open = 0;
        }
    }
}
