// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Models;

namespace Faro.Estimation.Samplers;

/// <summary>Bayesian latent classes: several chains from different starts, run until they agree or time is up.</summary>
/// <remarks>Compared with LCMCR 0.4.14 within Monte Carlo error where both mix (SamplersPublished). The posterior can have
/// several modes between which no chain moves (UK 2013, Netherlands): then the chains disagree and no figure is given.</remarks>
internal sealed class LatentClasses(CaptureTable table, EstimateOptions options)
{
    private const int Chains = 8;
    private const int Scouts = 48;
    private const int ScoutSweeps = 3_000;
    private const int FirstRound = 12_500;
    private const int MostDraws = 4_000;

    /// <summary>Agreement at which chains need not be run to the end.</summary>
    private const double EarlyRhat = 1.003;

    private const double EarlyDraws = 4_000;

    /// <summary>Share of the posterior on either side in which no chain should have settled.</summary>
    private const double Stray = 0.0025;

    public ModelEstimate Run(IProgress<EstimateProgress>? progress, CancellationToken cancellation)
    {
        var name = Estimate.NameOf(ModelKind.LatentClasses);
        if (table.Observed == 0 || table.Counts.Count < 2)
        {
            return Formulas.Without(name, options.Level);
        }

        var (chains, middles) = Scouted(cancellation);
        var draws = chains.Select(_ => new double[options.Sweeps]).ToArray();
        var done = 0;
        var round = Math.Min(FirstRound, options.Sweeps);
        while (true)
        {
            Advance(chains, draws, done, round, cancellation);
            done = round;
            progress?.Report(new(name, done, options.Sweeps));
            var kept = draws.Select(d => Kept(d, done)).ToArray();
            if (done >= options.Sweeps || Agreed(kept))
            {
                return Strayed(
                    Posteriors.Answer(name, table.Observed, kept, done, options),
                    kept,
                    middles
                );
            }

            round = Math.Min(options.Sweeps, done * 2);
        }
    }

    /// <summary>The chains that short runs from many random starts have carried furthest apart, from the fewest to the most
    /// unseen.</summary>
    /// <remarks>A posterior with several modes looks mixed to chains that all sit in the largest; started in each, they
    /// disagree if none can leave.</remarks>
    private (ClassChain[] Chains, double[] Middles) Scouted(CancellationToken cancellation)
    {
        var scouts = Enumerable
            .Range(0, Scouts)
            .Select(i => new ClassChain(table, options, i))
            .ToArray();
        var draws = scouts.Select(_ => new double[ScoutSweeps]).ToArray();
        Advance(scouts, draws, 0, ScoutSweeps, cancellation);
        (ClassChain Scout, double Middle)[] sorted =
        [
            .. scouts
                .Select((scout, i) => (scout, Middle: Median(draws[i][(ScoutSweeps / 2)..])))
                .OrderBy(s => s.Middle),
        ];
        return (
            [
                .. Enumerable
                    .Range(0, Chains)
                    .Select(i => sorted[i * (Scouts - 1) / (Chains - 1)].Scout),
            ],
            [.. sorted.Select(s => s.Middle)]
        );
    }

    /// <summary>A scout that settled where the chains hardly ever are has found another mode, and chains that left it, or
    /// never saw it, cannot say what it weighs.</summary>
    private ModelEstimate Strayed(ModelEstimate answer, double[][] kept, double[] middles)
    {
        double[] sorted = [.. kept.SelectMany(k => k).Order()];
        var low = Convergence.Quantile(sorted, Stray);
        var high = Convergence.Quantile(sorted, 1 - Stray);
        double[] strays =
        [
            .. middles.Where(m => m < low || m > high).Select(m => m + table.Observed),
        ];
        return strays.Length == 0
            ? answer
            : Formulas.Without(answer.Name, answer.Level) with
            {
                Status = ModelStatus.DidNotMix,
                Mixing = answer.Mixing! with
                {
                    ChainMedians = [.. answer.Mixing.ChainMedians, .. strays],
                },
            };
    }

    private static double Median(double[] draws) => Convergence.Quantile([.. draws.Order()], 0.5);

    private static bool Agreed(double[][] kept)
    {
        var (rhat, draws) = Posteriors.Agree(kept);
        return rhat < EarlyRhat && draws > EarlyDraws;
    }

    private void Advance(
        ClassChain[] chains,
        double[][] draws,
        int from,
        int to,
        CancellationToken cancellation
    ) =>
        Parallel.For(
            0,
            chains.Length,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = options.Threads,
                CancellationToken = cancellation,
            },
            chain =>
            {
                for (var i = from; i < to; i++)
                {
                    if ((i & 1023) == 0)
                    {
                        cancellation.ThrowIfCancellationRequested();
                    }

                    chains[chain].Sweep();
                    draws[chain][i] = chains[chain].Hidden;
                }
            }
        );

    /// <summary>The last four fifths, thinned to what autocorrelations can be told from.</summary>
    private static double[] Kept(double[] draws, int done)
    {
        var first = done / 5;
        var every = Math.Max(1, (done - first) / MostDraws);
        return
        [
            .. Enumerable
                .Range(0, (done - first) / every)
                .Select(i => draws[done - 1 - (i * every)])
                .Reverse(),
        ];
    }
}
