// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Faro.Programme.Exchange;

/// <summary>How a text file is written: its encoding and, for tables, its separator.</summary>
internal static class TextFile
{
    private const int Stretch = 1 << 16;

    /// <summary>UTF-8 when the whole file is, UTF-16 by its mark, else Windows-1252, which Excel still writes.</summary>
    /// <returns>The encoding, or null when the file holds zero bytes and so is no text.</returns>
    public static Encoding? EncodingOf(string path, CancellationToken cancellation)
    {
        using var stream = File.OpenRead(path);
        Span<byte> mark = stackalloc byte[2];
        if (stream.ReadAtLeast(mark, 2, throwOnEndOfStream: false) == 2)
        {
            if (mark is [0xFF, 0xFE])
            {
                return Encoding.Unicode;
            }

            if (mark is [0xFE, 0xFF])
            {
                return Encoding.BigEndianUnicode;
            }
        }

        stream.Position = 0;
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var isUtf8 = true;
        var bytes = new byte[Stretch];
        var letters = new char[Stretch + 4];
        for (var read = -1; read != 0; )
        {
            cancellation.ThrowIfCancellationRequested();
            read = stream.Read(bytes);
            if (bytes.AsSpan(0, read).Contains((byte)0))
            {
                return null;
            }

            try
            {
                _ =
                    isUtf8
                    && decoder.GetChars(bytes.AsSpan(0, read), letters, flush: read == 0) >= 0;
            }
            catch (DecoderFallbackException)
            {
                isUtf8 = false;
            }
        }

        return isUtf8
            ? new UTF8Encoding(false)
            : CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    }

    /// <summary>The separator that stands most often in the first line, outside quotes.</summary>
    public static char SeparatorOf(string firstLine)
    {
        var (best, most, isQuoted) = (',', 0, false);
        foreach (var separator in ",;\t|")
        {
            var count = 0;
            isQuoted = false;
            foreach (var letter in firstLine)
            {
                isQuoted ^= letter == '"';
                count += !isQuoted && letter == separator ? 1 : 0;
            }

            (best, most) = count > most ? (separator, count) : (best, most);
        }

        return best;
    }
}
