// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Intervals;
using Faro.Estimation.Models;
using Faro.Estimation.Numerics;

namespace Faro.Estimation.Enumeration;

/// <summary>The best of all models by BIC, and their average.</summary>
internal sealed class BicMethods(
    CaptureTable table,
    EstimateOptions options,
    List<Notice> warnings,
    IProgress<EstimateProgress>? progress,
    CancellationToken cancellation
)
{
    private const int MostListed = 100;
    private const int MostInFan = 5000;

    /// <summary>Weights below this share of the largest change no digit that is shown.</summary>
    private const double LeastWeight = 1e-9;

    private RankedModels? _ranking;

    /// <summary>The best model, with the bootstrap over the best few.</summary>
    public ModelEstimate Best()
    {
        var name = Estimate.NameOf(ModelKind.Bic);
        if (Ranked(name) is not { } ranking)
        {
            return Formulas.Without(name, options.Level);
        }

        var best = ranking.Fits[0];
        var answer = Describe(name, ranking, best.Model) with
        {
            Status = ModelStatus.IntervalUnavailable,
            Estimate = Everybody(best),
            Parameters = best.Parameters,
            Aic = best.Aic,
            Bic = best.Bic,
            Ranking = Listed(ranking, []),
        };
        if (options.Replicates < Limits.Fewest(options.Level))
        {
            warnings.Add(
                new(
                    NoticeCodes.FewReplicates,
                    name,
                    options.Replicates,
                    Limits.Fewest(options.Level)
                )
            );
            return answer;
        }

        var path = Path(ranking, answer.Estimate!.Value, name);
        var interval = path[^1].Interval;
        if (interval is null)
        {
            warnings.Add(
                new(NoticeCodes.IntervalUnavailable, name, options.Replicates, options.Replicates)
            );
        }
        else if (interval.Failed > 0)
        {
            warnings.Add(
                new(NoticeCodes.ReplicatesFailed, name, interval.Failed, options.Replicates)
            );
        }

        return answer with
        {
            Interval = interval,
            Status = interval is null ? answer.Status : ModelStatus.Estimated,
            Ranking = Listed(ranking, path),
        };
    }

    /// <summary>All models, weighted by exp(−BIC/2), each log-normal around its people unseen.</summary>
    /// <remarks>Hoeting, Madigan, Raftery, Volinsky, "Bayesian model averaging: a tutorial", Statist. Sci. 14 (1999)
    /// 382–417. The figure is the median of the mixture and the limits are its quantiles.</remarks>
    public ModelEstimate Average()
    {
        var name = Estimate.NameOf(ModelKind.BicAverage);
        if (Ranked(name) is not { } ranking)
        {
            return Formulas.Without(name, options.Level);
        }

        var fitter = new Fitter(table.Lists.Count);
        fitter.Load(table);
        var parts = new List<(double Weight, double Centre, double Spread)>();
        foreach (var fit in ranking.Fits)
        {
            cancellation.ThrowIfCancellationRequested();
            var weight = Math.Exp((ranking.Fits[0].Bic - fit.Bic) / 2);
            if (weight < LeastWeight)
            {
                break;
            }

            if (fitter.Fit(ranking.TermsOf(fit.Model)))
            {
                parts.Add((weight, fit.LogHidden, fitter.StandardError()));
            }
        }

        var total = parts.Sum(p => p.Weight);
        double Share(double x) =>
            parts.Sum(p => p.Weight * Normal.Cumulative((x - p.Centre) / p.Spread)) / total;
        double Quantile(double share)
        {
            var low = parts.Min(p => p.Centre - (12 * p.Spread));
            var high = parts.Max(p => p.Centre + (12 * p.Spread));
            for (var i = 0; i < 200 && high - low > 1e-12; i++)
            {
                var middle = (low + high) / 2;
                (low, high) = Share(middle) < share ? (middle, high) : (low, middle);
            }

            return table.Observed + Math.Exp((low + high) / 2);
        }

        var tail = 0.5 - (options.Level / 2);
        var upper = Quantile(1 - tail);
        var bounded = upper <= options.DivergenceRatio * table.Observed;
        return new()
        {
            Name = name,
            Level = options.Level,
            Status = bounded ? ModelStatus.Estimated : ModelStatus.IntervalUnavailable,
            Estimate = Quantile(0.5),
            Interval = bounded ? new(Quantile(tail), upper, IntervalKind.Posterior) : null,
            Ranking = Listed(ranking, []),
        };
    }

    /// <summary>The ranking, made once; null when it cannot be made.</summary>
    private RankedModels? Ranked(string name)
    {
        if (table.Lists.Count > RankedModels.MostLists)
        {
            warnings.Add(
                new(NoticeCodes.ModelTooManyLists, name, table.Lists.Count, RankedModels.MostLists)
            );
            return null;
        }

        if (table.Observed == 0)
        {
            return null;
        }

        _ranking ??= new(table, options, cancellation);
        return _ranking.Fits.Length == 0 ? null : _ranking;
    }

    private double Everybody(RankedFit fit) => table.Observed + Math.Exp(fit.LogHidden);

    private List<TopStep> Path(RankedModels ranking, double estimate, string name)
    {
        var top =
            options.TopModels > 0 ? options.TopModels
            : table.Lists.Count <= 3 ? ranking.Fits.Length
            : table.Lists.Count == 4 ? 20
            : 100;
        var bootstrap = new RankedBootstrap(table, ranking, options, top);
        bootstrap.Run(progress, name, cancellation);
        double[] weights = [.. table.Counts.Select(c => (double)c.People)];
        return
        [
            .. bootstrap.Tops.Select(
                (t, i) =>
                    new TopStep(
                        t,
                        Limits.Of(
                            estimate,
                            [.. bootstrap.Replicates[i].Order()],
                            bootstrap.Jackknife[i],
                            weights,
                            options
                        )
                    )
            ),
        ];
    }

    private ModelEstimate Describe(string name, RankedModels ranking, ulong model)
    {
        int[] terms = [.. ranking.Hierarchies.Of(model)];
        int[] pairs = [.. terms.Where(t => int.PopCount(t) == 2)];
        return Formulas.Without(name, options.Level) with
        {
            Interactions = [.. pairs.Select(p => Selection.Named(table, p))],
            EmptyInteractions =
            [
                .. pairs.Where(p => table.Together(p) == 0).Select(p => Selection.Named(table, p)),
            ],
            HigherTerms = [.. terms.Where(t => int.PopCount(t) > 2).Select(Names)],
        };
    }

    private Ranking Listed(RankedModels ranking, IReadOnlyList<TopStep> path)
    {
        var every = Math.Max(1, (ranking.Fits.Length + MostInFan - 1) / MostInFan);
        return new(
            ranking.Candidates,
            ranking.Fits.Length,
            [
                .. ranking
                    .Fits.Take(MostListed)
                    .Select(fit => new RankedModel(
                        [.. ranking.Hierarchies.Of(fit.Model).Select(Names)],
                        Everybody(fit),
                        fit.Bic,
                        fit.Aic
                    )),
            ],
            [
                .. ranking
                    .Fits.Where((_, i) => i < MostListed || i % every == 0)
                    .Select(fit => new FanPoint(Everybody(fit), fit.Bic)),
            ],
            path
        );
    }

    private string[] Names(int term) =>
        [.. table.Lists.Where((_, list) => ((term >> list) & 1) == 1)];
}
