// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Intervals;
using Faro.Estimation.Models;
using Faro.Estimation.Numerics;

namespace Faro.Estimation.Checks;

/// <summary>Worlds in which the truth is known, and how often the interval of the stepwise bootstrap holds it.</summary>
internal sealed class SimulatedTables(CaptureTable table, EstimateOptions options, int simulations)
{
    private const int Use = 102;
    private const double EasilySeen = 0.3;

    /// <summary>Logarithm of the odds ratio of being seen.</summary>
    private const double MoreEasily = 0.9;

    private readonly int _lists = table.Lists.Count;

    public IReadOnlyList<CoverageCheck> Run(
        IProgress<EstimateProgress>? progress,
        CancellationToken cancellation
    )
    {
        var fitter = new Fitter(_lists);
        var terms = new List<int>();
        fitter.Load(table);
        if (New().Run(fitter, terms) != ModelStatus.Estimated)
        {
            return [];
        }

        var hidden = Math.Exp(fitter.LogHidden);
        var fitted = new double[fitter.Size];
        for (var cell = 1; cell < fitted.Length; cell++)
        {
            fitted[cell] = fitter.Mean(cell);
        }

        fitted[0] = hidden;
        return
        [
            Check(SimulatedTruth.Fitted, fitted, progress, cancellation),
            Check(
                SimulatedTruth.PeopleDiffer,
                Different(table.Observed + hidden),
                progress,
                cancellation
            ),
        ];
    }

    private Selection New() => new(_lists, [], options.Threshold, options.DivergenceRatio);

    private CoverageCheck Check(
        SimulatedTruth truth,
        double[] means,
        IProgress<EstimateProgress>? progress,
        CancellationToken cancellation
    )
    {
        var total = (long)Math.Round(means.Sum());
        var shares = Shares(means);
        var ratios = new double[simulations];
        var held = new bool[simulations];
        Repeats.Run(
            "coverage",
            simulations,
            options.Threads,
            static () => 0,
            (simulation, _) =>
            {
                var interval = One(truth, total, shares, simulation, out ratios[simulation]);
                held[simulation] =
                    interval is not null && interval.Lower <= total && interval.Upper >= total;
                ratios[simulation] = interval is null ? double.NaN : ratios[simulation] / total;
            },
            progress,
            cancellation
        );
        double[] answered = [.. ratios.Where(r => !double.IsNaN(r)).Order()];
        return new(
            truth,
            total,
            simulations,
            answered.Length,
            held.Count(h => h),
            answered.Length == 0 ? null : Bca.Quantile(answered, 0.5),
            options.Level
        );
    }

    private Interval? One(
        SimulatedTruth truth,
        long total,
        long[] shares,
        int simulation,
        out double estimate
    )
    {
        var random = new Philox(Streams.Of(options.Seed, Use + (int)truth), simulation);
        var drawn = new long[shares.Length];
        Binomial.Draw(total, shares, drawn, ref random);
        var simulated = new CaptureTable(
            table.Lists,
            drawn.Skip(1).Select((people, i) => new CaptureCount(i + 1, people))
        );
        var answer = new LogLinear(
            Estimate.Reduced(simulated) ?? simulated,
            options with
            {
                Threads = 1,
                Seed = Streams.Of(options.Seed, Use + 2 + simulation),
            },
            []
        ).Run(
            Estimate.NameOf(ModelKind.Stepwise),
            [],
            options.Threshold,
            progress: null,
            CancellationToken.None
        );
        estimate = answer.Estimate ?? double.NaN;
        return answer.Interval;
    }

    /// <summary>Whole weights, a millionth of a person each, so that draws are the same on every machine.</summary>
    private static long[] Shares(double[] means) =>
        [.. means.Select(m => (long)Math.Round(m * 1e6))];

    /// <summary>Two classes with the sizes of the lists that were seen.</summary>
    private double[] Different(double total)
    {
        var odds = new double[_lists];
        for (var list = 0; list < _lists; list++)
        {
            odds[list] = Odds(table.Together(1 << list) / total);
        }

        var means = new double[1 << _lists];
        foreach (
            var (weight, factor) in new[]
            {
                (1 - EasilySeen, 1.0),
                (EasilySeen, Math.Exp(MoreEasily)),
            }
        )
        {
            for (var cell = 0; cell < means.Length; cell++)
            {
                var mean = total * weight;
                for (var list = 0; list < _lists; list++)
                {
                    var chance = odds[list] * factor / (1 + (odds[list] * factor));
                    mean *= ((cell >> list) & 1) == 1 ? chance : 1 - chance;
                }

                means[cell] += mean;
            }
        }

        return means;
    }

    /// <summary>Odds of the less easily seen at which the list has this share of everybody.</summary>
    private static double Odds(double share)
    {
        var (low, high) = (Math.Log(1e-12), Math.Log(1e12));
        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2;
            var all =
                ((1 - EasilySeen) / (1 + Math.Exp(-middle)))
                + (EasilySeen / (1 + Math.Exp(-middle - MoreEasily)));
            (low, high) = all < share ? (middle, high) : (low, middle);
        }

        return Math.Exp((low + high) / 2);
    }
}
