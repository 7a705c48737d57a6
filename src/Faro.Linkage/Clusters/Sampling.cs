// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Blocking;

namespace Faro.Linkage.Clusters;

/// <summary>Draws partitions of the records from what is doubtful, so that an estimate can carry the doubt.</summary>
/// <remarks>Inside each piece of likely and half-likely pairs the joins of the average linkage are made or refused with
/// their own probability; vetoes hold in every draw. A missed link inflates a capture-recapture estimate, a false one
/// deflates it, so a single partition would give an interval that is too narrow.</remarks>
internal sealed class Sampling
{
    private readonly List<(int[] Rows, double[,] Evidence)> _units = [];
    private readonly SortedDictionary<int, int> _alone = [];
    private readonly int[] _histories;
    private readonly ulong _seed;

    /// <param name="units">Pieces of the graph of pairs that are at all likely.</param>
    /// <param name="histories">The list of each row as a bit; 0 for a list that is not counted.</param>
    /// <param name="bits">Evidence of two rows.</param>
    /// <param name="seed">Seed of all draws.</param>
    public Sampling(List<int[]> units, int[] histories, Func<int, int, double> bits, ulong seed)
    {
        (_histories, _seed) = (histories, seed);
        var isInUnit = new bool[histories.Length];
        foreach (var unit in units)
        {
            _units.Add((unit, AverageLinkage.Evidence(unit, bits)));
            foreach (var row in unit)
            {
                isInUnit[row] = true;
            }
        }

        for (var row = 0; row < histories.Length; row++)
        {
            if (!isInUnit[row])
            {
                Count(_alone, histories[row]);
            }
        }
    }

    /// <summary>Persons per history in one draw.</summary>
    public SortedDictionary<int, int> Draw(int number)
    {
        var counts = new SortedDictionary<int, int>(_alone);
        var key = Keys.Narrow(_seed, number);
        foreach (var (rows, evidence) in _units)
        {
            var groups = new AverageLinkage(rows, evidence).Draw(
                (left, right) => Keys.Narrow(Keys.Narrow(key, left), right) / (double)ulong.MaxValue
            );
            foreach (var group in groups)
            {
                Count(counts, group.Aggregate(0, (on, row) => on | _histories[row]));
            }
        }

        return counts;
    }

    private static void Count(SortedDictionary<int, int> counts, int history)
    {
        if (history != 0)
        {
            counts[history] = counts.GetValueOrDefault(history) + 1;
        }
    }
}
