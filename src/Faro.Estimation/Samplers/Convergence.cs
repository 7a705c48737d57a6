// SPDX-License-Identifier: Apache-2.0
namespace Faro.Estimation.Samplers;

/// <summary>Whether chains agree, and what their draws are worth.</summary>
/// <remarks>Gelman et al., Bayesian Data Analysis, 3rd ed. (2013), §11.4–11.5; Geyer, Statist. Sci. 7 (1992) 473–483 for
/// where the autocorrelations are cut.</remarks>
internal static class Convergence
{
    /// <summary>R-hat at which chains count as mixed.</summary>
    public const double MostRhat = 1.01;

    /// <summary>Independent draws below which no quantile is told.</summary>
    public const double LeastDraws = 400;

    /// <summary>Split R-hat and effective draws.</summary>
    /// <param name="chains">Draws of each chain, all of one length.</param>
    public static (double Rhat, double EffectiveDraws) Of(IReadOnlyList<double[]> chains)
    {
        var half = chains[0].Length / 2;
        double[][] halves =
        [
            .. chains.SelectMany(c => (double[][])[c[..half], c[(c.Length - half)..]]),
        ];
        double[] means = [.. halves.Select(h => h.Average())];
        double[] variances =
        [
            .. halves.Select((h, i) => Covariance(h, means[i], 0) * half / (half - 1.0)),
        ];
        var within = variances.Average();
        var grand = means.Average();
        var between = half * means.Sum(m => (m - grand) * (m - grand)) / (halves.Length - 1);
        var pooled = (((half - 1.0) / half) * within) + (between / half);
        var draws = (double)half * halves.Length;
        if (!(within > 0))
        {
            // Chains that never moved have not mixed, even when they agree.
            return (double.PositiveInfinity, 0);
        }

        var sum = 0.0;
        var before = double.PositiveInfinity;
        for (var lag = 0; lag + 1 < half; lag += 2)
        {
            double Correlation(int l) =>
                1
                - (
                    (within - halves.Select((h, i) => Covariance(h, means[i], l)).Average())
                    / pooled
                );
            var pair = (lag == 0 ? 1 : Correlation(lag)) + Correlation(lag + 1);
            if (!(pair > 0))
            {
                break;
            }

            before = Math.Min(before, pair);
            sum += before;
        }

        return (
            Math.Sqrt(pooled / within),
            Math.Min(draws * Math.Log10(draws), draws / Math.Max((2 * sum) - 1, 1e-9))
        );
    }

    /// <summary>Empirical quantile of type 7.</summary>
    public static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var low = (int)Math.Floor(place);
        var high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + ((place - low) * (sorted[high] - sorted[low]));
    }

    private static double Covariance(double[] draws, double mean, int lag)
    {
        var sum = 0.0;
        for (var i = 0; i + lag < draws.Length; i++)
        {
            sum += (draws[i] - mean) * (draws[i + lag] - mean);
        }

        return sum / draws.Length;
    }
}
