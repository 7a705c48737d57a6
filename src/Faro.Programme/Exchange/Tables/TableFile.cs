// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Exchange.Tables;

/// <summary>A file of rows and columns, CSV or XLSX, read in a stream: one row in memory at a time.</summary>
/// <remarks>CSV: comma, semicolon, tab or bar; UTF-8, UTF-16 by its mark, or Windows-1252. The first row holds the headers.</remarks>
public abstract class TableFile
{
    private protected TableFile(int sheet, TableLimits limits) => (Sheet, Limits) = (sheet, limits);

    /// <summary>Which sheet is read, from 1.</summary>
    public int Sheet { get; }

    /// <summary>Names of the sheets; one empty name for a CSV.</summary>
    public abstract IReadOnlyList<string> Sheets { get; }

    /// <summary>The cells of the first row, trimmed.</summary>
    public IReadOnlyList<string> Headers { get; private protected set; } = [];

    private protected TableLimits Limits { get; }

    /// <summary>Looks at the whole file for damage of encoding, quotes and packing, and reads its headers.</summary>
    /// <param name="stream">Seekable; stays open and belongs to the file while it is read.</param>
    /// <param name="sheet">Of a workbook, from 1.</param>
    /// <param name="limits">How large it may be.</param>
    /// <param name="cancellation">Ends the look.</param>
    /// <exception cref="DamagedFileException">It cannot be read.</exception>
    public static TableFile Open(
        Stream stream,
        int sheet = 1,
        TableLimits? limits = null,
        CancellationToken cancellation = default
    )
    {
        limits ??= TableLimits.Default;
        stream.Position = 0;
        Span<byte> start = stackalloc byte[8];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        TableFile file = start[..read] switch
        {
            [] => throw Damage(FileProblems.Empty),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => throw Damage(FileProblems.WorkbookOldOrLocked),
            [(byte)'P', (byte)'K', 3 or 5, 4 or 6, ..] => Workbook.OpenZip(
                stream,
                sheet,
                limits,
                cancellation
            ),
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..]
            or [0x89, (byte)'P', (byte)'N', (byte)'G', ..]
            or [0xFF, 0xD8, 0xFF, ..]
            or [0x1F, 0x8B, ..]
            or [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => throw Damage(FileProblems.NotATable),
            _ => CsvTable.OpenText(stream, sheet, limits, cancellation),
        };
        file.CheckHeaders();
        return file;
    }

    /// <summary>The rows below the headers; blank ones are left out. A row that cannot be used carries its problem.</summary>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="DamagedFileException">It cannot be read on.</exception>
    public IEnumerable<TableRow> Rows(CancellationToken cancellation = default)
    {
        var rows = 0;
        foreach (var (number, cells) in Lines(cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            if (number == 1 || cells.TrueForAll(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            if (++rows > Limits.MaxRows)
            {
                throw Damage(FileProblems.TooManyRows, number, 0, Of(Limits.MaxRows));
            }

            yield return Row(number, cells);
        }

        if (rows == 0)
        {
            throw Damage(FileProblems.NoRows);
        }
    }

    private protected abstract IEnumerable<(int Number, List<string> Cells)> Lines(
        CancellationToken cancellation
    );

    private protected static DamagedFileException Damage(
        string code,
        int row = 0,
        int column = 0,
        params ReadOnlySpan<string> values
    ) => new(new FileProblem(code, 1, row, column, [.. values]));

    private protected static string Of(long number) =>
        number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private void CheckHeaders()
    {
        if (Headers.Count > Limits.MaxColumns)
        {
            throw Damage(FileProblems.TooManyColumns, 1, 0, Of(Limits.MaxColumns));
        }

        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var column = 1; column <= Headers.Count; column++)
        {
            var header = Headers[column - 1];
            if (header.Length == 0)
            {
                throw Damage(FileProblems.HeaderEmpty, 1, column);
            }

            if (header.Length > Limits.MaxCell)
            {
                throw Damage(FileProblems.CellTooLong, 1, column, Of(Limits.MaxCell));
            }

            if (!seen.TryAdd(header, column))
            {
                throw Damage(FileProblems.HeaderTwice, 1, column, ColumnLetters.Of(seen[header]));
            }
        }
    }

    private TableRow Row(int number, List<string> cells)
    {
        // Spreadsheets leave empty cells at the end of some rows.
        while (cells.Count > Headers.Count && string.IsNullOrWhiteSpace(cells[^1]))
        {
            cells.RemoveAt(cells.Count - 1);
        }

        if (cells.Count != Headers.Count)
        {
            var width = new FileProblem(
                FileProblems.RowWidth,
                Sheet,
                number,
                0,
                Of(cells.Count),
                Of(Headers.Count)
            );
            return new TableRow(number, [], width);
        }

        for (var column = 1; column <= cells.Count; column++)
        {
            var cell = cells[column - 1].Trim();
            cells[column - 1] = cell;
            if (CellDamage(cell) is { } code)
            {
                string[] values = code == FileProblems.CellTooLong ? [Of(Limits.MaxCell)] : [];
                return new TableRow(
                    number,
                    [],
                    new FileProblem(code, Sheet, number, column, values)
                );
            }
        }

        return new TableRow(number, cells, null);
    }

    private string? CellDamage(string cell) =>
        cell.Length == 0 ? null
        : cell.Length > Limits.MaxCell ? FileProblems.CellTooLong
        : cell.AsSpan().IndexOfAnyInRange('\0', '\u0008') >= 0 ? FileProblems.ControlCharacters
        : CellText.IsFormula(cell) ? FileProblems.Formula
        : CellText.IsError(cell) ? FileProblems.CellError
        : null;
}

/// <summary>One row as read. Its text shows no values.</summary>
/// <param name="Number">As a spreadsheet counts, the header being row 1.</param>
/// <param name="Cells">Trimmed, as many as headers; empty when there is a problem.</param>
/// <param name="Problem">Why it cannot be used, or null.</param>
public sealed record TableRow(int Number, IReadOnlyList<string> Cells, FileProblem? Problem)
{
    /// <summary>No values.</summary>
    public override string ToString() => "••• " + Cells.Count;
}
