// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.IO.Compression;
using System.Xml;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Faro.Programme.Exchange.Tables;

/// <summary>One sheet of an XLSX workbook.</summary>
internal sealed class Workbook : TableFile
{
    private readonly Stream _stream;

    private Workbook(Stream stream, IReadOnlyList<string> sheets, int sheet, TableLimits limits)
        : base(sheet, limits) => (_stream, Sheets) = (stream, sheets);

    public override IReadOnlyList<string> Sheets { get; }

    // The cache of shared strings would write names in plain on the disk.
    private static OpenXmlConfiguration Reading => new() { EnableSharedStringCache = false };

    public static Workbook OpenZip(
        Stream stream,
        int sheet,
        TableLimits limits,
        CancellationToken cancellation
    )
    {
        CheckParts(stream, limits, cancellation);
        var sheets = Try(() =>
        {
            stream.Position = 0;
            return MiniExcel.GetSheetNames(stream, Reading);
        });
        if (sheet < 1 || sheet > sheets.Count)
        {
            throw Damage(FileProblems.SheetMissing, 0, 0, Of(sheets.Count));
        }

        var book = new Workbook(stream, sheets, sheet, limits);
        foreach (var (_, cells) in book.Lines(cancellation))
        {
            while (cells.Count > 0 && string.IsNullOrWhiteSpace(cells[^1]))
            {
                cells.RemoveAt(cells.Count - 1);
            }

            book.Headers = [.. cells.Select(cell => cell.Trim())];
            break;
        }

        return book.Headers.Count == 0 ? throw Damage(FileProblems.Empty) : book;
    }

    private protected override IEnumerable<(int Number, List<string> Cells)> Lines(
        CancellationToken cancellation
    )
    {
        _stream.Position = 0;
        var rows = Try(() =>
            MiniExcel
                .Query(
                    _stream,
                    useHeaderRow: false,
                    sheetName: Sheets[Sheet - 1],
                    excelType: ExcelType.XLSX,
                    configuration: Reading
                )
                .Cast<IDictionary<string, object?>>()
                .GetEnumerator()
        );
        using (rows)
        {
            for (var number = 1; Try(rows.MoveNext); number++)
            {
                var cells = rows.Current.Values.Select(Text).ToList();
                while (cells.Count < Headers.Count)
                {
                    cells.Add("");
                }

                yield return (number, cells);
            }
        }
    }

    private static string Text(object? cell) =>
        cell switch
        {
            null => "",
            string text => text,
            DateTime { TimeOfDay.Ticks: 0 } day => day.ToString(
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture
            ),
            DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
            bool yes => yes ? "1" : "0",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => cell.ToString() ?? "",
        };

    /// <summary>Unpacks every part into nothing, counting: the sizes that a zip states can be lies.</summary>
    private static void CheckParts(
        Stream stream,
        TableLimits limits,
        CancellationToken cancellation
    )
    {
        stream.Position = 0;
        using var zip = Try(() => new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true));
        var names = zip.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.Ordinal);
        if (!names.Contains("[Content_Types].xml") || !names.Contains("xl/workbook.xml"))
        {
            throw Damage(FileProblems.NotAWorkbook);
        }

        if (names.Contains("xl/vbaProject.bin"))
        {
            throw Damage(FileProblems.WorkbookMacros);
        }

        var buffer = new byte[1 << 16];
        long all = 0;
        foreach (var entry in zip.Entries)
        {
            using var part = Try(entry.Open);
            long size = 0;
            for (int read; (read = Try(() => part.Read(buffer))) > 0; )
            {
                cancellation.ThrowIfCancellationRequested();
                size += read;
                all += read;
                var isDense =
                    size > limits.FreeOfRatio
                    && size > limits.MaxRatio * Math.Max(1, entry.CompressedLength);
                if (all > limits.MaxUnpacked || isDense)
                {
                    throw Damage(FileProblems.ZipBomb, 0, 0, Of(limits.MaxUnpacked >> 20));
                }
            }
        }
    }

    /// <summary>MiniExcel and the zip reader throw whatever comes their way: all of it means that the workbook is broken.</summary>
    private static T Try<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure)
            when (failure
                    is InvalidDataException
                        or XmlException
                        or FormatException
                        or ArgumentException
                        or InvalidOperationException
                        or KeyNotFoundException
                        or NullReferenceException
                        or IndexOutOfRangeException
                        or OverflowException
                        or NotSupportedException
                        or InvalidCastException
            )
        {
            throw Damage(FileProblems.WorkbookBroken);
        }
    }
}
