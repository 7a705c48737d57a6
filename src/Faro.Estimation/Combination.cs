// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Checks;
using Faro.Estimation.Numerics;

namespace Faro.Estimation;

/// <summary>Carries the uncertainty of a linkage into the estimate.</summary>
/// <remarks>Rubin, Multiple Imputation for Nonresponse in Surveys (1987), eq. 3.1.5–3.1.8, on the logarithm of the people
/// unseen: total variance = mean within + (1 + 1/K) between, limits by Student's distribution. As verdata 1.0.2 does
/// for multiply imputed records.</remarks>
public static class Combination
{
    private const double LeastAnswered = 0.9;

    /// <summary>Combines the stepwise answers of all tables.</summary>
    /// <param name="tables">At least two tables, on the same lists.</param>
    /// <param name="options">Level, threshold, replicates, seed and threads; null takes every default.</param>
    /// <param name="cancellation">Stops between two fits.</param>
    /// <returns>The combined answer.</returns>
    /// <exception cref="ArgumentException">Fewer than two tables, or different lists.</exception>
    public static CombinedEstimate Over(
        IReadOnlyList<CaptureTable> tables,
        EstimateOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(tables);
        Throw.UnlessWithin(tables.Count, 2, 10_000, nameof(tables));
        foreach (var table in tables)
        {
            Throw.UnlessSameLists(tables[0].Lists, table.Lists, nameof(tables));
        }

        options ??= new();
        var parts = tables
            .Select(table => LogHidden.Of(table, options, cancellation))
            .OfType<LogHidden>()
            .ToArray();
        var observed = parts.Length == 0 ? 0 : parts.Average(p => p.Observed);
        if (parts.Length < 2 || parts.Length < LeastAnswered * tables.Count)
        {
            return new(
                tables.Count,
                parts.Length,
                observed,
                ModelStatus.NotEstimable,
                Estimate: null,
                Interval: null,
                LinkageShare: null
            );
        }

        var centre = parts.Average(p => p.Centre);
        var within = parts.Average(p => p.Variance);
        var between =
            (1 + (1.0 / parts.Length))
            * parts.Sum(p => (p.Centre - centre) * (p.Centre - centre))
            / (parts.Length - 1);
        var total = within + between;
        var freedom =
            between == 0
                ? double.PositiveInfinity
                : (parts.Length - 1) * Math.Pow(1 + (within / between), 2);
        var reach = StudentT.Quantile(0.5 + (options.Level / 2), freedom) * Math.Sqrt(total);
        return new(
            tables.Count,
            parts.Length,
            observed,
            ModelStatus.Estimated,
            observed + Math.Exp(centre),
            new(
                observed + Math.Exp(centre - reach),
                observed + Math.Exp(centre + reach),
                IntervalKind.LogNormal
            ),
            total == 0 ? 0 : between / total
        );
    }
}

/// <summary>One answer from several tables of the same people, each from another draw of an uncertain linkage.</summary>
/// <param name="Tables">Tables given.</param>
/// <param name="Answered">Tables that gave an estimate and an interval.</param>
/// <param name="Observed">People observed, mean over the tables answered.</param>
/// <param name="Status">Estimated when at least two tables, and nine in ten of them, answered.</param>
/// <param name="Estimate">Everybody, persons.</param>
/// <param name="Interval">Limits that hold the uncertainty of the linkage too.</param>
/// <param name="LinkageShare">Share of the variance that comes from the linkage, [0, 1].</param>
public sealed record CombinedEstimate(
    int Tables,
    int Answered,
    double Observed,
    ModelStatus Status,
    double? Estimate,
    Interval? Interval,
    double? LinkageShare
);
