// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Documents;

namespace Faro.Web.Features.Documents;

/// <summary>
/// Copies that carry who looks at them and when, so that a picture of a screen tells where it comes from. The file itself
/// is never changed; whoever needs it as it came downloads it, and the audit says so.
/// </summary>
internal static class Stamps
{
    /// <summary>A stamped copy is made in memory.</summary>
    private const long MostBytes = 24L * 1024 * 1024;

    public static bool CanShow(string format, long bytes) =>
        bytes <= MostBytes && (format == DocumentFormats.Pdf.Code || IsPicture(format));

    /// <param name="content">The file.</param>
    /// <param name="format">What it is.</param>
    /// <param name="words">Who looks, at what and when.</param>
    /// <returns>The copy and its media type; null when the file cannot be copied so.</returns>
    public static (byte[] Bytes, string MediaType)? Make(
        byte[] content,
        DocumentFormat format,
        string words
    )
    {
        if (format == DocumentFormats.Pdf)
        {
            return PdfStamp.Make(content, words) is { } pdf ? (pdf, format.MediaType) : null;
        }

        return PictureStamp.Make(content, format, words) is { } picture
            ? (picture, PictureStamp.MediaType)
            : null;
    }

    private static bool IsPicture(string format) =>
        format == DocumentFormats.Jpeg.Code || format == DocumentFormats.Png.Code;
}
