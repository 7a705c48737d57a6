// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Linkage;
using Sylvan.Data.Csv;

namespace Faro.Programme.Exchange;

/// <summary>A person-level list as CSV: comma, semicolon, tab or bar; UTF-8, UTF-16 or Windows-1252. It is first looked
/// through whole, so that nothing is ever half-loaded, and then streamed.</summary>
public sealed class PersonListFile
{
    /// <summary>Longest cell, in letters.</summary>
    public const int MaxCell = 10_000;

    /// <summary>Refusals told at once; a file with more is wrong as a whole.</summary>
    public const int MaxRefusals = 20;

    private const int MaxRow = 1 << 22;

    private readonly string _path;
    private readonly Encoding _encoding;
    private readonly char _separator;

    private PersonListFile(
        string path,
        string name,
        Encoding encoding,
        char separator,
        IReadOnlyList<string> headers,
        LinkageSchema schema
    ) =>
        (_path, Name, _encoding, _separator, Headers, Schema) = (
            path,
            name,
            encoding,
            separator,
            headers,
            schema
        );

    /// <summary>Name of the list: the file's name unless the caller gave another.</summary>
    public string Name { get; }

    /// <summary>Headers as written, trimmed.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>What each column says, guessed or as the caller said.</summary>
    public LinkageSchema Schema { get; }

    /// <summary>Looks at encoding, separator and headers.</summary>
    /// <param name="path">File.</param>
    /// <param name="name">Name of the list in messages and results; the file's name when left out.</param>
    /// <param name="roles">Roles by header that replace the guess; case does not count, headers that are not there neither.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The list, or why it cannot be one.</returns>
    public static Outcome<PersonListFile> Open(
        string path,
        string? name = null,
        IReadOnlyDictionary<string, ColumnRole>? roles = null,
        CancellationToken cancellation = default
    )
    {
        name ??= Path.GetFileName(path);
        if (!File.Exists(path))
        {
            return new Refusal(ExchangeRefusals.FileMissing, "", name);
        }

        try
        {
            if (TextFile.EncodingOf(path, cancellation) is not { } encoding)
            {
                return new Refusal(ExchangeRefusals.NotText, "", name);
            }

            using var text = new StreamReader(path, encoding);
            var firstLine = text.ReadLine();
            if (string.IsNullOrWhiteSpace(firstLine))
            {
                return new Refusal(ExchangeRefusals.NoRows, "", name);
            }

            var separator = TextFile.SeparatorOf(firstLine);
            var headers = ReadHeaders(path, encoding, separator);
            var refusals = CheckHeaders(name, headers);
            if (refusals.Count > 0)
            {
                return refusals;
            }

            var schema = Schemas.Of(headers, roles);
            return schema.IsComparable
                ? new PersonListFile(path, name, encoding, separator, headers, schema)
                : new Refusal(ExchangeRefusals.NoPersonColumns, "", name);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new Refusal(ExchangeRefusals.FileUnreadable, "", name);
        }
        catch (CsvFormatException)
        {
            return new Refusal(ExchangeRefusals.RowBroken, "", name, 1);
        }
    }

    /// <summary>Looks through every row.</summary>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>Number of records, or at most <see cref="MaxRefusals"/> located refusals.</returns>
    public Outcome<int> Check(CancellationToken cancellation = default)
    {
        var refusals = new List<Refusal>();
        var (row, records) = (1, 0);
        try
        {
            using var reader = OpenReader(_path, _encoding, _separator);
            while (refusals.Count < MaxRefusals && reader.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                row++;
                if (!IsBlank(reader))
                {
                    records++;
                    CheckRow(reader, row, refusals);
                }
            }
        }
        catch (CsvRecordTooLargeException)
        {
            refusals.Add(new Refusal(ExchangeRefusals.CellTooLong, "", Name, row + 1, "", MaxCell));
        }
        catch (CsvFormatException)
        {
            refusals.Add(new Refusal(ExchangeRefusals.RowBroken, "", Name, row + 1));
        }

        return refusals.Count > 0 ? refusals
            : records == 0 ? new Refusal(ExchangeRefusals.NoRows, "", Name)
            : records;
    }

    /// <summary>The records, one by one. Call <see cref="Check"/> first: here a broken row is an error.</summary>
    /// <param name="schema">Columns wanted, as <see cref="LinkageSchema.Union"/> of all lists gives them.</param>
    /// <param name="sourceFromColumn">Whether a column of role source names the list of each record instead of the file.</param>
    /// <returns>Records with trimmed values; blank rows are left out.</returns>
    public IEnumerable<PersonRecord> Records(LinkageSchema schema, bool sourceFromColumn = false)
    {
        var places = schema.PlacesIn(Schema);
        var id = Place(ColumnRole.RecordId);
        var source = sourceFromColumn ? Place(ColumnRole.Source) : -1;
        using var reader = OpenReader(_path, _encoding, _separator);
        for (var row = 2; reader.Read(); row++)
        {
            if (IsBlank(reader))
            {
                continue;
            }

            var values = new string?[places.Count];
            for (var column = 0; column < values.Length; column++)
            {
                values[column] = Cell(reader, places[column]);
            }

            yield return new PersonRecord(
                Cell(reader, source) is { Length: > 0 } named ? named : Name,
                row,
                Cell(reader, id) ?? "",
                values
            );
        }
    }

