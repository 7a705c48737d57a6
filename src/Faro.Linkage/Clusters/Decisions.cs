// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Records;

namespace Faro.Linkage.Clusters;

/// <summary>Human decisions, by row.</summary>
internal sealed class Decisions
{
    private readonly Dictionary<(int, int), bool> _same = [];

    /// <param name="decisions">Later ones replace earlier ones about the same two records.</param>
    /// <param name="labels">Where each record comes from.</param>
    /// <param name="rowOf">Row of each place in the input.</param>
    public Decisions(IReadOnlyList<PairDecision> decisions, Labels labels, int[] rowOf)
    {
        if (decisions.Count == 0)
        {
            return;
        }

        var wanted = decisions
            .SelectMany(decision => new[] { decision.One, decision.Other })
            .ToHashSet();
        var rows = new Dictionary<RecordRef, int>();
        for (var index = 0; index < labels.Count; index++)
        {
            var record = labels.Where(index);
            if (wanted.Contains(record))
            {
                rows.TryAdd(record, rowOf[index]);
            }
        }

        foreach (var decision in decisions)
        {
            if (
                rows.TryGetValue(decision.One, out var one)
                && rows.TryGetValue(decision.Other, out var other)
                && one != other
            )
            {
                _same[(Math.Min(one, other), Math.Max(one, other))] = decision.IsSame;
            }
        }
    }

    /// <summary>Pairs that are one person, as edges that nothing outweighs.</summary>
    public IEnumerable<Edge> Joined =>
        _same
            .Where(pair => pair.Value)
            .Select(pair => new Edge(pair.Key.Item1, pair.Key.Item2, double.PositiveInfinity));

    /// <summary>What was decided about two rows: +∞ or −∞ bits, or the bits given when nothing was.</summary>
    public double Apply(int left, int right, double bits) =>
        _same.Count > 0
        && _same.TryGetValue((Math.Min(left, right), Math.Max(left, right)), out var same)
            ? same
                ? double.PositiveInfinity
                : double.NegativeInfinity
            : bits;
}
