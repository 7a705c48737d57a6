// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Faro.Estimation;
using Sylvan.Data.Csv;

namespace Faro.Programme.Exchange;

/// <summary>Reads who is on which lists: a CSV with one 0/1 column per list and a last column <c>count</c>.</summary>
public static class CaptureTableFile
{
    /// <summary>Name of the last column.</summary>
    public const string CountColumn = "count";

    /// <summary>Refusals listed before the reader gives up.</summary>
    public const int MostRefusals = 20;

    /// <summary>Longest field, characters; a longer one is damage.</summary>
    private const int LongestField = 64 * 1024;

    /// <summary>Reads a file whole, or refuses it whole.</summary>
    public static Outcome<CaptureTable> Read(string path) => WholeOf(ReadParts(path, by: null));

    /// <summary>Reads a file whole, by the values of one of its columns, or refuses it whole.</summary>
    /// <param name="path">CSV as <see cref="Read(string)"/> takes it, with one column more.</param>
    /// <param name="by">Name of that column; null when there is none.</param>
    public static Outcome<CaptureParts> ReadParts(string path, string? by)
    {
        try
        {
            using var reader = new StreamReader(
                path,
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)
            );
            return Parts(reader, Path.GetFileName(path), by);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Refusal(ExchangeRefusals.FileMissing, "", path);
        }
    }

    /// <summary>Reads a text whole, or refuses it whole.</summary>
    /// <param name="text">CSV.</param>
    /// <param name="name">What refusals call the file.</param>
    public static Outcome<CaptureTable> Read(TextReader text, string name) =>
        WholeOf(Parts(text, name, by: null));

    private static Outcome<CaptureTable> WholeOf(Outcome<CaptureParts> parts) =>
        parts.Done ? parts.Value.Whole : parts.Refusals.ToList();

    private static Outcome<CaptureParts> Parts(TextReader text, string name, string? by)
    {
        var row = 1;
        try
        {
            using var csv = CsvDataReader.Create(
                text,
                new()
                {
                    HasHeaders = false,
                    Culture = CultureInfo.InvariantCulture,
                    BufferSize = LongestField,
                }
            );
            return Table(csv, name, by, ref row);
        }
        catch (Exception e)
            when (e is CsvFormatException or CsvRecordTooLargeException or DecoderFallbackException)
        {
            return new Refusal(ExchangeRefusals.NotReadable, "", row);
        }
    }

    private static Outcome<CaptureParts> Table(
        CsvDataReader csv,
        string name,
        string? by,
        ref int row
    )
    {
        if (!csv.Read() || csv.RowFieldCount == 0)
        {
            return new Refusal(ExchangeRefusals.NoRows, "", name);
        }

        string[] columns =
        [
            .. Enumerable.Range(0, csv.RowFieldCount).Select(i => csv.GetString(i).Trim()),
        ];
        var part = by is null ? -1 : Array.FindIndex(columns, column => IsOf(column, by));
        if (by is not null && part < 0)
        {
            return new Refusal(ExchangeRefusals.ColumnUnknown, by, by, string.Join(", ", columns));
        }

        string[] lists = [.. columns[..^1].Where((_, i) => i != part)];
        var refusals = Header(columns[^1], lists);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var counts = new List<(string Part, CaptureCount Count)>();
        if (!Fill(csv, name, columns, part, counts, refusals, ref row))
        {
            return new Refusal(ExchangeRefusals.NoRows, "", name);
        }

        return refusals.Count > 0
            ? refusals
            : new CaptureParts(
                new CaptureTable(lists, counts.Select(each => each.Count)),
                [
                    .. counts
                        .GroupBy(each => each.Part, StringComparer.Ordinal)
                        .Select(same => new Stratum(
                            same.Key,
                            new CaptureTable(lists, same.Select(each => each.Count))
                        )),
                ]
            );
    }

    /// <summary>Reads the rows under the header.</summary>
    /// <returns>False when there is none.</returns>
    private static bool Fill(
        CsvDataReader csv,
        string name,
        string[] columns,
        int part,
        List<(string Part, CaptureCount Count)> counts,
        List<Refusal> refusals,
        ref int row
    )
    {
        long people = 0;
        var rows = 0;
        while (csv.Read() && refusals.Count < MostRefusals)
        {
            row = csv.RowNumber;
            if (csv.RowFieldCount == 1 && csv.GetString(0).Trim().Length == 0)
            {
                continue;
            }

            rows++;
            if (Row(csv, name, columns, part, row, refusals) is { } count)
            {
                counts.Add((part < 0 ? "" : csv.GetString(part).Trim(), count));
                people += count.People;
            }

            if (people > CaptureTable.MostPeople)
            {
                refusals.Add(
                    new(ExchangeRefusals.TooManyPeople, CountColumn, row, CaptureTable.MostPeople)
                );
                break;
            }
        }

        if (refusals.Count >= MostRefusals)
        {
            refusals.Add(new(ExchangeRefusals.AndMore, "", MostRefusals));
        }

        return rows > 0;
    }

    private static bool IsOf(string column, string name) =>
        string.Equals(column, name, StringComparison.OrdinalIgnoreCase);

    private static List<Refusal> Header(string last, string[] lists)
    {
        var refusals = new List<Refusal>();
        if (!IsOf(last, CountColumn))
        {
            refusals.Add(new(ExchangeRefusals.CountColumnMissing, CountColumn, last));
            return refusals;
        }

        if (lists.Length < CaptureTable.FewestLists)
        {
            refusals.Add(
                new(ExchangeRefusals.TooFewLists, "", lists.Length, CaptureTable.FewestLists)
            );
        }

        if (lists.Length > CaptureTable.MostLists)
        {
            refusals.Add(
                new(ExchangeRefusals.TooManyLists, "", lists.Length, CaptureTable.MostLists)
            );
        }

        for (var i = 0; i < lists.Length; i++)
        {
            if (lists[i].Length == 0)
            {
                refusals.Add(new(ExchangeRefusals.ListUnnamed, "", i + 1));
            }
            else if (Array.IndexOf(lists, lists[i]) < i)
            {
                refusals.Add(new(ExchangeRefusals.ListNamedTwice, lists[i], lists[i]));
            }
        }

        return refusals;
    }

    private static CaptureCount? Row(
        CsvDataReader csv,
        string name,
        string[] columns,
        int part,
        int row,
        List<Refusal> refusals
    )
    {
        if (csv.RowFieldCount != columns.Length)
        {
            refusals.Add(
                new(ExchangeRefusals.RowWidth, "", name, row, csv.RowFieldCount, columns.Length)
            );
            return null;
        }

        var before = refusals.Count;
        var (history, list) = (0, 0);
        for (var i = 0; i < columns.Length - 1; i++)
        {
            if (i == part)
            {
                continue;
            }

            var value = csv.GetString(i).AsSpan().Trim();
            if (value is not ("0" or "1"))
            {
                refusals.Add(new(ExchangeRefusals.NotZeroOrOne, columns[i], row, columns[i]));
            }

            history |= value is "1" ? 1 << list : 0;
            list++;
        }

        var people = Count(csv.GetString(columns.Length - 1), row, refusals);
        if (refusals.Count == before && history == 0)
        {
            refusals.Add(new(ExchangeRefusals.OnNoList, "", row));
        }

        return refusals.Count == before ? new(history, people) : null;
    }

    private static long Count(string text, int row, List<Refusal> refusals)
    {
        const NumberStyles Plain =
            NumberStyles.AllowLeadingSign
            | NumberStyles.AllowLeadingWhite
            | NumberStyles.AllowTrailingWhite;
        if (long.TryParse(text, Plain, CultureInfo.InvariantCulture, out var people))
        {
            if (people < 0)
            {
                refusals.Add(new(ExchangeRefusals.CountNegative, CountColumn, row, CountColumn));
            }
            else if (people > CaptureTable.MostPeople)
            {
                refusals.Add(
                    new(ExchangeRefusals.TooManyPeople, CountColumn, row, CaptureTable.MostPeople)
                );
            }

            return people;
        }

        var number = double.TryParse(
            text,
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var value
        );
        refusals.Add(
            new(
                number && double.IsFinite(value)
                    ? ExchangeRefusals.CountNotWhole
                    : ExchangeRefusals.CountNotANumber,
                CountColumn,
                row,
                CountColumn
            )
        );
        return 0;
    }
}

/// <summary>A table of counts, whole and by the values of one of its columns.</summary>
/// <param name="Whole">All people.</param>
/// <param name="Parts">In the order in which the values first occur; one without a name when there is no such column.</param>
public sealed record CaptureParts(CaptureTable Whole, IReadOnlyList<Stratum> Parts);
