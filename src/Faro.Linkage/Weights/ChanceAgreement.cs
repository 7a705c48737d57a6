// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Blocking;
using Faro.Linkage.Comparison;
using Faro.Linkage.Records;

namespace Faro.Linkage.Weights;

/// <summary>How many of all pairs of records take each level, whoever they are.</summary>
/// <param name="Pairs">Estimated pairs per aspect and level (0 is missing), out of <paramref name="Total"/>.</param>
/// <param name="Least">Fewest pairs of different persons per aspect and level that the data let us claim.</param>
/// <param name="Total">All pairs that may be the same person.</param>
internal sealed record ChanceAgreement(double[][] Pairs, double[][] Least, double Total)
{
    /// <summary>Counts equal values exactly and draws random pairs for everything fuzzy; a small file is counted in full.</summary>
    public static ChanceAgreement Of(
        RecordTable table,
        Aspects aspects,
        LinkageOptions options,
        CancellationToken cancellation
    )
    {
        var all = (double)table.Count * (table.Count - 1) / 2;
        var isWhole = all <= options.SampledPairs;
        var chunks = isWhole
            ? Enumerable.Range(0, Math.Max(1, (table.Count + 63) / 64)).ToArray()
            : [.. Enumerable.Range(0, (options.SampledPairs + 4095) / 4096)];
        var counts = new Counter[chunks.Length];
        Parallel.ForEach(
            chunks,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = options.Threads,
                CancellationToken = cancellation,
            },
            chunk =>
            {
                var counter = counts[chunk] = new Counter(table, aspects, options.OnePerSource);
                if (isWhole)
                {
                    counter.CountRows(chunk * 64, Math.Min(table.Count, (chunk + 1) * 64));
                }
                else
                {
                    counter.Draw(
                        chunk * 4096,
                        Math.Min(options.SampledPairs, (chunk + 1) * 4096),
                        options.Seed
                    );
                }
            }
        );
        return Sum(counts, aspects, all, isWhole);
    }

    private static ChanceAgreement Sum(Counter[] counts, Aspects aspects, double all, bool isWhole)
    {
        var seen = counts.Sum(counter => counter.Seen);
        var eligible = counts.Sum(counter => counter.Eligible);
        var total = all * eligible / Math.Max(1, seen);
        var unit = total / Math.Max(1, eligible);
        var (pairs, least) = (new double[aspects.All.Length][], new double[aspects.All.Length][]);
        for (var k = 0; k < pairs.Length; k++)
        {
            var levels = aspects.All[k].Levels.Count + 1;
            pairs[k] = new double[levels];
            least[k] = new double[levels];
            for (var level = 0; level < levels; level++)
            {
                pairs[k][level] = counts.Sum(counter => counter.Of(k, level)) * unit;
                least[k][level] = Math.Max(unit / 2, pairs[k][level] * (isWhole ? 0 : .1));
            }

            if (aspects.All[k].Equal is { } equal)
            {
                pairs[k][1] = equal.EqualPairs * (total / Math.Max(1, all));
                least[k][1] = .5;
            }
        }

        return new ChanceAgreement(pairs, least, Math.Max(1, total));
    }

    /// <summary>Counts of one chunk of pairs.</summary>
    private sealed class Counter(RecordTable table, Aspects aspects, bool onePerSource)
    {
        private readonly long[][] _counts =
        [
            .. aspects.All.Select(aspect => new long[aspect.Levels.Count + 1]),
        ];

        public long Seen { get; private set; }

        public long Eligible { get; private set; }

        public long Of(int aspect, int level) => _counts[aspect][level];

        public void CountRows(int from, int to)
        {
            for (var left = from; left < to; left++)
            {
                for (var right = left + 1; right < table.Count; right++)
                {
                    Count(left, right);
                }
            }
        }

        /// <summary>Pair number n depends on the seed and n alone, so chunks may be drawn in any order.</summary>
        public void Draw(int from, int to, ulong seed)
        {
            for (var number = from; number < to; number++)
            {
                var left = Place(Keys.Narrow(Keys.Narrow(seed, number), 1), table.Count);
                var right = Place(Keys.Narrow(Keys.Narrow(seed, number), 2), table.Count - 1);
                Count(left, right >= left ? right + 1 : right);
            }
        }

        private static int Place(ulong random, int count) =>
            (int)Math.BigMul(random, (ulong)count, out _);

        private void Count(int left, int right)
        {
            Seen++;
            if (onePerSource && table.Source[left] == table.Source[right])
            {
                return;
            }

            Eligible++;
            var one = table[left];
            var other = table[right];
            for (var k = 0; k < _counts.Length; k++)
            {
                _counts[k][aspects.All[k].Of(one, other)]++;
            }
        }
    }
}
