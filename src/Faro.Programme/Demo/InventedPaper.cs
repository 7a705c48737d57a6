// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Faro.Programme.Demo;

/// <summary>Files for the invented documents: a page of text as PDF, and pictures of nothing as PNG.</summary>
internal static class InventedPaper
{
    private const int LineHeight = 22;

    /// <summary>One page of text in Helvetica.</summary>
    public static byte[] Pdf(IReadOnlyList<string> lines)
    {
        var page = new StringBuilder(
            $"BT /F1 13 Tf 72 720 Td {LineHeight.ToString(CultureInfo.InvariantCulture)} TL\n"
        );
        foreach (var line in lines)
        {
            page.Append('(')
                .Append(
                    line.Replace("(", "\\(", StringComparison.Ordinal)
                        .Replace(")", "\\)", StringComparison.Ordinal)
                )
                .Append(") Tj T*\n");
        }

        page.Append("ET");
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {page.Length} >>\nstream\n{page}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (index, body) in objects.Index())
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{body}\nendobj\n");
        }

        var table = file.Length;
        file.Append(
            CultureInfo.InvariantCulture,
            $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n"
        );
        foreach (var place in places)
        {
            file.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        }

        file.Append(
            CultureInfo.InvariantCulture,
            $"trailer << /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"
        );
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>Grey pixels: 0 is black, 255 white.</summary>
    public static byte[] Png(int width, int height, Func<int, int, byte> grey)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        head[8] = 8;
        Write(file, "IHDR", head);
        using (var packed = new MemoryStream())
        {
            using (var press = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            {
                for (var y = 0; y < height; y++)
                {
                    press.WriteByte(0);
                    for (var x = 0; x < width; x++)
                    {
                        press.WriteByte(grey(x, y));
                    }
                }
            }

            Write(file, "IDAT", packed.ToArray());
        }

        Write(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>A wave, as somebody might sign who was never born.</summary>
    public static byte[] Signature(Dice dice)
    {
        var (pitch, lift) = (dice.Between(8, 24), dice.Between(12, 30));
        return Png(
            320,
            110,
            (x, y) =>
            {
                var line = 55 + lift * Math.Sin(x / (double)pitch) * Math.Cos(x / 70.0);
                return x is > 20 and < 300 && Math.Abs(y - line) < 2 ? (byte)30 : (byte)255;
            }
        );
    }

    private static void Write(MemoryStream file, string kind, byte[] data)
    {
        var chunk = Encoding.ASCII.GetBytes(kind).Concat(data).ToArray();
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(chunk);
        BinaryPrimitives.WriteUInt32BigEndian(number, Check(chunk));
        file.Write(number);
    }

    /// <summary>CRC-32 as PNG wants it (ISO 15948, annex D).</summary>
    private static uint Check(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var each in bytes)
        {
            sum ^= each;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
            }
        }

        return ~sum;
    }
}
