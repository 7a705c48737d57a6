// SPDX-License-Identifier: Apache-2.0
namespace Faro.Linkage.Clusters;

/// <summary>Joins the rows of one unit while the mean evidence between two groups is enough. One strong pair cannot
/// chain two groups whose other members contradict each other.</summary>
/// <remarks>Source: Sokal and Michener, 1958 (unweighted average linkage), on bits instead of distances. Every pair
/// between two groups counts, also those that blocking had not found. Cost: O(n²) per join.</remarks>
internal sealed class AverageLinkage
{
    /// <summary>No single pair may outweigh all others.</summary>
    private const double Cap = 14;

    private readonly int[] _rows;
    private readonly double[,] _sums;
    private readonly double[,] _pairs;
    private readonly List<int>?[] _groups;
    private readonly double[] _weakest;

    /// <summary>A unit.</summary>
    /// <param name="rows">Its rows.</param>
    /// <param name="evidence">Bits of each two rows, as <see cref="Evidence"/> has them; not changed.</param>
    public AverageLinkage(int[] rows, double[,] evidence)
    {
        (_rows, _pairs, _sums) = (rows, evidence, (double[,])evidence.Clone());
        _groups = [.. Enumerable.Range(0, rows.Length).Select(place => new List<int> { place })];
        _weakest = new double[rows.Length];
        Array.Fill(_weakest, double.PositiveInfinity);
    }

    /// <summary>The evidence of each two rows of a unit.</summary>
    /// <param name="rows">Its rows.</param>
    /// <param name="bits">Evidence of two rows; −∞ forbids them ever to be one person, +∞ makes them one.</param>
    public static double[,] Evidence(int[] rows, Func<int, int, double> bits)
    {
        var pairs = new double[rows.Length, rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = i + 1; j < rows.Length; j++)
            {
                var pair = bits(rows[i], rows[j]);
                pair = double.IsInfinity(pair) ? pair : Math.Clamp(pair, -Cap, Cap);
                pairs[i, j] = pairs[j, i] = pair;
            }
        }

        return pairs;
    }

    /// <summary>Joins at random: two groups become one with the probability that their mean evidence says, the most
    /// probable first; a refused join stays refused.</summary>
    /// <param name="random">0 to 1 for the first rows of two groups; the same every time it is asked.</param>
    /// <returns>Every group, single rows included.</returns>
    public IEnumerable<List<int>> Draw(Func<int, int, double> random)
    {
        while (Best() is var (left, right, mean) && left != right && mean > double.NegativeInfinity)
        {
            if (random(First(left), First(right)) < new Bits(mean).ToProbability().Value)
            {
                Join(left, right, mean);
            }
            else
            {
                _sums[left, right] = _sums[right, left] = double.NegativeInfinity;
            }
        }

        return _groups
            .OfType<List<int>>()
            .Select(places => places.ConvertAll(place => _rows[place]));
    }

    private int First(int group) => _rows[_groups[group]!.Min()];

    /// <summary>Joins and tells the groups of at least two rows.</summary>
    /// <param name="least">Least mean bits between two groups that are joined.</param>
    /// <returns>Rows of each group, the mean bits of its weakest join, and the mean bits of each row with the others.</returns>
    public IEnumerable<JoinedGroup> Run(double least)
    {
        while (Best() is var (left, right, mean) && mean >= least && left != right)
        {
            Join(left, right, mean);
        }

        for (var group = 0; group < _groups.Length; group++)
        {
            if (_groups[group] is { Count: > 1 } places)
            {
                places.Sort();
                yield return new JoinedGroup(
                    [.. places.Select(place => _rows[place])],
                    _weakest[group],
                    [.. places.Select(place => MeanWith(place, places))]
                );
            }
        }
    }

    private (int Left, int Right, double Mean) Best()
    {
        var best = (Left: 0, Right: 0, Mean: double.NegativeInfinity);
        for (var i = 0; i < _groups.Length; i++)
        {
            for (var j = i + 1; j < _groups.Length && _groups[i] is not null; j++)
            {
                if (_groups[j] is { } other)
                {
                    var mean = _sums[i, j] / ((double)_groups[i]!.Count * other.Count);
                    best = mean > best.Mean ? (i, j, mean) : best;
                }
            }
        }

        return best;
    }

    private void Join(int left, int right, double mean)
    {
        for (var other = 0; other < _groups.Length; other++)
        {
            _sums[left, other] += _sums[right, other];
            _sums[other, left] = _sums[left, other];
        }

        _groups[left]!.AddRange(_groups[right]!);
        _groups[right] = null;
        _weakest[left] = Math.Min(mean, Math.Min(_weakest[left], _weakest[right]));
    }

    private double MeanWith(int place, List<int> places)
    {
        var sum = 0.0;
        foreach (var other in places)
        {
            sum += other == place ? 0 : _pairs[place, other];
        }

        return sum / (places.Count - 1);
    }
}

/// <summary>Rows thought to be one person.</summary>
/// <param name="Rows">Rows, rising.</param>
/// <param name="Weakest">Mean bits of the weakest join.</param>
/// <param name="Means">Mean bits of each row with the others.</param>
internal sealed record JoinedGroup(int[] Rows, double Weakest, double[] Means);
