// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Sylvan.Data.Csv;

namespace Faro.Programme.Exchange.Tables;

/// <summary>A CSV, once its text was looked through.</summary>
internal sealed class CsvTable : TableFile
{
    private readonly Stream _stream;
    private readonly Encoding _encoding;
    private readonly char _separator;

    private CsvTable(Stream stream, TextScan scan, int sheet, TableLimits limits)
        : base(sheet, limits) =>
        (_stream, _encoding, _separator) = (stream, scan.Encoding, scan.Separator);

    public override IReadOnlyList<string> Sheets { get; } = [""];

    public static CsvTable OpenText(
        Stream stream,
        int sheet,
        TableLimits limits,
        CancellationToken cancellation
    )
    {
        if (sheet != 1)
        {
            throw Damage(FileProblems.SheetMissing, 0, 0, Of(1));
        }

        var table = new CsvTable(stream, TextScan.Of(stream, limits, cancellation), sheet, limits);
        foreach (var (_, cells) in table.Lines(cancellation))
        {
            table.Headers = [.. cells.Select(cell => cell.Trim())];
            return table;
        }

        throw Damage(FileProblems.Empty);
    }

    private protected override IEnumerable<(int Number, List<string> Cells)> Lines(
        CancellationToken cancellation
    )
    {
        _stream.Position = 0;
        using var text = new StreamReader(_stream, _encoding, true, 1 << 16, leaveOpen: true);
        using var csv = CsvDataReader.Create(
            text,
            new CsvDataReaderOptions
            {
                Delimiter = _separator,
                HasHeaders = false,
                BufferSize = 1 << 16,
                MaxBufferSize = 1 << 24,
                OwnsReader = false,
            }
        );
        while (Next(csv))
        {
            var cells = new List<string>(csv.RowFieldCount);
            for (var column = 0; column < csv.RowFieldCount; column++)
            {
                cells.Add(csv.GetString(column));
            }

            yield return (csv.RowNumber, cells);
        }
    }

    /// <summary>What the scan lets through can hardly fail here; if it does, the row is named.</summary>
    private static bool Next(CsvDataReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (Exception failure)
            when (failure
                    is CsvFormatException
                        or CsvRecordTooLargeException
                        or CsvInvalidCharacterException
                        or CsvMissingHeadersException
            )
        {
            throw Damage(FileProblems.QuoteMisplaced, csv.RowNumber + 1);
        }
    }
}
