// SPDX-License-Identifier: Apache-2.0
using System.Numerics;
using System.Runtime.InteropServices;

namespace Faro.Linkage.Blocking;

/// <summary>The blocks of all rules that are worth their pairs. Pairs are never stored: whoever wants them walks them.</summary>
internal sealed class Candidates
{
    /// <summary>Pairs of one stretch of work; fixed, so that stretches do not depend on the number of threads.</summary>
    private const long Stretch = 100_000;

    /// <summary>Small files can afford every rule.</summary>
    private const int AlwaysAfforded = 50_000;

    private readonly RuleBook _book;
    private readonly Firing _firing;
    private readonly Blocks?[] _blocks;
    private readonly int[] _source;
    private readonly LinkageOptions _options;

    /// <summary>Rules in use, bit r for rule r.</summary>
    private readonly ulong _used;

    /// <summary>Rules in which a row's block was too large, bit r for rule r; empty when there is none.</summary>
    private readonly ulong[] _narrowed = [];

    private Candidates(RuleBook book, Blocks[] blocks, int[] source, LinkageOptions options)
    {
        (_book, _source, _options) = (book, source, options);
        _firing = new Firing(book.Rules);
        var budget = Math.Max((long)source.Length * options.MaxPairsPerRecord, AlwaysAfforded);
        _blocks = [.. blocks.Select(block => block.Pairs > budget ? null : block)];
        Skipped = [.. blocks.Select(block => block.Skipped)];
        for (var rule = 0; rule < blocks.Length; rule++)
        {
            if (_blocks[rule] is not { } found)
            {
                continue;
            }

            _used |= 1UL << rule;
            Walked += found.Pairs;
            foreach (var row in found.NarrowedRows)
            {
                _narrowed = _narrowed.Length > 0 ? _narrowed : new ulong[source.Length];
                _narrowed[row] |= 1UL << rule;
            }
        }
    }

    public IReadOnlyList<Rule> Rules => _book.Rules;

    /// <summary>Pairs in all blocks of the rules in use; a pair counts once for each rule that finds it.</summary>
    public long Walked { get; }

    /// <summary>Records in blocks too large, per rule.</summary>
    public IReadOnlyList<int> Skipped { get; }

    public bool Uses(int rule) => _blocks[rule] is not null;

    /// <summary>Sorts all records into blocks and leaves out the rules that would cost too many pairs.</summary>
    public static Candidates Find(
        Records.RecordTable table,
        LinkageOptions options,
        IProgress<LinkageProgress>? progress,
        CancellationToken cancellation
    )
    {
        var book = RuleBook.Of(table);
        var blocks = new Blocks[book.Rules.Count];
        var done = 0;
        Parallel.For(
            0,
            blocks.Length,
            Parallelism(options, cancellation),
            rule =>
            {
                blocks[rule] = Blocks.Of(
                    book.Rules[rule],
                    book.Keys,
                    [.. book.Narrowing.Except(book.Rules[rule].Slots)],
                    book.YearSlot,
                    options.MaxBlock
                );
                // One at a time: whoever is told need not be ready for two threads at once.
                lock (blocks)
                {
                    progress?.Report(new(LinkageStage.Blocking, (double)++done / blocks.Length));
                }
            }
        );
        return new Candidates(book, blocks, table.Source, options);
    }

    /// <summary>Hands every pair once to the walker of its stretch; a pair belongs to the first rule that finds it.</summary>
    /// <param name="start">Makes a walker for a stretch of blocks of one rule.</param>
    /// <param name="cancellation">Stops the walk.</param>
    /// <returns>The walkers, in an order that does not depend on the number of threads.</returns>
    public IReadOnlyList<T> WalkAll<T>(Func<int, T> start, CancellationToken cancellation)
        where T : PairWalker
    {
        var stretches = Stretches();
        var walkers = new T[stretches.Count];
        Parallel.For(
            0,
            walkers.Length,
            Parallelism(_options, cancellation),
            place =>
            {
                var stretch = stretches[place];
                var walker = walkers[place] = start(stretch.Rule);
                new Walk(this, stretch.Rule, walker).Run(stretch.From, stretch.To);
            }
        );
        return walkers;
    }

