// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;
using Faro.Disclosure;
using Sylvan.Data.Csv;

namespace Faro.Programme.Exchange;

/// <summary>Reads records of persons for a release: CSV with a header, one row per person, also compressed as <c>.gz</c>.</summary>
public sealed class RecordFile
{
    private const int LongestField = 64 * 1024;
    private const int RowsBetween = 20_000;

    private readonly string _path;
    private readonly string _name;

    private RecordFile(string path, IReadOnlyList<string> headers) =>
        (_path, _name, Headers) = (path, Path.GetFileName(path), headers);

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>Looks at the header.</summary>
    public static Outcome<RecordFile> Open(string path)
    {
        var headers = new List<string>();
        var refusal = Guarded(
            path,
            csv =>
            {
                if (!csv.Read() || csv.RowFieldCount == 0)
                {
                    return new Refusal(ExchangeRefusals.NoRows, "", Path.GetFileName(path));
                }

                headers.AddRange(
                    Enumerable.Range(0, csv.RowFieldCount).Select(i => csv.GetString(i).Trim())
                );
                return HeaderRefusal(Path.GetFileName(path), headers);
            }
        );
        return refusal is null ? new RecordFile(path, headers) : refusal;
    }

    /// <summary>The values that stand in each column, other than empty and 0. They are not public.</summary>
    /// <param name="progress">Told the share of the file that is read.</param>
    /// <param name="cancellation">Stops between rows.</param>
    public Outcome<RecordDomain> LookForValues(
        Action<double>? progress,
        CancellationToken cancellation
    )
    {
        var values = Headers.Select(_ => new SortedSet<string>(StringComparer.Ordinal)).ToArray();
        var seen = Headers
            .Select(_ =>
                new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>()
            )
            .ToArray();
        var all = 0;
        var refusal = EachRow(
            csv =>
            {
                for (var column = 0; column < Headers.Count; column++)
                {
                    var value = csv.GetFieldSpan(column).Trim();
                    if (value.IsEmpty || value is "0" || seen[column].Contains(value))
                    {
                        continue;
                    }

                    seen[column].Add(value);
                    values[column].Add(value.ToString());
                    if (++all > RecordDomain.MostAttributes)
                    {
                        var most = values.Index().MaxBy(each => each.Item.Count).Index;
                        return new Refusal(
                            ExchangeRefusals.TooManyValues,
                            "",
                            _name,
                            RecordDomain.MostAttributes,
                            Headers[most]
                        );
                    }
                }

                return null;
            },
            progress,
            cancellation
        );
        return refusal is not null
            ? refusal
            : RecordDomain.Of([
                .. Headers.Select(
                    (header, column) => new DomainColumn(header, [.. values[column]])
                ),
            ]);
    }

    /// <summary>Reads the file whole, or refuses it whole.</summary>
    /// <param name="domain">Its columns all stand in the file; the file's others are left out.</param>
    /// <param name="progress">Told the share of the file that is read.</param>
    /// <param name="cancellation">Stops between rows.</param>
    public Outcome<RecordTable> Read(
        RecordDomain domain,
        Action<double>? progress,
        CancellationToken cancellation
    )
    {
        var names = Headers.ToList();
        var places = domain.Columns.Select(column => names.IndexOf(column.Name)).ToArray();
        var missing = domain.Columns.Where((_, column) => places[column] < 0).ToList();
        if (missing.Count > 0)
        {
            return missing
                .Select(column => new Refusal(
                    ExchangeRefusals.HeaderUnknown,
                    column.Name,
                    _name,
                    column.Name
                ))
                .ToList();
        }

        var records = new RecordTable(domain);
        var refusal = EachRow(
            csv =>
            {
                for (var column = 0; column < places.Length; column++)
                {
                    records.Put(column, csv.GetFieldSpan(places[column]).Trim());
                }

                records.Close();
                return null;
            },
            progress,
            cancellation
        );
        return refusal is not null ? refusal
            : records.Count == 0 ? new Refusal(ExchangeRefusals.NoRows, "", _name)
            : records;
    }

