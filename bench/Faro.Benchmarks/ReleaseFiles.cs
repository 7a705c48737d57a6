// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;
using Faro.Disclosure;
using Sylvan.Data.Csv;

namespace Faro.Benchmarks;

/// <summary>The files of records that releases are measured on, from <c>shared/data</c> beside the repository.</summary>
internal static class ReleaseFiles
{
    public const string North = "ctdc/ctdc-synthetic-north-america-19col.csv";
    public const string Like = "privacy/ctdc-like-27col-91043.csv.gz";

    /// <summary>Reads a file whose declared domain is what stands in it: code lists of these columns are public.</summary>
    public static RecordTable Read(string relative)
    {
        var values = new List<SortedSet<string>>();
        string[] names = [];
        Each(
            relative,
            header =>
            {
                names = header;
                values.AddRange(header.Select(_ => new SortedSet<string>(StringComparer.Ordinal)));
            },
            (column, value) => values[column].Add(value),
            () => { }
        );
        var domain = RecordDomain.Of([
            .. names.Select((name, column) => new DomainColumn(name, [.. values[column]])),
        ]);
        var table = new RecordTable(domain);
        Each(relative, _ => { }, (column, value) => table.Put(column, value), table.Close);
        return table;
    }

    /// <summary>The same records drawn with replacement until there are so many.</summary>
    public static RecordTable Bootstrap(RecordTable records, int count, int seed)
    {
        var rows = Rows(records);
        // A benchmark's own sample: nothing is released.
        var dice = new Random(seed);
        var table = new RecordTable(records.Domain);
        for (var i = 0; i < count; i++)
        {
            foreach (var (column, value) in rows[dice.Next(rows.Count)])
                table.Put(column, value);
            table.Close();
        }
        return table;
    }

    public static List<(int Column, string Value)[]> Rows(RecordTable records)
    {
        var rows = new List<(int, string)[]>();
        foreach (var block in records.Blocks)
        {
            var at = 0;
            foreach (var length in block.Lengths)
            {
                rows.Add([
                    .. block
                        .Attributes.Slice(at, length)
                        .ToArray()
                        .Select(a => (records.Domain.ColumnOf(a), records.Domain.ValueOf(a))),
                ]);
                at += length;
            }
        }
        return rows;
    }

    private static void Each(
        string relative,
        Action<string[]> header,
        Action<int, string> cell,
        Action end
    )
    {
        var path = Path.Combine(
            Environment.GetEnvironmentVariable("FARO_BENCH_SHARED") ?? "../shared/data",
            relative
        );
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using var text = new StreamReader(stream);
        using var csv = CsvDataReader.Create(text);
        header([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetName)]);
        while (csv.Read())
        {
            for (var column = 0; column < csv.FieldCount; column++)
            {
                var value = csv.GetFieldSpan(column);
                if (!value.IsEmpty && value is not "0")
                    cell(column, value.ToString());
            }
            end();
        }
    }
}
