// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Models;
using Faro.Estimation.Numerics;

namespace Faro.Estimation.Graphs;

/// <summary>Marginal likelihoods of sets of lists as functions of the people unseen; a graph's is a sum of a few.</summary>
/// <remarks>Madigan and York, "Bayesian methods for estimation of the size of a closed population", Biometrika 84 (1997)
/// 19–31. For a set C of lists with prior weight d 2^(t−|C|) on each cell of its margin, only the cell of those on none
/// of C depends on the people unseen: lnΓ(z + n₀ + d_C) − lnΓ(N + S), S = d 2^t. Prior on N: 1/N.</remarks>
internal sealed class GraphWeights
{
    private readonly int _sets;

    public GraphWeights(CaptureTable table, double cellPrior)
    {
        var lists = table.Lists.Count;
        _sets = 1 << lists;
        Observed = table.Observed;
        Whole = cellPrior * _sets;
        None = new double[_sets];
        Prior = new double[_sets];
        Constant = new double[_sets];
        var counts = new double[_sets];
        foreach (var count in table.Counts)
        {
            counts[count.History] = count.People;
            Factorials += LogFactorial.Of(count.People);
        }

        var below = counts.ToArray();
        Lattice.SumSubsets(below, lists);
        var margin = new double[_sets];
        for (var set = 1; set < _sets; set++)
        {
            None[set] = below[(_sets - 1) & ~set];
            Prior[set] = cellPrior * (1 << (lists - int.PopCount(set)));
            Array.Clear(margin);
            for (var cell = 1; cell < _sets; cell++)
            {
                margin[cell & set] += counts[cell];
            }

            Constant[set] = LogGamma.Of(Whole) - LogGamma.Of(Prior[set]);
            for (var cell = set; cell > 0; cell = (cell - 1) & set)
            {
                Constant[set] +=
                    margin[cell] > 0
                        ? LogGamma.Of(margin[cell] + Prior[set]) - LogGamma.Of(Prior[set])
                        : 0;
            }
        }
    }

    /// <summary>People on at least one list.</summary>
    public double Observed { get; }

    /// <summary>Prior weight of the whole table, S.</summary>
    public double Whole { get; }

    /// <summary>People seen on none of a set of lists, z.</summary>
    public double[] None { get; }

    /// <summary>Prior weight of each cell of the margin of a set.</summary>
    public double[] Prior { get; }

    private double[] Constant { get; }

    private double Factorials { get; }

    /// <summary>Log likelihood of each set with so many people unseen, and its derivative; the entry of the empty set is
    /// what all graphs share.</summary>
    public void At(double hidden, Span<double> heights, Span<double> slopes)
    {
        var all = Observed + hidden;
        var whole = LogGamma.Of(all + Whole);
        var wholeSlope = LogGamma.Slope(all + Whole);
        heights[0] = LogGamma.Of(all + 1) - LogGamma.Of(hidden + 1) - Factorials - Math.Log(all);
        slopes[0] = LogGamma.Slope(all + 1) - LogGamma.Slope(hidden + 1) - (1 / all);
        for (var set = 1; set < _sets; set++)
        {
            var cell = None[set] + hidden + Prior[set];
            heights[set] = Constant[set] + LogGamma.Of(cell) - whole;
            slopes[set] = LogGamma.Slope(cell) - wholeSlope;
        }
    }

    /// <summary>Sum of the sets of one graph.</summary>
    public static double Sum(ReadOnlySpan<sbyte> parts, ReadOnlySpan<double> values)
    {
        var sum = values[0];
        foreach (var part in parts)
        {
            sum += part > 0 ? values[part] : -values[-part];
        }

        return sum;
    }
}
