// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;
using System.Text;

namespace Faro.Programme.Documents;

/// <summary>
/// What a file is, found in what it holds. A name that says otherwise is a lie and the file is refused, as are programs,
/// archives and office files with macros, whatever they are called.
/// </summary>
internal static class DocumentContent
{
    /// <summary>Bytes at the beginning that are looked at.</summary>
    public const int HeadBytes = 4096;

    /// <summary>Bytes of a ZIP with nothing in it.</summary>
    private const int LeastZip = 22;

    private const int MostEntries = 10_000;
    private const int TypesBytes = 1024 * 1024;
    private const string TypesEntry = "[Content_Types].xml";

    private static readonly string[] AudioBrands = ["M4A ", "M4B ", "mp42", "isom", "iso2", "3gp4"];
    private static readonly string[] VideoBrands =
    [
        "isom",
        "iso2",
        "iso4",
        "iso5",
        "iso6",
        "mp41",
        "mp42",
        "avc1",
        "MSNV",
        "M4V ",
        "dash",
        "3gp4",
        "3gp5",
    ];

    private static readonly byte[][] Programs =
    [
        [0x4D, 0x5A], // Windows
        [0x7F, 0x45, 0x4C, 0x46], // Linux
        [0xFE, 0xED, 0xFA, 0xCE], // macOS
        [0xFE, 0xED, 0xFA, 0xCF],
        [0xCE, 0xFA, 0xED, 0xFE],
        [0xCF, 0xFA, 0xED, 0xFE],
        [0xCA, 0xFE, 0xBA, 0xBE], // Java, macOS
        [0x23, 0x21], // scripts: #!
    ];

