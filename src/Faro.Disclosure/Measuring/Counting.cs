// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure.Measuring;

/// <summary>Exact counts of attributes alone, in pairs and in threes.</summary>
/// <remarks>Only attributes that are present are visited: a record with w of them costs w(w − 1)/2 steps for pairs. The
/// loops are unchecked: no count exceeds the number of records, which fits.</remarks>
internal static class Counting
{
    /// <summary>How many records have how many attributes.</summary>
    public static long[] Lengths(RecordTable records)
    {
        var lengths = new long[records.Domain.Columns.Count + 1];
        foreach (var block in records.Blocks)
        foreach (var length in block.Lengths)
            lengths[length]++;
        return lengths;
    }

    /// <summary>By attribute.</summary>
    public static long[] Singles(RecordTable records)
    {
        var counts = new long[records.Domain.AttributeCount];
        foreach (var block in records.Blocks)
        foreach (var attribute in block.Attributes)
            counts[attribute]++;
        return counts;
    }

    /// <summary>By lower attribute times the number of attributes, plus higher attribute.</summary>
    public static int[] Pairs(RecordTable records, CancellationToken cancel)
    {
        var width = records.Domain.AttributeCount;
        var counts = new int[width * width];
        foreach (var block in records.Blocks)
        {
            cancel.ThrowIfCancellationRequested();
            var attributes = block.Attributes;
            var at = 0;
            foreach (var length in block.Lengths)
            {
                var record = attributes.Slice(at, length);
                at += length;
                for (var i = 0; i < record.Length; i++)
                {
                    var row = counts.AsSpan(record[i] * width, width);
                    foreach (var other in record[(i + 1)..])
                        unchecked
                        {
                            row[other]++;
                        }
                }
            }
        }
        return counts;
    }

    /// <summary>In the order of the triples.</summary>
    /// <remarks>Each pair that begins a wanted triple has a row with a place for every attribute over it.</remarks>
    public static int[] Triples(RecordTable records, TripleList triples, CancellationToken cancel)
    {
        var width = records.Domain.AttributeCount;
        var rows = new int[width * width];
        var size = 0;
        foreach (var (first, second, _, _) in triples.Groups)
        {
            rows[(first * width) + second] = size - second;
            size += width - second;
        }
        var counts = new int[size];
        var isWanted = new bool[width * width];
        foreach (var (first, second, _, _) in triples.Groups)
            isWanted[(first * width) + second] = true;
        foreach (var block in records.Blocks)
        {
            cancel.ThrowIfCancellationRequested();
            var attributes = block.Attributes;
            var at = 0;
            foreach (var length in block.Lengths)
            {
                CountTriples(attributes.Slice(at, length), width, isWanted, rows, counts);
                at += length;
            }
        }
        var result = new int[triples.Count];
        foreach (var (first, second, from, to) in triples.Groups)
            for (var triple = from; triple < to; triple++)
                result[triple] = counts[rows[(first * width) + second] + triples.Third(triple)];
        return result;
    }

    private static void CountTriples(
        ReadOnlySpan<ushort> record,
        int width,
        bool[] isWanted,
        int[] rows,
        int[] counts
    )
    {
        unchecked
        {
            for (var i = 0; i < record.Length - 2; i++)
            for (var j = i + 1; j < record.Length - 1; j++)
            {
                var pair = (record[i] * width) + record[j];
                if (!isWanted[pair])
                    continue;
                var row = rows[pair];
                for (var k = j + 1; k < record.Length; k++)
                    counts[row + record[k]]++;
            }
        }
    }
}
