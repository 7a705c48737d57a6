// SPDX-License-Identifier: Apache-2.0
using Faro.Tests.Support;
using Sylvan.Data.Csv;

namespace Faro.Linkage.Tests.Support;

/// <summary>Reference lists of which the truth is known, and how well clusters agree with it.</summary>
internal sealed class TruthList
{
    private readonly List<PersonRecord> _records = [];
    private readonly List<string> _truth = [];

    public IReadOnlyList<PersonRecord> Records => _records;

    public LinkageSchema Schema { get; private set; } = new([new("id", ColumnRole.RecordId)]);

    /// <summary>Files under shared/data/linkage; the truth is a column, or what a record id says before its second hyphen.</summary>
    public static TruthList Read(string? truthColumn, params string[] files)
    {
        var list = new TruthList();
        foreach (var file in files)
        {
            using var reader = CsvDataReader.Create(SharedData.FileOrSkip("linkage/" + file));
            var headers = Enumerable
                .Range(0, reader.FieldCount)
                .Select(place => reader.GetName(place).Trim())
                .ToArray();
            list.Schema = SchemaGuess.Of(headers);
            for (var row = 2; reader.Read(); row++)
            {
                var values = Enumerable
                    .Range(0, headers.Length)
                    .Select(place => reader.GetString(place).Trim())
                    .ToArray();
                list._records.Add(new PersonRecord(file, row, values[0], values));
                list._truth.Add(
                    truthColumn is null
                        ? string.Join('-', values[0].Split('-').Take(2))
                        : values[Array.IndexOf(headers, truthColumn)]
                );
            }
        }

        return list;
    }

    /// <summary>Harmonic mean of pairwise precision and recall.</summary>
    public double F1(LinkageResult result)
    {
        var (right, wrong) = (0L, 0L);
        foreach (var cluster in result.Clusters)
        {
            var truths = cluster.Members.GroupBy(
                member => _truth[member.Index],
                StringComparer.Ordinal
            );
            var same = truths.Sum(group => Pairs(group.Count()));
            right += same;
            wrong += Pairs(cluster.Members.Count) - same;
        }

        var all = _truth
            .GroupBy(truth => truth, StringComparer.Ordinal)
            .Sum(group => Pairs(group.Count()));
        return 2.0 * right / (all + right + wrong);
    }

    private static long Pairs(int count) => (long)count * (count - 1) / 2;
}