    private static readonly byte[][] Archives =
    [
        [0x52, 0x61, 0x72, 0x21], // RAR
        [0x37, 0x7A, 0xBC, 0xAF], // 7z
        [0x1F, 0x8B], // gzip
        [0x42, 0x5A, 0x68], // bzip2
        [0xFD, 0x37, 0x7A, 0x58], // xz
        [0xD0, 0xCF, 0x11, 0xE0], // office files of before 2007, where macros cannot be told from text
    ];

    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];

    /// <summary>What the first bytes tell already: enough to turn most lies away before the rest is sent.</summary>
    /// <returns>The refusal, or null when they agree with the name.</returns>
    public static Refusal? CheckHead(ReadOnlySpan<byte> head, DocumentFormat claimed)
    {
        if (Begins(head, Programs))
        {
            return new Refusal(DocumentRefusals.Executable, "File");
        }

        if (Begins(head, Archives))
        {
            return new Refusal(DocumentRefusals.Archive, "File");
        }

        if (Matches(head, claimed))
        {
            return null;
        }

        if (head.StartsWith(Zip))
        {
            return new Refusal(DocumentRefusals.Archive, "File");
        }

        var name = claimed.Code.ToUpperInvariant();
        return Truly(head) is { } format
            ? new Refusal(DocumentRefusals.Lies, "File", name, format.Code.ToUpperInvariant())
            : new Refusal(DocumentRefusals.Unreadable, "File", name);
    }

    /// <summary>What only the whole file tells.</summary>
    /// <param name="file">Can be sought in.</param>
    /// <param name="claimed">What its name says.</param>
    public static Refusal? Check(Stream file, DocumentFormat claimed)
    {
        var head = new byte[HeadBytes];
        file.Position = 0;
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var refusal = CheckHead(head.AsSpan(0, read), claimed);
        if (refusal is not null)
        {
            return refusal;
        }

        file.Position = 0;
        if (claimed == DocumentFormats.Docx)
        {
            return CheckOffice(file, claimed, "word/document.xml");
        }

        if (claimed == DocumentFormats.Xlsx)
        {
            return CheckOffice(file, claimed, "xl/workbook.xml");
        }

        return claimed == DocumentFormats.Txt && !IsText(file)
            ? new Refusal(DocumentRefusals.Unreadable, "File", "TXT")
            : null;
    }

    private static DocumentFormat? Truly(ReadOnlySpan<byte> head)
    {
        foreach (var format in DocumentFormats.All)
        {
            if (format != DocumentFormats.Txt && Matches(head, format))
            {
                return format;
            }
        }

        return null;
    }

    private static bool Matches(ReadOnlySpan<byte> head, DocumentFormat format) =>
        format.Code switch
        {
            "pdf" => head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0,
            "jpeg" => head.StartsWith<byte>([0xFF, 0xD8, 0xFF]),
            "png" => head.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
            "tiff" => head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8),
            "docx" or "xlsx" => head.StartsWith(Zip),
            "mp3" => head.StartsWith("ID3"u8) || IsMpegFrame(head),
            "m4a" => HasBrand(head, AudioBrands),
            "mp4" => HasBrand(head, VideoBrands),
            "txt" => IsTextBytes(head) && !head.StartsWith("%PDF-"u8),
            _ => false,
        };

    private static bool Begins(ReadOnlySpan<byte> head, byte[][] signatures)
    {
        foreach (var signature in signatures)
        {
            if (head.StartsWith(signature))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>ISO 14496-12: a box "ftyp" with the brand at byte 8.</summary>
    private static bool HasBrand(ReadOnlySpan<byte> head, string[] brands) =>
        head.Length >= 12
        && head[4..8].SequenceEqual("ftyp"u8)
        && brands.Contains(Encoding.ASCII.GetString(head[8..12]), StringComparer.Ordinal);

    /// <summary>ISO 11172-3: eleven bits set, then a version, layer, bit rate and sampling rate that exist.</summary>
    private static bool IsMpegFrame(ReadOnlySpan<byte> head) =>
        head.Length >= 4
        && head[0] == 0xFF
        && (head[1] & 0xE0) == 0xE0
        && (head[1] & 0x18) != 0x08
        && (head[1] & 0x06) == 0x02 // layer III
        && (head[2] & 0xF0) != 0xF0
        && (head[2] & 0x0C) != 0x0C;

    private static bool IsText(Stream file)
    {
        var buffer = new byte[64 * 1024];
        for (int read; (read = file.Read(buffer)) > 0; )
        {
            if (!IsTextBytes(buffer.AsSpan(0, read)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>No control characters but those of lines and tabs.</summary>
    private static bool IsTextBytes(ReadOnlySpan<byte> bytes)
    {
        foreach (var each in bytes)
        {
            if (each is < 0x20 and not (0x09 or 0x0A or 0x0C or 0x0D) or 0x7F)
            {
                return false;
            }
        }

        return bytes.Length > 0;
    }

    private static Refusal? CheckOffice(Stream file, DocumentFormat claimed, string main)
    {
        var unreadable = new Refusal(
            DocumentRefusals.Unreadable,
            "File",
            claimed.Code.ToUpperInvariant()
        );
        if (file.Length < LeastZip)
        {
            return unreadable;
        }

        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var names = archive.Entries.Select(entry => entry.FullName).ToList();
            if (names.Count > MostEntries)
            {
                return new Refusal(DocumentRefusals.Archive, "File");
            }

            if (names.Exists(IsActive) || SaysMacros(archive))
            {
                return new Refusal(DocumentRefusals.HasMacros, "File");
            }

            // Another office file under this name, or no office file at all.
            return names.Contains(main, StringComparer.Ordinal)
                ? null
                : new Refusal(DocumentRefusals.Archive, "File");
        }
        catch (InvalidDataException)
        {
            return unreadable;
        }
    }

    private static bool IsActive(string entry) =>
        entry.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || entry.Contains("activeX/", StringComparison.OrdinalIgnoreCase)
        || entry.EndsWith(".exe", StringComparison.OrdinalIgnoreCase)
        || entry.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
        || entry.EndsWith(".js", StringComparison.OrdinalIgnoreCase)
        || entry.EndsWith(".vbs", StringComparison.OrdinalIgnoreCase);

    private static bool SaysMacros(ZipArchive archive)
    {
        var types = archive.GetEntry(TypesEntry);
        if (types is null || types.Length > TypesBytes)
        {
            throw new InvalidDataException();
        }

        // No further than that, whatever it says of its own length.
        using var text = new StreamReader(types.Open());
        var read = new char[TypesBytes];
        return read.AsSpan(0, text.ReadBlock(read))
            .Contains("macroEnabled", StringComparison.OrdinalIgnoreCase);
    }
}
