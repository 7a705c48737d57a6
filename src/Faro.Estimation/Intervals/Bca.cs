// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using Faro.Estimation.Numerics;

namespace Faro.Estimation.Intervals;

/// <summary>Bias-corrected and accelerated limits from replicates.</summary>
/// <param name="Bias">z₀; infinite when all replicates fall on one side.</param>
/// <param name="Acceleration">a; 0 when the jackknife does not vary.</param>
/// <remarks>Efron, "Better bootstrap confidence intervals", JASA 82 (1987) 171–185; quantiles of type 8 (Hyndman and
/// Fan, Amer. Statist. 50 (1996) 361–365). Agrees with limits recomputed from SparseMSE's replicates to 1e-8
/// (BcaPublished).</remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Bca(double Bias, double Acceleration)
{
    /// <summary>Bias and acceleration.</summary>
    /// <param name="estimate">Figure of the table itself.</param>
    /// <param name="replicates">Figures of the resamples, any order; +∞ allowed.</param>
    /// <param name="jackknife">Figures less one person of each history; NaN makes the acceleration 0.</param>
    /// <param name="weights">People of each history.</param>
    /// <param name="ties">What an equal replicate counts for.</param>
    /// <param name="tolerance">Relative difference of equals.</param>
    public static Bca From(
        double estimate,
        ReadOnlySpan<double> replicates,
        ReadOnlySpan<double> jackknife,
        ReadOnlySpan<double> weights,
        TieRule ties,
        double tolerance
    )
    {
        var below = 0.0;
        foreach (var replicate in replicates)
        {
            var tie =
                ties != TieRule.Strict
                && Math.Abs(replicate - estimate) <= tolerance * Math.Abs(estimate);
            below +=
                tie ? (ties == TieRule.Half ? 0.5 : 0)
                : replicate < estimate ? 1
                : 0;
        }

        return new(Normal.Quantile(below / replicates.Length), Skewness(jackknife, weights));
    }

    /// <summary>The limit that a share of the distribution lies below.</summary>
    /// <param name="sorted">Replicates, ascending.</param>
    /// <param name="level">Share, open interval (0, 1).</param>
    /// <returns>Persons; +∞ when the limit falls among replicates without a figure.</returns>
    public double Limit(ReadOnlySpan<double> sorted, double level) =>
        Quantile(sorted, Normal.Cumulative(Place(level)));

    /// <summary>Monte Carlo standard error of <see cref="Limit"/>: how far it would move with other replicates.</summary>
    /// <param name="sorted">Replicates, ascending.</param>
    /// <param name="level">Share, open interval (0, 1).</param>
    /// <param name="biasIsRandom">Whether the bias was counted from the same replicates.</param>
    /// <returns>Persons; null when it cannot be told because the limit borders on replicates without a figure.</returns>
    /// <remarks>Half the distance between the quantiles one standard error of the share to either side. The share is
    /// that of a binomial count, plus what the count behind z₀ moves the share by; the two are taken as independent.</remarks>
    public double? ErrorOf(ReadOnlySpan<double> sorted, double level, bool biasIsRandom)
    {
        var place = Place(level);
        var share = Normal.Cumulative(place);
        var variance = share * (1 - share) / sorted.Length;
        if (biasIsRandom)
        {
            var below = Normal.Cumulative(Bias);
            var shifted = 1 - (Acceleration * (Bias + Normal.Quantile(level)));
            var moved = Density(place) * (1 + (1 / (shifted * shifted))) / Density(Bias);
            variance += moved * moved * below * (1 - below) / sorted.Length;
        }

        var spread = Math.Sqrt(variance);
        var low = Quantile(sorted, Math.Clamp(share - spread, 0, 1));
        var high = Quantile(sorted, Math.Clamp(share + spread, 0, 1));
        return double.IsFinite(high) ? (high - low) / 2 : null;
    }

    private static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    private double Place(double level)
    {
        var shifted = Bias + Normal.Quantile(level);
        return Bias + (shifted / (1 - (Acceleration * shifted)));
    }

    /// <summary>Quantile of type 8.</summary>
    public static double Quantile(ReadOnlySpan<double> sorted, double share)
    {
        var place = ((sorted.Length + (1.0 / 3)) * share) + (1.0 / 3);
        var whole = Math.Floor(place + 4e-16);
        var part = place - whole;
        var low = sorted[(int)Math.Clamp(whole, 1, sorted.Length) - 1];
        var high = sorted[(int)Math.Clamp(whole + 1, 1, sorted.Length) - 1];
        return low.Equals(high) || part <= 0 ? low : low + (part * (high - low));
    }

    private static double Skewness(ReadOnlySpan<double> jackknife, ReadOnlySpan<double> weights)
    {
        double people = 0;
        double mean = 0;
        for (var i = 0; i < jackknife.Length; i++)
        {
            people += weights[i];
            mean += weights[i] * jackknife[i];
        }

        mean /= people;
        double squares = 0;
        double cubes = 0;
        for (var i = 0; i < jackknife.Length; i++)
        {
            var deviation = mean - jackknife[i];
            squares += weights[i] * deviation * deviation;
            cubes += weights[i] * deviation * deviation * deviation;
        }

        var skewness = cubes / (6 * Math.Pow(squares, 1.5));
        return double.IsFinite(skewness) ? skewness : 0;
    }
}
