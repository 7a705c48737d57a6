// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Checks;
using Faro.Estimation.Numerics;

namespace Faro.Estimation;

/// <summary>Estimates by part.</summary>
/// <remarks>Each part is estimated by stepwise selection on its own. The parts are independent samples, so variances add
/// up: the total is the sum of the parts and its limits are log-normal around the people unseen of all. With pooling,
/// the logarithm of unseen over seen of each part is drawn towards the mean of all by as much as the parts' own
/// uncertainty warrants (DerSimonian and Laird, Controlled Clinical Trials 7 (1986) 177–188; Morris, JASA 78 (1983) 47–55).</remarks>
public static class Strata
{
    private const double RateOf = 100_000;

    /// <summary>Estimates every part and their total.</summary>
    /// <param name="strata">One part or more.</param>
    /// <param name="options">Level, threshold, replicates, seed and threads; null takes every default.</param>
    /// <param name="pooled">Whether parts borrow strength from each other.</param>
    /// <param name="cancellation">Stops between two fits.</param>
    /// <returns>Parts and total.</returns>
    public static StrataEstimate Run(
        IReadOnlyList<Stratum> strata,
        EstimateOptions? options = null,
        bool pooled = false,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(strata);
        Throw.UnlessWithin(strata.Count, 1, 1_000, nameof(strata));
        options ??= new();
        var parts = strata.Select(s => LogHidden.Of(s.Table, options, cancellation)).ToArray();
        if (pooled)
        {
            Pool(parts);
        }

        var answers = strata
            .Zip(parts, (s, part) => Answer(s.Name, s.Table.Observed, s.Population, part, options))
            .ToArray();
        return new(answers, Total(strata, parts, options));
    }

    private static void Pool(LogHidden?[] parts)
    {
        var known = parts.OfType<LogHidden>().ToArray();
        if (known.Length < 2)
        {
            return;
        }

        double Ratio(LogHidden p) => p.Centre - Math.Log(p.Observed);
        double Weight(LogHidden p) => 1 / Math.Max(p.Variance, 1e-12);
        var weights = known.Sum(Weight);
        var mean = known.Sum(p => Weight(p) * Ratio(p)) / weights;
        var spread = known.Sum(p => Weight(p) * (Ratio(p) - mean) * (Ratio(p) - mean));
        var apart = Math.Max(
            0,
            (spread - (known.Length - 1))
                / (weights - (known.Sum(p => Weight(p) * Weight(p)) / weights))
        );
        double Shared(LogHidden p) => 1 / (p.Variance + apart);
        var shared = known.Sum(Shared);
        var centre = known.Sum(p => Shared(p) * Ratio(p)) / shared;
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i] is { } part)
            {
                var own = apart / (apart + Math.Max(part.Variance, 1e-12));
                parts[i] = part with
                {
                    Centre = Math.Log(part.Observed) + centre + (own * (Ratio(part) - centre)),
                    Variance = (own * part.Variance) + ((1 - own) * (1 - own) / shared),
                };
            }
        }
    }

    private static StratumEstimate Total(
        IReadOnlyList<Stratum> strata,
        LogHidden?[] parts,
        EstimateOptions options
    )
    {
        var observed = strata.Sum(s => s.Table.Observed);
        var population = strata.All(s => s.Population is not null)
            ? strata.Sum(s => s.Population)
            : null;
        if (Array.Exists(parts, p => p is null))
        {
            return Answer("", observed, population, part: null, options);
        }

        // On the scale of people: the variance of a sum is the sum of variances; then back to logarithms.
        var hidden = parts.Sum(p => Math.Exp(p!.Centre));
        var variance = parts.Sum(p => Math.Exp(2 * p!.Centre) * p.Variance);
        return Answer(
            "",
            observed,
            population,
            new(observed, Math.Log(hidden), variance / (hidden * hidden)),
            options
        );
    }

    private static StratumEstimate Answer(
        string name,
        long observed,
        long? population,
        LogHidden? part,
        EstimateOptions options
    )
    {
        var reach = Normal.Quantile(0.5 + (options.Level / 2)) * Math.Sqrt(part?.Variance ?? 0);
        double? At(double steps) =>
            part is null ? null : observed + Math.Exp(part.Centre + (steps * reach));
        return new(
            name,
            observed,
            part is null ? ModelStatus.NotEstimable : ModelStatus.Estimated,
            At(0),
            At(-1),
            At(1),
            At(0) * RateOf / population,
            At(-1) * RateOf / population,
            At(1) * RateOf / population
        );
    }
}

/// <summary>A part of the people: by sex, age, form of exploitation, place.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Table">Who of it is on which lists.</param>
/// <param name="Population">Inhabitants that a rate is told of; null for none.</param>
public sealed record Stratum(string Name, CaptureTable Table, long? Population = null);

/// <summary>The answer for one part, or for all together.</summary>
/// <param name="Name">Name of the part; empty for all.</param>
/// <param name="Observed">People observed.</param>
/// <param name="Status">What came of it.</param>
/// <param name="Estimate">Everybody, persons.</param>
/// <param name="Lower">Lower limit, persons.</param>
/// <param name="Upper">Upper limit, persons.</param>
/// <param name="Rate">Persons per 100,000 inhabitants, as SDG indicator 16.2.2 asks; null without a population.</param>
/// <param name="RateLower">Lower limit of the rate.</param>
/// <param name="RateUpper">Upper limit of the rate.</param>
public sealed record StratumEstimate(
    string Name,
    long Observed,
    ModelStatus Status,
    double? Estimate,
    double? Lower,
    double? Upper,
    double? Rate,
    double? RateLower,
    double? RateUpper
);

/// <summary>Answers by part with a total that adds up.</summary>
/// <param name="Parts">In the order given.</param>
/// <param name="Total">Sum of the parts; not estimable when a part is not.</param>
public sealed record StrataEstimate(IReadOnlyList<StratumEstimate> Parts, StratumEstimate Total);
