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
    public static Outcome<CaptureTable> Read(string path)
    {
        try
        {
            using var reader = new StreamReader(
                path,
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)
            );
            return Read(reader, Path.GetFileName(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Refusal(ExchangeRefusals.FileMissing, "", path);
        }
    }

    /// <summary>Reads a text whole, or refuses it whole.</summary>
    /// <param name="text">CSV.</param>
    /// <param name="name">What refusals call the file.</param>
    public static Outcome<CaptureTable> Read(TextReader text, string name)
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
            return Table(csv, name, ref row);
        }
        catch (Exception e)
            when (e is CsvFormatException or CsvRecordTooLargeException or DecoderFallbackException)
        {
            return new Refusal(ExchangeRefusals.NotReadable, "", row);
        }
    }

    private static Outcome<CaptureTable> Table(CsvDataReader csv, string name, ref int row)
    {
        if (!csv.Read() || csv.RowFieldCount == 0)
        {
            return new Refusal(ExchangeRefusals.NoRows, "", name);
        }

        string[] columns =
        [
            .. Enumerable.Range(0, csv.RowFieldCount).Select(i => csv.GetString(i).Trim()),
        ];
        var refusals = Header(columns);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var counts = new List<CaptureCount>();
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
            if (Row(csv, name, columns, row, refusals) is { } count)
            {
                counts.Add(count);
                people += count.People;
                if (people > CaptureTable.MostPeople)
                {
                    refusals.Add(
                        new(
                            ExchangeRefusals.TooManyPeople,
                            CountColumn,
                            row,
                            CaptureTable.MostPeople
                        )
                    );
                    break;
                }
            }
        }

        if (rows == 0)
        {
            return new Refusal(ExchangeRefusals.NoRows, "", name);
        }

        if (refusals.Count >= MostRefusals)
        {
            refusals.Add(new(ExchangeRefusals.AndMore, "", MostRefusals));
        }

        return refusals.Count > 0 ? refusals : new CaptureTable(columns[..^1], counts);
    }

    private static List<Refusal> Header(string[] columns)
    {
        var lists = columns[..^1];
        var refusals = new List<Refusal>();
        if (!string.Equals(columns[^1], CountColumn, StringComparison.OrdinalIgnoreCase))
        {
            refusals.Add(new(ExchangeRefusals.CountColumnMissing, CountColumn, columns[^1]));
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
        var history = 0;
        for (var i = 0; i < columns.Length - 1; i++)
        {
            var value = csv.GetString(i).AsSpan().Trim();
            if (value is not ("0" or "1"))
            {
                refusals.Add(new(ExchangeRefusals.NotZeroOrOne, columns[i], row, columns[i]));
            }

            history |= value is "1" ? 1 << i : 0;
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
