// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Comparison;
using Faro.Linkage.Records;

namespace Faro.Linkage.Blocking;

/// <summary>Pairs that were compared, each once, with their patterns.</summary>
internal sealed class Candidates
{
    private Candidates(List<PairBatch> batches, IReadOnlyList<BlockingRule> rules)
    {
        (Batches, Rules) = (batches, rules);
        foreach (var batch in batches)
        {
            Count += batch.Count;
        }
    }

    public IReadOnlyList<PairBatch> Batches { get; }

    public IReadOnlyList<BlockingRule> Rules { get; }

    public long Count { get; }

    /// <summary>Finds and compares the pairs. A pair belongs to the first rule that finds it.</summary>
    public static Candidates Find(
        RecordTable table,
        Aspects aspects,
        LinkageOptions options,
        IProgress<LinkageProgress>? progress,
        CancellationToken cancellation
    )
    {
        var rules = new RuleBook(table).Write();
        var (used, reports, batches) = (
            new List<Blocks>(),
            new List<BlockingRule>(),
            new List<PairBatch>()
        );
        // Small files can afford every rule.
        var budget = Math.Max((long)table.Count * options.MaxPairsPerRecord, 50_000);
        for (var i = 0; i < rules.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new(LinkageStage.Comparing, (double)i / rules.Count));
            var blocks = Blocks.Of(rules[i], table, options.MaxBlock);
            if (blocks.Pairs > budget)
            {
                reports.Add(new(rules[i].Name, 0, Used: false, blocks.Skipped));
                continue;
            }

            var found = new Comparing(table, aspects, options, [.. used], blocks).Run(cancellation);
            batches.AddRange(found);
            used.Add(blocks);
            reports.Add(
                new(
                    rules[i].Name,
                    found.Sum(batch => (long)batch.Count),
                    Used: true,
                    blocks.Skipped
                )
            );
        }

        return new Candidates(batches, reports);
    }
}

/// <summary>Pairs found by one thread in one stretch of blocks.</summary>
internal sealed class PairBatch
{
    private readonly List<(int Left, int Right, ulong Pattern)> _pairs = [];

    public int Count => _pairs.Count;

    public (int Left, int Right, ulong Pattern) this[int place] => _pairs[place];

    public void Add(int left, int right, ulong pattern) => _pairs.Add((left, right, pattern));
}

/// <summary>The pairs of one rule that no earlier rule has found.</summary>
internal sealed class Comparing(
    RecordTable table,
    Aspects aspects,
    LinkageOptions options,
    Blocks[] earlier,
    Blocks blocks
)
{
    /// <summary>Pairs of one stretch of work; fixed, so that stretches do not depend on the number of threads.</summary>
    private const long Stretch = 20_000;

    private readonly int[] _birth = table[Field.Birth];

    public IReadOnlyList<PairBatch> Run(CancellationToken cancellation)
    {
        var stretches = Stretches();
        var batches = new PairBatch[stretches.Count - 1];
        Parallel.For(
            0,
            batches.Length,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = options.Threads,
                CancellationToken = cancellation,
            },
            place =>
            {
                var batch = batches[place] = new PairBatch();
                for (var block = stretches[place]; block < stretches[place + 1]; block++)
                {
                    Compare(block, batch);
                }
            }
        );
        return batches;
    }

    private List<int> Stretches()
    {
        var (starts, pairs) = (new List<int> { 0 }, 0L);
        for (var block = 0; block < blocks.Count; block++)
        {
            var size = (long)blocks[block].Length;
            pairs += size * (size - 1) / 2;
            if (pairs >= Stretch || block == blocks.Count - 1)
            {
                starts.Add(block + 1);
                pairs = 0;
            }
        }

        return starts;
    }

    private void Compare(int block, PairBatch batch)
    {
        var rows = blocks[block];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = i + 1; j < rows.Length; j++)
            {
                var (left, right) = (rows[i], rows[j]);
                if (IsNew(block, left, right))
                {
                    batch.Add(left, right, aspects.Pattern(left, right));
                }
            }
        }
    }

    private bool IsNew(int block, int left, int right)
    {
        if (
            (options.OnePerSource && table.Source[left] == table.Source[right])
            || (blocks.Rule.NeedsGap && _birth[left] != 0 && _birth[right] != 0)
            || (blocks.Second.Length > 0 && blocks.Shared(left, right) != block)
        )
        {
            return false;
        }

        foreach (var other in earlier)
        {
            // A rule that only takes pairs with a gap has taken just those.
            if (
                other.Shared(left, right) >= 0
                && !(other.Rule.NeedsGap && _birth[left] != 0 && _birth[right] != 0)
            )
            {
                return false;
            }
        }

        return true;
    }
}
