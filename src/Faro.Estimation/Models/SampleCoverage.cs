// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Numerics;

namespace Faro.Estimation.Models;

/// <summary>Estimates by sample coverage: what share of the population, weighted by how easily people are seen, is on
/// more than one list.</summary>
/// <remarks>Chao and Tsay, "A sample coverage approach to multiple-system estimation with application to census
/// undercount", JASA 93 (1998) 283–293; Chao et al., "The applications of capture-recapture models to epidemiological
/// data", Statist. Med. 20 (2001) 3123–3157. Agrees with CARE1 1.1.0 for 3 to 5 lists (MethodsPublished); the formulas
/// hold for any number. Needs at least three lists. Limits: log-normal, with the standard error of a parametric bootstrap
/// that draws the people unseen too.</remarks>
internal static class SampleCoverage
{
    private const int FewestLists = 3;
    private const int FewestReplicates = 40;

    /// <summary>Name of the figure that takes lists for independent, a step on the way to the other two.</summary>
    public const string Independent = "sample-coverage-independent";

    private static readonly string[] Names =
    [
        Independent,
        "sample-coverage-low",
        "sample-coverage-high",
    ];

    /// <summary>As if lists were independent, for low coverage, for high coverage.</summary>
    public static IEnumerable<ModelEstimate> Run(CaptureTable table, EstimateOptions options)
    {
        int[] histories = [.. table.Counts.Select(c => c.History)];
        long[] people = [.. table.Counts.Select(c => c.People)];
        var figures = Figures(table.Lists.Count, histories, people);
        for (var i = 0; i < Names.Length; i++)
        {
            var figure = figures[i];
            if (table.Lists.Count < FewestLists || !(figure >= table.Observed))
            {
                yield return Formulas.Without(Names[i], options.Level);
                continue;
            }

            if (figure > options.DivergenceRatio * table.Observed)
            {
                yield return Formulas.Without(Names[i], options.Level) with
                {
                    Status = ModelStatus.Diverged,
                };
                continue;
            }

            yield return Resampled(i, figure, table, histories, people, options);
        }
    }

    private static ModelEstimate Resampled(
        int which,
        double figure,
        CaptureTable table,
        int[] histories,
        long[] people,
        EstimateOptions options
    )
    {
        var replicates = Math.Min(options.Replicates, 1000);
        if (replicates < FewestReplicates)
        {
            return Formulas.With(Names[which], figure, table.Observed, 0, options.Level) with
            {
                Status = ModelStatus.IntervalUnavailable,
                Interval = null,
            };
        }

        long[] everybody = [.. people, (long)Math.Round(figure - table.Observed)];
        var drawn = new long[everybody.Length];
        var seed = Streams.Of(options.Seed, ModelKind.SampleCoverage) + which;
        var kept = new List<double>(replicates);
        for (var i = 0; i < replicates; i++)
        {
            var random = new Philox(seed, i);
            Binomial.Resample(everybody, drawn, ref random);
            var replicate = Figures(table.Lists.Count, histories, drawn.AsSpan(0, people.Length))[
                which
            ];
            if (replicate > 0 && replicate <= options.DivergenceRatio * table.Observed)
            {
                kept.Add(replicate);
            }
        }

        var mean = kept.Average();
        var variance = kept.Sum(k => (k - mean) * (k - mean)) / (kept.Count - 1);
        var answer = Formulas.With(Names[which], figure, table.Observed, variance, options.Level);
        return answer with
        {
            Interval = answer.Interval! with
            {
                Replicates = replicates,
                Failed = replicates - kept.Count,
            },
        };
    }

    private static double[] Figures(int lists, int[] histories, ReadOnlySpan<long> people)
    {
        var sizes = new double[lists];
        var only = new double[lists];
        var together = new double[lists, lists];
        var alone = new double[lists, lists];
        double all = 0;
        for (var cell = 0; cell < histories.Length; cell++)
        {
            var (history, count) = (histories[cell], (double)people[cell]);
            all += count;
            for (var i = 0; i < lists; i++)
            {
                if (((history >> i) & 1) == 0)
                {
                    continue;
                }

                sizes[i] += count;
                only[i] += history == 1 << i ? count : 0;
                for (var j = i + 1; j < lists; j++)
                {
                    together[i, j] += ((history >> j) & 1) == 1 ? count : 0;
                    alone[i, j] += history == ((1 << i) | (1 << j)) ? count : 0;
                }
            }
        }

        var coverage = 1 - (Enumerable.Range(0, lists).Sum(i => only[i] / sizes[i]) / lists);
        var seenTwice = all - (only.Sum() / lists);
        var independent = seenTwice / coverage;
        double Dependence(double total)
        {
            var sum = 0.0;
            for (var i = 0; i < lists; i++)
            {
                for (var j = i + 1; j < lists; j++)
                {
                    var weight = only[i] + only[j] + (2 * alone[i, j]);
                    sum += weight * ((total * together[i, j] / (sizes[i] * sizes[j])) - 1);
                }
            }

            return sum / (lists * coverage);
        }

        // High coverage solves N = D/C + Dependence(N), which is linear in N; low coverage takes two steps towards it.
        var low = independent + Dependence(independent + Dependence(independent));
        var slope = Dependence(1) - Dependence(0);
        var high = slope < 1 ? (independent + Dependence(0)) / (1 - slope) : double.NaN;
        return [independent, low, high];
    }
}