    private static ParallelOptions Parallelism(
        LinkageOptions options,
        CancellationToken cancellation
    ) => new() { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };

    private List<(int Rule, int From, int To)> Stretches()
    {
        var stretches = new List<(int, int, int)>();
        for (var rule = 0; rule < _blocks.Length; rule++)
        {
            if (_blocks[rule] is not { } blocks)
            {
                continue;
            }

            var (from, pairs) = (0, 0L);
            for (var block = 0; block < blocks.Count; block++)
            {
                pairs += blocks.PairsOf(block);
                if (pairs >= Stretch || block == blocks.Count - 1)
                {
                    stretches.Add((rule, from, block + 1));
                    (from, pairs) = (block + 1, 0);
                }
            }
        }

        return stretches;
    }

    /// <summary>Of the rules that fire, those in which the pair really met: a block too large was taken apart.</summary>
    private ulong Met(ulong fired, int left, int right)
    {
        for (var rest = fired & (_narrowed[left] | _narrowed[right]); rest != 0; rest &= rest - 1)
        {
            var rule = BitOperations.TrailingZeroCount(rest);
            if (!_blocks[rule]!.StillMeet(left, right))
            {
                fired &= ~(1UL << rule);
            }
        }

        return fired;
    }

    private bool IsNewCross(int rule, uint agreements, int left, int right)
    {
        var leftKeys = _book.Keys[left];
        var rightKeys = _book.Keys[right];
        for (var earlier = 0; earlier < rule; earlier++)
        {
            if (_blocks[earlier] is not null && Rules[earlier].Crosses(leftKeys, rightKeys))
            {
                return false;
            }
        }

        // Equal hashes are not yet equal keys; a pair that crosses both ways stands in two blocks.
        return Rules[rule].NeedsGap
            ? (agreements & Rules[rule].Mask) == Rules[rule].Mask
            : Rules[rule].CrossesOnce(left, leftKeys, rightKeys, right);
    }

    /// <summary>One walk over blocks of one rule.</summary>
    private sealed class Walk(Candidates all, int rule, PairWalker walker)
    {
        /// <summary>Rows whose keys are fetched at once: one by one each would be waited for.</summary>
        private const int Batch = 128;

        private readonly Blocks _blocks = all._blocks[rule]!;
        private readonly bool _isPlain = all.Rules[rule].IsPlain;
        private readonly List<PairOfRows> _pairs = [];
        private int[] _keys = [];

        public void Run(int from, int to)
        {
            while (from < to)
            {
                var end = from + 1;
                while (end < to && _blocks.Rows(from, end + 1).Length <= Batch)
                {
                    end++;
                }

                var rows = _blocks.Rows(from, end);
                all._book.Keys.Gather(rows, ref _keys);
                var at = 0;
                for (; from < end; from++)
                {
                    Pair(from, at);
                    at += _blocks[from].Length;
                }

                walker.Take(CollectionsMarshal.AsSpan(_pairs));
                _pairs.Clear();
            }
        }

        private void Pair(int block, int at)
        {
            var rows = _blocks[block];
            var leaders = _blocks.Leaders(block);
            for (var i = 0; i < leaders; i++)
            {
                for (var j = _blocks.IsTwoSided ? leaders : i + 1; j < rows.Length; j++)
                {
                    var agreements = all._book.Keys.Agreements(_keys, at + i, at + j);
                    if (IsNew(agreements, rows[i], rows[j]))
                    {
                        _pairs.Add(new PairOfRows(rows[i], rows[j]));
                    }
                }
            }
        }

        private bool IsNew(uint agreements, int left, int right)
        {
            var fired = all._firing.Of(agreements) & all._used;
            if (all._narrowed.Length > 0)
            {
                fired = all.Met(fired, left, right);
            }

            if (
                _isPlain
                    ? (fired & ((2UL << rule) - 1)) != 1UL << rule
                    : fired != 0 || left == right || !all.IsNewCross(rule, agreements, left, right)
            )
            {
                return false;
            }

            return !all._options.OnePerSource || all._source[left] != all._source[right];
        }
    }
}