    /// <summary>One column, row by row as <see cref="Records"/> has them.</summary>
    /// <param name="header">Its header; case does not count.</param>
    /// <returns>Trimmed values, empty where a row has none.</returns>
    public IEnumerable<string> Values(string header)
    {
        var place = Headers
            .Index()
            .First(column => column.Item.Equals(header, StringComparison.OrdinalIgnoreCase))
            .Index;
        using var reader = OpenReader(_path, _encoding, _separator);
        while (reader.Read())
        {
            if (!IsBlank(reader))
            {
                yield return Cell(reader, place) ?? "";
            }
        }
    }

    private static string[] ReadHeaders(string path, Encoding encoding, char separator)
    {
        using var reader = OpenReader(path, encoding, separator);
        return
        [
            .. Enumerable.Range(0, reader.FieldCount).Select(place => reader.GetName(place).Trim()),
        ];
    }

    private static List<Refusal> CheckHeaders(string name, string[] headers)
    {
        var refusals = new List<Refusal>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (headers.Length == 0)
        {
            refusals.Add(new Refusal(ExchangeRefusals.NoRows, "", name));
        }

        for (var column = 0; column < headers.Length; column++)
        {
            if (headers[column].Length == 0)
            {
                refusals.Add(new Refusal(ExchangeRefusals.HeaderMissing, "", name, column + 1));
            }
            else if (!seen.Add(headers[column]))
            {
                refusals.Add(new Refusal(ExchangeRefusals.HeaderTwice, "", name, column + 1));
            }
        }

        return refusals;
    }

    private static CsvDataReader OpenReader(string path, Encoding encoding, char separator) =>
        CsvDataReader.Create(
            new StreamReader(path, encoding),
            new CsvDataReaderOptions
            {
                Delimiter = separator,
                HasHeaders = true,
                MaxBufferSize = MaxRow,
                OwnsReader = true,
            }
        );

    private static bool IsBlank(CsvDataReader reader)
    {
        for (var column = 0; column < reader.RowFieldCount; column++)
        {
            if (!reader.GetFieldSpan(column).IsWhiteSpace())
            {
                return false;
            }
        }

        return true;
    }

    private static string? Cell(CsvDataReader reader, int place) =>
        place < 0 || place >= reader.RowFieldCount
            ? null
            : reader.GetFieldSpan(place).Trim().ToString();

    private int Place(ColumnRole role)
    {
        for (var place = 0; place < Schema.Columns.Count; place++)
        {
            if (Schema.Columns[place].Role == role)
            {
                return place;
            }
        }

        return -1;
    }

    private void CheckRow(CsvDataReader reader, int row, List<Refusal> refusals)
    {
        var cells = reader.RowFieldCount;
        // Spreadsheets leave empty cells at the end of some rows.
        while (cells > Headers.Count && reader.GetFieldSpan(cells - 1).IsWhiteSpace())
        {
            cells--;
        }

        if (cells != Headers.Count)
        {
            refusals.Add(
                new Refusal(ExchangeRefusals.RowWidth, "", Name, row, cells, Headers.Count)
            );
            return;
        }

        for (var column = 0; column < cells; column++)
        {
            var cell = reader.GetFieldSpan(column);
            if (cell.Length > MaxCell)
            {
                refusals.Add(
                    new Refusal(
                        ExchangeRefusals.CellTooLong,
                        Headers[column],
                        Name,
                        row,
                        Headers[column],
                        MaxCell
                    )
                );
            }
            else if (cell.IndexOfAnyInRange('\0', '\u0008') >= 0)
            {
                refusals.Add(
                    new Refusal(
                        ExchangeRefusals.CellNotText,
                        Headers[column],
                        Name,
                        row,
                        Headers[column]
                    )
                );
            }
        }
    }
}

/// <summary>Guessed columns, with what the caller said instead.</summary>
file static class Schemas
{
    public static LinkageSchema Of(
        IReadOnlyList<string> headers,
        IReadOnlyDictionary<string, ColumnRole>? roles
    )
    {
        var said = new Dictionary<string, ColumnRole>(
            roles ?? new Dictionary<string, ColumnRole>(StringComparer.Ordinal),
            StringComparer.OrdinalIgnoreCase
        );
        return new LinkageSchema(
            SchemaGuess
                .Of(headers)
                .Columns.Select(column =>
                    said.TryGetValue(column.Header, out var role)
                        ? column with
                        {
                            Role = role,
                        }
                        : column
                )
        );
    }
}
