// SPDX-License-Identifier: Apache-2.0
namespace Faro.Estimation.Intervals;

/// <summary>From replicates to an interval: BCa, else percentiles, else none.</summary>
internal static class Limits
{
    /// <summary>Replicates that a tail of the interval must hold at least.</summary>
    private const double FewestInTail = 1;

    /// <summary>Fewest replicates that tell limits at this level.</summary>
    public static int Fewest(double level) => (int)Math.Ceiling(FewestInTail / (0.5 - (level / 2)));

    /// <summary>Limits at the level asked for, each with its Monte Carlo error.</summary>
    /// <param name="estimate">Figure of the table itself.</param>
    /// <param name="sorted">Figures of the resamples, ascending; +∞ where there was none.</param>
    /// <param name="jackknife">Figures less one person of each history.</param>
    /// <param name="weights">People of each history.</param>
    /// <param name="options">Level and rule of ties.</param>
    /// <returns>Null when a limit falls among replicates without a figure.</returns>
    public static Interval? Of(
        double estimate,
        double[] sorted,
        double[] jackknife,
        double[] weights,
        EstimateOptions options
    )
    {
        var bca = Bca.From(
            estimate,
            sorted,
            jackknife,
            weights,
            options.Ties,
            options.TieTolerance
        );
        var usable = double.IsFinite(bca.Bias);
        if (!usable)
        {
            bca = new(0, 0);
        }

        var tail = 0.5 - (options.Level / 2);
        var lower = bca.Limit(sorted, tail);
        var upper = bca.Limit(sorted, 1 - tail);
        return double.IsFinite(lower) && double.IsFinite(upper)
            ? new(
                lower,
                upper,
                usable ? IntervalKind.Bca : IntervalKind.Percentile,
                sorted.Length,
                sorted.Count(double.IsPositiveInfinity),
                bca.ErrorOf(sorted, tail, biasIsRandom: usable),
                bca.ErrorOf(sorted, 1 - tail, biasIsRandom: usable)
            )
            : null;
    }
}
