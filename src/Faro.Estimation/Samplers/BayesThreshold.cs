// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Models;
using Faro.Estimation.Numerics;

namespace Faro.Estimation.Samplers;

/// <summary>All pairs with a normal prior; those whose posterior lies far from zero stay, and the model is fitted again.</summary>
/// <remarks>
/// Silverman, "Multiple-systems analysis for the quantification of modern slavery: classical and Bayesian approaches",
/// JRSS-A 183 (2020) 691–736, §5. Sampled by Hamiltonian trajectories in coordinates whitened at the mode, where
/// MCMCpoisson moves by a random walk; so eight lists move too. Compared with MultipleSystemsEstimation 1.2.0 within its
/// Monte Carlo error (SamplersPublished).
/// </remarks>
internal sealed class BayesThreshold(CaptureTable table, EstimateOptions options)
{
    /// <summary>Most lists; beyond, one trajectory takes as long as everything else.</summary>
    public const int MostLists = 10;

    private const double PriorVariance = 1;
    private const double LeastRatio = 2;
    private const int Chains = 4;
    private const int WarmUp = 250;
    private const int Draws = 1_500;
    private const double Acceptance = 0.8;

    public ModelEstimate Run(IProgress<EstimateProgress>? progress, CancellationToken cancellation)
    {
        var name = Estimate.NameOf(ModelKind.BayesThreshold);
        var lists = table.Lists.Count;
        if (table.Observed == 0 || lists is < 3 or > MostLists)
        {
            return Formulas.Without(name, options.Level);
        }

        int[] main = [.. Selection.Main(lists)];
        int[] pairs = [.. Selection.Pairs(lists)];
        int[] kept = Thin(main, pairs, stage: 0, cancellation);
        progress?.Report(new(name, 1, 3));
        if (options.ThresholdOrder >= 3)
        {
            kept = Thin([.. main, .. kept], [.. Triples(kept)], stage: 1, cancellation)
                .Union(kept)
                .ToArray();
        }

        progress?.Report(new(name, 2, 3));
        int[] terms =
        [
            .. main,
            .. kept.Where(t => int.PopCount(t) == 2),
            .. kept.Where(t => int.PopCount(t) > 2),
        ];
        var chains = Sample(terms, stage: 2, cancellation);
        progress?.Report(new(name, 3, 3));
        if (chains is null)
        {
            return Formulas.Without(name, options.Level) with { Status = ModelStatus.Diverged };
        }

        var hidden = chains.Select(c => c.Select(d => Math.Exp(d[0])).ToArray()).ToArray();
        return Posteriors.Answer(name, table.Observed, hidden, WarmUp + Draws, options) with
        {
            Interactions =
            [
                .. kept.Where(t => int.PopCount(t) == 2).Select(p => Selection.Named(table, p)),
            ],
            HigherTerms =
            [
                .. kept.Where(t => int.PopCount(t) > 2)
                    .Select(t => table.Lists.Where((_, i) => ((t >> i) & 1) == 1).ToArray()),
            ],
        };
    }

    /// <summary>Those of the candidates whose mean is at least twice its spread away from zero.</summary>
    private int[] Thin(
        int[] fixedTerms,
        int[] candidates,
        int stage,
        CancellationToken cancellation
    )
    {
        int[] terms = [.. fixedTerms, .. candidates];
        if (candidates.Length == 0 || Sample(terms, stage, cancellation) is not { } chains)
        {
            return [];
        }

        double[][] draws = [.. chains.SelectMany(c => c)];
        return
        [
            .. candidates.Where(
                (_, i) =>
                {
                    var place = fixedTerms.Length + i;
                    var mean = draws.Average(d => d[place]);
                    var variance =
                        draws.Sum(d => (d[place] - mean) * (d[place] - mean)) / (draws.Length - 1);
                    return Math.Abs(mean) >= LeastRatio * Math.Sqrt(variance);
                }
            ),
        ];
    }

    private static IEnumerable<int> Triples(int[] pairs) =>
        from first in pairs
        from second in pairs
        let triple = first | second
        where int.PopCount(triple) == 3 && first < second && pairs.Contains(first ^ second)
        group triple by triple into triples
        select triples.Key;

    /// <summary>Draws of the coefficients by chain; null when there is no mode.</summary>
    private double[][][]? Sample(int[] terms, int stage, CancellationToken cancellation)
    {
        var posterior = new LogPosterior(table, terms, PriorVariance);
        var mode = new double[terms.Length];
        if (posterior.Climb(mode) is not { } factor)
        {
            return null;
        }

        var seed = Streams.Of(options.Seed, ModelKind.BayesThreshold) + stage;
        var chains = new double[Chains][][];
        Parallel.For(
            0,
            Chains,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = options.Threads,
                CancellationToken = cancellation,
            },
            chain =>
                chains[chain] = new Trajectories(
                    new(table, terms, PriorVariance),
                    mode,
                    factor,
                    new(seed, chain)
                ).Draw(WarmUp, Draws, Acceptance, cancellation)
        );
        return chains;
    }
}
