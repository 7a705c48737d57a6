// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Numerics;

namespace Faro.Estimation.Models;

/// <summary>Chooses the terms of a model and fits it; the same work for a table, a resample and a jackknife.</summary>
/// <remarks>Chan, Silverman, Vincent (2021), §3: forward steps; the pair with the smallest one-sided Poisson p-value
/// enters while that is below the threshold and the larger model can be fitted; ties go to the earlier pair.</remarks>
internal sealed class Selection
{
    private readonly int[] _pairs;
    private readonly int[] _start;
    private readonly double _threshold;
    private readonly double _divergence;

    /// <param name="lists">Number of lists.</param>
    /// <param name="start">Pairs that are in from the beginning.</param>
    /// <param name="threshold">P-value below which a pair enters; 0 never, 1 all pairs when they can be fitted.</param>
    /// <param name="divergence">Largest total, as a multiple of the people observed.</param>
    public Selection(int lists, IEnumerable<int> start, double threshold, double divergence)
    {
        _pairs = [.. Pairs(lists)];
        _start = [.. Main(lists), .. start];
        (_threshold, _divergence) = (threshold, divergence);
    }

    /// <summary>The constant and one term per list.</summary>
    public static IEnumerable<int> Main(int lists) =>
        [0, .. Enumerable.Range(0, lists).Select(i => 1 << i)];

    /// <summary>A pair by the names of its lists.</summary>
    public static ListPair Named(CaptureTable table, int pair) =>
        new(table.Lists[int.TrailingZeroCount(pair)], table.Lists[int.Log2(pair)]);

    /// <summary>Masks of two lists in the order 12, 13, …, 23, ….</summary>
    public static IEnumerable<int> Pairs(int lists)
    {
        for (var first = 0; first < lists; first++)
        {
            for (var second = first + 1; second < lists; second++)
            {
                yield return (1 << first) | (1 << second);
            }
        }
    }

    /// <summary>Selects and fits on the table that the fitter holds.</summary>
    public ModelStatus Run(Fitter fitter, List<int> terms)
    {
        terms.Clear();
        terms.AddRange(_start);
        if (_threshold >= 1 && AllPairs(fitter, terms))
        {
            return End(fitter);
        }

        var status = fitter.Check(terms);
        if (status != ModelStatus.Estimated)
        {
            return status;
        }

        if (!fitter.Fit(terms))
        {
            return ModelStatus.Diverged;
        }

        while (Step(fitter, terms))
        {
            if (!fitter.Fit(terms))
            {
                return ModelStatus.Diverged;
            }
        }

        return End(fitter);
    }

    private ModelStatus End(Fitter fitter) =>
        Math.Exp(fitter.LogHidden) <= (_divergence - 1) * fitter.Observed
            ? ModelStatus.Estimated
            : ModelStatus.Diverged;

    private bool AllPairs(Fitter fitter, List<int> terms)
    {
        var all = terms.Union(_pairs).ToList();
        if (fitter.Check(all) != ModelStatus.Estimated || !fitter.Fit(all))
        {
            return false;
        }

        terms.Clear();
        terms.AddRange(all);
        return true;
    }

    /// <summary>Adds the best pair that can be fitted. Whether it can is asked of the best only, then of the next.</summary>
    private bool Step(Fitter fitter, List<int> terms)
    {
        if (_threshold <= 0)
        {
            return false;
        }

        var candidates = new List<(double P, int Place)>();
        for (var place = 0; place < _pairs.Length; place++)
        {
            var pair = _pairs[place];
            if (!terms.Contains(pair))
            {
                var p = PoissonTail.Smaller(fitter.Margin(pair), fitter.FittedMargin(pair));
                if (p < _threshold)
                {
                    candidates.Add((p, place));
                }
            }
        }

        candidates.Sort();
        foreach (var (_, place) in candidates)
        {
            terms.Add(_pairs[place]);
            if (fitter.Check(terms) == ModelStatus.Estimated)
            {
                return true;
            }

            terms.RemoveAt(terms.Count - 1);
        }

        return false;
    }
}
