// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Blocking;
using Faro.Linkage.Weights;

namespace Faro.Linkage.Clusters;

/// <summary>The likely pairs of a stretch; the others are counted and forgotten.</summary>
/// <param name="rule">Rule that found the pairs.</param>
/// <param name="scorer">Adds up the evidence.</param>
/// <param name="vetoes">Pairs that can never be one person.</param>
/// <param name="least">Least bits of a likely pair.</param>
internal sealed class Edges(int rule, Scorer scorer, Vetoes vetoes, double least) : PairWalker
{
    /// <summary>Bits by which a pair may lie below the least and is still kept, for draws and counts.</summary>
    public const double Margin = 3;

    /// <summary>Expected matches are summed as whole numbers, so that the order of pairs cannot change the sum.</summary>
    private const double Unit = 1 << 20;

    private readonly List<Edge> _edges = [];
    private long _expected;

    public int Rule { get; } = rule;

    /// <summary>Pairs of at least the bits asked for, and those a little below.</summary>
    public IReadOnlyList<Edge> All => _edges;

    public long Pairs { get; private set; }

    public double ExpectedMatches => _expected / Unit;

    /// <summary>Keeps the fetching of rows from being left out.</summary>
    public int Fetched { get; private set; }

    public override void Take(ReadOnlySpan<PairOfRows> pairs)
    {
        Pairs += pairs.Length;
        Fetched ^= scorer.Fetch(pairs);
        foreach (var (left, right) in pairs)
        {
            Score(left, right);
        }
    }

    private void Score(int left, int right)
    {
        var bits = scorer.Bits(left, right, least - Margin);
        if (double.IsNegativeInfinity(bits))
        {
            return;
        }

        bits = vetoes.Apply(left, right, bits);
        _expected += (long)(new Bits(bits).ToProbability().Value * Unit);
        if (bits >= least - Margin)
        {
            _edges.Add(new Edge(Math.Min(left, right), Math.Max(left, right), bits));
        }
    }
}
