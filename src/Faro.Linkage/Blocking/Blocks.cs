// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Records;

namespace Faro.Linkage.Blocking;

/// <summary>The blocks of one rule: groups of rows that share a key.</summary>
internal sealed class Blocks
{
    private readonly int[] _rows;
    private readonly int[] _starts;

    private Blocks(Rule rule, int[] rows, int[] starts, int[] first, int[] second, int skipped)
    {
        (Rule, _rows, _starts, First, Second, Skipped) = (
            rule,
            rows,
            starts,
            first,
            second,
            skipped
        );
        for (var block = 0; block < Count; block++)
        {
            var size = (long)this[block].Length;
            Pairs += size * (size - 1) / 2;
        }
    }

    public Rule Rule { get; }

    /// <summary>Blocks of at least two rows.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>Pairs in all blocks, those found by earlier rules included.</summary>
    public long Pairs { get; }

    /// <summary>Rows in blocks too large even when narrowed.</summary>
    public int Skipped { get; }

    /// <summary>Block of each row by its key, −1 for none.</summary>
    public int[] First { get; }

    /// <summary>Block of each row by its other key, −1 for none; empty when the rule has one key.</summary>
    public int[] Second { get; }

    public ReadOnlySpan<int> this[int block] => _rows.AsSpan(_starts[block].._starts[block + 1]);

    /// <summary>Sorts rows into blocks. A block above the limit is narrowed by birth year, then by sex and region.</summary>
    public static Blocks Of(Rule rule, RecordTable table, int limit)
    {
        var entries = new List<(ulong Key, int Row)>(table.Count);
        for (var row = 0; row < table.Count; row++)
        {
            var key = rule.Key(row);
            var other = rule.OtherKey?.Invoke(row) ?? 0;
            if (key != 0)
            {
                entries.Add((key, row));
            }

            if (other != 0 && other != key)
            {
                entries.Add((other, row));
            }
        }

        entries.Sort();
        var (birth, sex, region) = (table[Field.Birth], table[Field.Sex], table[Field.Region]);
        Narrow(entries, limit, row => PartialDate.Year(birth[row]));
        Narrow(entries, limit, row => sex[row]);
        Narrow(entries, limit, row => region[row]);
        return Group(rule, entries, table.Count, limit);
    }

    /// <summary>Whether two rows share a block of this rule, and which is the first they share.</summary>
    public int Shared(int left, int right)
    {
        var (a, b) = (First[left], First[right]);
        var shared = a >= 0 && a == b ? a : int.MaxValue;
        if (Second.Length > 0)
        {
            var (c, d) = (Second[left], Second[right]);
            shared = c >= 0 && (c == b || c == d) ? Math.Min(shared, c) : shared;
            shared = a >= 0 && a == d ? Math.Min(shared, a) : shared;
        }

        return shared == int.MaxValue ? -1 : shared;
    }

    private static void Narrow(List<(ulong Key, int Row)> entries, int limit, Func<int, int> code)
    {
        var changed = false;
        for (var start = 0; start < entries.Count; )
        {
            var end = End(entries, start);
            if (end - start > limit)
            {
                for (var i = start; i < end; i++)
                {
                    entries[i] = (
                        Keys.Narrow(entries[i].Key, code(entries[i].Row)),
                        entries[i].Row
                    );
                }

                changed = true;
            }

            start = end;
        }

        if (changed)
        {
            entries.Sort();
        }
    }

    private static Blocks Group(Rule rule, List<(ulong Key, int Row)> entries, int rows, int limit)
    {
        var (members, starts) = (new List<int>(entries.Count), new List<int> { 0 });
        var first = new int[rows];
        var second = rule.OtherKey is null ? [] : new int[rows];
        Array.Fill(first, -1);
        Array.Fill(second, -1);
        var skipped = 0;
        for (var start = 0; start < entries.Count; )
        {
            var end = End(entries, start);
            if (end - start > limit)
            {
                skipped += end - start;
            }
            else if (end - start > 1)
            {
                for (var i = start; i < end; i++)
                {
                    var row = entries[i].Row;
                    (first[row] < 0 ? first : second)[row] = starts.Count - 1;
                    members.Add(row);
                }

                starts.Add(members.Count);
            }

            start = end;
        }

        return new Blocks(rule, [.. members], [.. starts], first, second, skipped);
    }

    private static int End(List<(ulong Key, int Row)> entries, int start)
    {
        var end = start + 1;
        while (end < entries.Count && entries[end].Key == entries[start].Key)
        {
            end++;
        }

        return end;
    }
}
