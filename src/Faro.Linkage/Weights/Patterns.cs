// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using Faro.Linkage.Blocking;
using Faro.Linkage.Comparison;
using Faro.Linkage.Records;

namespace Faro.Linkage.Weights;

/// <summary>Counts patterns of levels among the pairs of a stretch; of many pairs a share that depends on the pair alone.</summary>
/// <param name="table">All records.</param>
/// <param name="aspects">What is compared.</param>
/// <param name="every">Of so many pairs one is counted; 1 counts all.</param>
internal sealed class Patterns(RecordTable table, Aspects aspects, int every) : PairWalker
{
    /// <summary>Pairs that weights are learnt from; more would only take longer.</summary>
    private const long Enough = 1_500_000;

    private readonly Dictionary<ulong, long> _counts = [];

    public override void Take(ReadOnlySpan<PairOfRows> pairs)
    {
        foreach (var (left, right) in pairs)
        {
            if (every == 1 || IsDrawn(Math.Min(left, right), Math.Max(left, right)))
            {
                var pattern = aspects.Pattern(table[left], table[right]);
                CollectionsMarshal.GetValueRefOrAddDefault(_counts, pattern, out _)++;
            }
        }
    }

    /// <summary>Counts per pattern, rising, and how many pairs a counted one stands for.</summary>
    public static (SortedDictionary<ulong, long> Counts, double Weight) Count(
        RecordTable table,
        Aspects aspects,
        Candidates candidates,
        CancellationToken cancellation
    )
    {
        var every = (int)Math.Max(1, candidates.Walked / Enough);
        var counts = new Dictionary<ulong, long>();
        foreach (
            var part in candidates.WalkAll(_ => new Patterns(table, aspects, every), cancellation)
        )
        {
            foreach (var (pattern, count) in part._counts)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, pattern, out _) += count;
            }
        }

        return (new SortedDictionary<ulong, long>(counts), every);
    }

    private bool IsDrawn(int left, int right) =>
        Keys.Narrow((ulong)left, right) % (ulong)every == 0;
}
