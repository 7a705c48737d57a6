// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using System.Globalization;
using System.Security;
using System.Text;
using Faro.Programme.Documents;

namespace Faro.Web.Features.Documents;

/// <summary>
/// A picture inside a drawing with the reader's name across it. The picture is not decoded here: what somebody made to
/// break a decoder meets the browser's sandbox, not this server.
/// </summary>
internal static class PictureStamp
{
    public const string MediaType = "image/svg+xml";

    /// <summary>Lines of words over the whole picture, top to bottom.</summary>
    private const int Lines = 7;

    /// <returns>Null when its size cannot be found: it is damaged.</returns>
    public static byte[]? Make(byte[] picture, DocumentFormat format, string words)
    {
        var size = format == DocumentFormats.Png ? PngSize(picture) : JpegSize(picture);
        if (size is not ({ } width and > 0, { } height and > 0))
        {
            return null;
        }

        var text = SecurityElement.Escape(words);
        var letter = Math.Max(width / 40.0, 8);
        var drawing = new StringBuilder();
        drawing.Append(
            CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"><image width="{width}" height="{height}" href="data:{format.MediaType};base64,{Convert.ToBase64String(picture)}"/><g font-family="sans-serif" font-size="{letter:0.#}" fill="#fff" stroke="#000" stroke-width="{letter / 40:0.##}" opacity="0.45">"""
        );
        for (var line = 0; line < Lines; line++)
        {
            var y = height * (line + 0.6) / Lines;
            var x = line % 2 == 0 ? width * 0.02 : width * 0.25;
            drawing.Append(
                CultureInfo.InvariantCulture,
                $"""<text x="{x:0}" y="{y:0}" transform="rotate(-12 {x:0} {y:0})">{text}</text>"""
            );
        }

        return Encoding.UTF8.GetBytes(drawing.Append("</g></svg>").ToString());
    }

    /// <summary>ISO 15948: the header chunk comes first.</summary>
    private static (int Width, int Height)? PngSize(ReadOnlySpan<byte> png) =>
        png.Length >= 24 && png[12..16].SequenceEqual("IHDR"u8)
            ? (
                BinaryPrimitives.ReadInt32BigEndian(png[16..]),
                BinaryPrimitives.ReadInt32BigEndian(png[20..])
            )
            : null;

    /// <summary>ISO 10918-1: segments are walked until the one that begins the frame.</summary>
    private static (int Width, int Height)? JpegSize(ReadOnlySpan<byte> jpeg)
    {
        var at = 2;
        while (at + 9 < jpeg.Length && jpeg[at] == 0xFF)
        {
            var marker = jpeg[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            // SOF0 to SOF15 but for the tables that lie between them.
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (
                    BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 7)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 5)..])
                );
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
        }

        return null;
    }
}
