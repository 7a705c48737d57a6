// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure;
using Faro.Disclosure.Sampling;

namespace Faro.Benchmarks;

/// <summary>How far published counts and invented records are from the truth. For benchmarks on public files only.</summary>
internal sealed class ReleaseErrors
{
    private readonly RecordTable _records;
    private readonly Dictionary<ulong, int>[] _true = new Dictionary<ulong, int>[5];

    public ReleaseErrors(RecordTable records, int longest)
    {
        _records = records;
        for (var length = 1; length <= longest; length++)
            _true[length] = [];
        foreach (var block in records.Blocks)
        {
            var at = 0;
            foreach (var length in block.Lengths)
            {
                Add(block.Attributes.Slice(at, length).ToArray(), _true, longest);
                at += length;
            }
        }
    }

    public (
        double Error,
        double Total,
        double Recall,
        int Made,
        int Published,
        double Covered
    ) OfCounts(RecordRelease release, int length)
    {
        var told = new Dictionary<ulong, double>();
        var (covered, all) = (0, 0);
        var map = Map(release.Domain);
        foreach (var each in release.Published.Where(each => each.Length == length))
        {
            ulong key = 0;
            for (var place = length - 1; place >= 0; place--)
                key = (key << 16) | (ushort)(map[each[place]] + 1);
            told[key] = Math.Round(each.Count);
            var truth = _true[length].GetValueOrDefault(key);
            all++;
            if (
                truth >= Math.Floor(each.Count - (1.96 * each.Error))
                && truth <= Math.Ceiling(each.Count + (1.96 * each.Error))
            )
                covered++;
        }
        var (error, total, recall, made, published) = Compare(told, length);
        return (error, total, recall, made, published, covered / (double)Math.Max(1, all));
    }

    public Dictionary<ulong, int>[] Drawn(RecordRelease release, int longest)
    {
        var drawn = new Dictionary<ulong, int>[5];
        for (var length = 1; length <= longest; length++)
            drawn[length] = [];
        var map = Map(release.Domain);
        for (var record = 0; record < release.RecordCount; record++)
            Add(
                [
                    .. release
                        .Records.Columns.Select(column => column[record])
                        .Where(attribute => attribute != SyntheticRecords.Nothing)
                        .Select(attribute => (ushort)map[attribute]),
                ],
                drawn,
                longest
            );
        return drawn;
    }

    public (double Error, double Total, double Recall, int Made, int Published) OfRecords(
        Dictionary<ulong, int>[] drawn,
        int length
    ) => Compare(drawn[length].ToDictionary(each => each.Key, each => (double)each.Value), length);

    private (double Error, double Total, double Recall, int Made, int Published) Compare(
        Dictionary<ulong, double> told,
        int length
    )
    {
        var truths = _true[length];
        var (error, many, found, off, sum) = (0.0, 0, 0, 0.0, 0.0);
        foreach (var (key, truth) in truths)
        {
            var said = told.GetValueOrDefault(key);
            off += Math.Abs(said - truth);
            sum += truth;
            if (truth < 10)
                continue;
            many++;
            error += Math.Abs(said - truth);
            if (said > 0)
                found++;
        }
        var made = told.Where(each => !truths.ContainsKey(each.Key)).ToList();
        off += made.Sum(each => each.Value);
        return (error / many, off / sum, found / (double)many, made.Count, told.Count);
    }

    private int[] Map(RecordDomain domain)
    {
        var map = new int[domain.AttributeCount];
        for (var attribute = 0; attribute < map.Length; attribute++)
            map[attribute] = _records.Domain.AttributeOf(
                domain.ColumnOf(attribute),
                domain.ValueOf(attribute)
            );
        return map;
    }

    private static void Add(
        ushort[] record,
        Dictionary<ulong, int>[] counts,
        int longest,
        int from = 0,
        ulong key = 0,
        int length = 0
    )
    {
        if (length == longest)
            return;
        for (var i = from; i < record.Length; i++)
        {
            var longer = key | ((ulong)(record[i] + 1) << (16 * length));
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
                counts[length + 1],
                longer,
                out _
            )++;
            Add(record, counts, longest, i + 1, longer, length + 1);
        }
    }
}
