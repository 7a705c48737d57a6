// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Documents;

/// <summary>The kinds of file that are taken in. What is not here is refused.</summary>
public static class DocumentFormats
{
    public static readonly DocumentFormat Pdf = new("pdf", "application/pdf", [".pdf"]);
    public static readonly DocumentFormat Jpeg = new("jpeg", "image/jpeg", [".jpg", ".jpeg"]);
    public static readonly DocumentFormat Png = new("png", "image/png", [".png"]);
    public static readonly DocumentFormat Tiff = new("tiff", "image/tiff", [".tif", ".tiff"]);
    public static readonly DocumentFormat Docx = new(
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".docx"]
    );
    public static readonly DocumentFormat Xlsx = new(
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".xlsx"]
    );
    public static readonly DocumentFormat Mp3 = new("mp3", "audio/mpeg", [".mp3"]);
    public static readonly DocumentFormat M4a = new("m4a", "audio/mp4", [".m4a"]);
    public static readonly DocumentFormat Mp4 = new("mp4", "video/mp4", [".mp4"]);
    public static readonly DocumentFormat Txt = new("txt", "text/plain; charset=utf-8", [".txt"]);

    public static readonly IReadOnlyList<DocumentFormat> All =
    [
        Pdf,
        Jpeg,
        Png,
        Tiff,
        Docx,
        Xlsx,
        Mp3,
        M4a,
        Mp4,
        Txt,
    ];

    /// <summary>What the name of a file says that it is; null when it says nothing we take.</summary>
    public static DocumentFormat? Claimed(string fileName)
    {
        var ending = Path.GetExtension(fileName.Trim());
        return All.FirstOrDefault(format =>
            format.Endings.Contains(ending, StringComparer.OrdinalIgnoreCase)
        );
    }

    public static DocumentFormat Get(string code) => All.Single(format => format.Code == code);
}

/// <param name="Code">Stored with the file.</param>
/// <param name="MediaType">As it is served.</param>
/// <param name="Endings">Of its names; the first is the one it is given on the way out.</param>
public sealed record DocumentFormat(string Code, string MediaType, IReadOnlyList<string> Endings);
