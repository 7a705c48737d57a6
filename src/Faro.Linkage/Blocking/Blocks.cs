// SPDX-License-Identifier: Apache-2.0
using System.Buffers;
using System.Runtime.InteropServices;

namespace Faro.Linkage.Blocking;

/// <summary>The blocks of one rule: groups of rows that share a key.</summary>
internal sealed class Blocks
{
    private readonly int[] _rows;
    private readonly Block[] _blocks;
    private readonly Dictionary<int, int> _narrowed;

    private Blocks(Draft draft)
    {
        (_rows, _blocks, _narrowed) = ([.. draft.Rows], [.. draft.Blocks], draft.Narrowed);
        (Rule, Pairs, Skipped) = (draft.Rule, draft.Pairs, draft.Skipped);
    }

    public Rule Rule { get; }

    /// <summary>Blocks with at least one pair.</summary>
    public int Count => _blocks.Length;

    /// <summary>Pairs in all blocks, those found by earlier rules included.</summary>
    public long Pairs { get; }

    /// <summary>Rows in blocks too large even when narrowed.</summary>
    public int Skipped { get; }

    /// <summary>Rows whose block was too large: they meet in narrower ones.</summary>
    public IEnumerable<int> NarrowedRows => _narrowed.Keys;

    public ReadOnlySpan<int> this[int block] =>
        _rows.AsSpan(_blocks[block].Start, _blocks[block].Length);

    /// <summary>Rows of several blocks, one behind the other.</summary>
    public ReadOnlySpan<int> Rows(int from, int to) =>
        _rows.AsSpan(_blocks[from].Start..(_blocks[to - 1].Start + _blocks[to - 1].Length));

    /// <summary>Rows of a block that are paired with all rows after them; the others meet only these.</summary>
    public int Leaders(int block) => _blocks[block].Leaders;

    /// <summary>Whether the leaders of a block are not paired among themselves.</summary>
    public bool IsTwoSided => Rule.Others is not null;

    public long PairsOf(int block) => PairsIn(_blocks[block], IsTwoSided);

    /// <summary>Whether two rows that share a key, of which one was in a block too large, still met.</summary>
    public bool StillMeet(int left, int right) =>
        _narrowed.TryGetValue(left, out var one)
        && _narrowed.TryGetValue(right, out var other)
        && one == other
        && one >= 0;

    /// <summary>Sorts rows into blocks.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="keys">Keys of all rows.</param>
    /// <param name="narrowing">Slots by which a block above the limit is narrowed, one after the other.</param>
    /// <param name="yearSlot">Slot of the birth year, −1 when there is none.</param>
    /// <param name="limit">Most rows of a block.</param>
    public static Blocks Of(Rule rule, KeyTable keys, int[] narrowing, int yearSlot, int limit)
    {
        // A row stands at most twice; rented, because fresh memory for every rule costs more than the sorting.
        var room = keys.Count * (rule.IsPlain ? 1 : 2);
        var (first, second) = (
            ArrayPool<ulong>.Shared.Rent(room),
            ArrayPool<ulong>.Shared.Rent(room)
        );
        var entries = Radix.SortByHighHalf(
            first.AsSpan(0, Fill(first, rule, keys, yearSlot)),
            second
        );
        var draft = new Draft(rule, keys, narrowing, limit);
        var rows = new List<Entry>();
        for (var start = 0; start < entries.Length; )
        {
            var end = start + 1;
            while (end < entries.Length && entries[end] >> 32 == entries[start] >> 32)
            {
                end++;
            }

            if (end - start > 1)
            {
                rows.Clear();
                for (var i = start; i < end; i++)
                {
                    rows.Add(Entry.Of(entries[i]));
                }

                draft.Take(rows, narrowed: 0);
            }

            start = end;
        }

        ArrayPool<ulong>.Shared.Return(first);
        ArrayPool<ulong>.Shared.Return(second);
        return new Blocks(draft);
    }

    private static long PairsIn(Block block, bool isTwoSided)
    {
        var (leaders, all) = ((long)block.Leaders, (long)block.Length);
        return isTwoSided
            ? leaders * (all - leaders)
            : (leaders * (all - leaders)) + (leaders * (leaders - 1) / 2);
    }

    /// <summary>Hash, side and row of every key; leaders before the others.</summary>
    private static int Fill(ulong[] entries, Rule rule, KeyTable keys, int yearSlot)
    {
        var count = 0;
        for (var side = 0; side < (rule.IsPlain ? 1 : 2); side++)
        {
            for (var row = 0; row < keys.Count; row++)
            {
                var slots = keys[row];
                if (rule.NeedsGap && slots[yearSlot] < 0 != (side == 0))
                {
                    continue;
                }

                var hash = rule.Hash(slots, side == 1 && rule.Others is not null);
                if (hash != 0)
                {
                    entries[count++] = ((ulong)hash << 32) | ((ulong)side << 31) | (uint)row;
                }
            }
        }

        return count;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Block(int Start, int Length, int Leaders);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(int Row, bool IsLeader)
    {
        public static Entry Of(ulong packed) =>
            new((int)(packed & int.MaxValue), (packed & 0x80000000) == 0);
    }

    /// <summary>Blocks in the making.</summary>
    private sealed class Draft(Rule rule, KeyTable keys, int[] narrowing, int limit)
    {
        private int _number;

        public Rule Rule { get; } = rule;

        public List<int> Rows { get; } = [];

        public List<Block> Blocks { get; } = [];

        /// <summary>Number of the narrower block of each row whose block was too large; −1 when it has none.</summary>
        public Dictionary<int, int> Narrowed { get; } = [];

        public long Pairs { get; private set; }

        public int Skipped { get; private set; }

        public void Take(List<Entry> entries, int narrowed)
        {
            var leaders = Rule.IsPlain ? entries.Count : entries.Count(entry => entry.IsLeader);
            var block = new Block(Rows.Count, entries.Count, leaders);
            var pairs = PairsIn(block, Rule.Others is not null);
            if (pairs == 0)
            {
                return;
            }

            if (entries.Count > limit)
            {
                Narrow(entries, narrowed);
                return;
            }

            Pairs += pairs;
            Blocks.Add(block);
            foreach (var entry in entries)
            {
                Rows.Add(entry.Row);
                if (narrowed > 0)
                {
                    Narrowed[entry.Row] = _number;
                }
            }

            _number++;
        }

        private void Narrow(List<Entry> entries, int narrowed)
        {
            foreach (var entry in entries)
            {
                Narrowed[entry.Row] = -1;
            }

            if (narrowed == narrowing.Length)
            {
                Skipped += entries.Count;
                return;
            }

            var slot = narrowing[narrowed];
            foreach (
                var part in entries
                    .Where(entry => keys[entry.Row][slot] >= 0)
                    .GroupBy(entry => keys[entry.Row][slot])
            )
            {
                Take([.. part], narrowed + 1);
            }
        }
    }
}
