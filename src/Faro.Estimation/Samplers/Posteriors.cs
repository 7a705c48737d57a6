// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Models;

namespace Faro.Estimation.Samplers;

/// <summary>From chains of the people unseen to an answer, or to the verdict that they did not mix.</summary>
internal static class Posteriors
{
    /// <summary>The answer.</summary>
    /// <param name="name">Name of the model.</param>
    /// <param name="observed">People observed.</param>
    /// <param name="chains">People unseen, by chain.</param>
    /// <param name="sweeps">Sweeps of each chain.</param>
    /// <param name="options">Level and bound.</param>
    public static ModelEstimate Answer(
        string name,
        double observed,
        IReadOnlyList<double[]> chains,
        int sweeps,
        EstimateOptions options
    )
    {
        var (rhat, draws) = Agree(chains);
        var mixing = new Mixing(
            rhat,
            draws,
            sweeps,
            chains.Count,
            [.. chains.Select(c => observed + Convergence.Quantile([.. c.Order()], 0.5))]
        );
        double[] sorted = [.. chains.SelectMany(c => c).Order()];
        var tail = 0.5 - (options.Level / 2);
        var upper = observed + Convergence.Quantile(sorted, 1 - tail);
        var answer = Formulas.Without(name, options.Level) with { Mixing = mixing };
        if (rhat > Convergence.MostRhat || draws < Convergence.LeastDraws)
        {
            return answer with { Status = ModelStatus.DidNotMix };
        }

        if (upper > options.DivergenceRatio * observed)
        {
            return answer with { Status = ModelStatus.Diverged };
        }

        return answer with
        {
            Status = ModelStatus.Estimated,
            Estimate = observed + Convergence.Quantile(sorted, 0.5),
            Interval = new(
                observed + Convergence.Quantile(sorted, tail),
                upper,
                IntervalKind.Posterior,
                LowerError: ErrorOf(sorted, tail, draws),
                UpperError: ErrorOf(sorted, 1 - tail, draws)
            ),
        };
    }

    /// <summary>R-hat and effective draws of the logarithm of the people unseen.</summary>
    public static (double Rhat, double EffectiveDraws) Agree(IReadOnlyList<double[]> chains) =>
        Convergence.Of([.. chains.Select(c => c.Select(h => Math.Log(h + 1)).ToArray())]);

    /// <summary>Half the distance between the quantiles one standard error of the share to either side.</summary>
    private static double ErrorOf(double[] sorted, double share, double draws)
    {
        var spread = Math.Sqrt(share * (1 - share) / draws);
        return (
                Convergence.Quantile(sorted, Math.Min(1, share + spread))
                - Convergence.Quantile(sorted, Math.Max(0, share - spread))
            ) / 2;
    }
}