    /// <summary>Reads a small file of rows under a header, each as wide as it.</summary>
    /// <param name="path">CSV.</param>
    /// <param name="header">Looks at the headers and may refuse them.</param>
    /// <param name="row">Takes a row with its number, the header being 1, and may refuse it.</param>
    internal static Refusal? Rows(
        string path,
        Func<IReadOnlyList<string>, Refusal?> header,
        Func<CsvDataReader, int, Refusal?> row
    )
    {
        var name = Path.GetFileName(path);
        return Guarded(
            path,
            csv =>
            {
                if (!csv.Read())
                {
                    return new Refusal(ExchangeRefusals.NoRows, "", name);
                }

                var width = csv.RowFieldCount;
                var refusal = header([
                    .. Enumerable.Range(0, width).Select(i => csv.GetString(i).Trim()),
                ]);
                var number = 2;
                for (; refusal is null && csv.Read(); number++)
                {
                    refusal =
                        csv.RowFieldCount == width
                            ? row(csv, number)
                            : new Refusal(
                                ExchangeRefusals.RowWidth,
                                "",
                                name,
                                number,
                                csv.RowFieldCount,
                                width
                            );
                }

                return refusal is null && number == 2
                    ? new Refusal(ExchangeRefusals.NoRows, "", name)
                    : refusal;
            }
        );
    }

    /// <summary>Opens a file as text in rows, compressed or not.</summary>
    private static Refusal? Guarded(string path, Func<CsvDataReader, Refusal?> read) =>
        Guarded(path, (csv, _) => read(csv));

    private static Refusal? Guarded(string path, Func<CsvDataReader, FileStream, Refusal?> read)
    {
        var name = Path.GetFileName(path);
        var row = 0;
        try
        {
            using var file = File.OpenRead(path);
            using Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
                ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true)
                : new BufferedStream(file, 1 << 16);
            using var text = new StreamReader(stream);
            using var csv = CsvDataReader.Create(
                text,
                new() { HasHeaders = false, BufferSize = LongestField }
            );
            try
            {
                return read(csv, file);
            }
            finally
            {
                row = csv.RowNumber;
            }
        }
        catch (Exception e)
            when (e is CsvFormatException or CsvRecordTooLargeException or InvalidDataException)
        {
            return new Refusal(ExchangeRefusals.RowBroken, "", name, row + 1);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Refusal(ExchangeRefusals.FileMissing, "", path);
        }
    }

    private static Refusal? HeaderRefusal(string name, List<string> headers)
    {
        var empty = headers.FindIndex(header => header.Length == 0);
        if (empty >= 0)
        {
            return new Refusal(ExchangeRefusals.HeaderMissing, "", name, empty + 1);
        }

        var twice = headers
            .Index()
            .Where(header => headers.IndexOf(header.Item) < header.Index)
            .Select(header => header.Index + 1)
            .FirstOrDefault();
        return twice > 0 ? new Refusal(ExchangeRefusals.HeaderTwice, "", name, twice) : null;
    }

    private Refusal? EachRow(
        Func<CsvDataReader, Refusal?> take,
        Action<double>? progress,
        CancellationToken cancellation
    ) =>
        Guarded(
            _path,
            (csv, file) =>
            {
                csv.Read();
                for (long row = 2; csv.Read(); row++)
                {
                    if (csv.RowFieldCount != Headers.Count)
                    {
                        return new Refusal(
                            ExchangeRefusals.RowWidth,
                            "",
                            _name,
                            row,
                            csv.RowFieldCount,
                            Headers.Count
                        );
                    }

                    if (take(csv) is { } refusal)
                    {
                        return refusal;
                    }

                    if (row % RowsBetween == 0)
                    {
                        cancellation.ThrowIfCancellationRequested();
                        progress?.Invoke(file.Position / (double)file.Length);
                    }
                }

                return null;
            }
        );
}
