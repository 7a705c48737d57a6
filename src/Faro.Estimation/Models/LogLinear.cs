// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Intervals;
using Faro.Estimation.Numerics;

namespace Faro.Estimation.Models;

/// <summary>One log-linear model from selection to interval.</summary>
internal sealed class LogLinear(CaptureTable table, EstimateOptions options, List<Notice> warnings)
{
    /// <summary>Selects, fits, and gives an interval by bootstrap when the terms were selected from the data.</summary>
    public ModelEstimate Run(
        string name,
        IEnumerable<int> start,
        double threshold,
        IProgress<EstimateProgress>? progress,
        CancellationToken cancellation
    )
    {
        var fitter = new Fitter(table.Lists.Count);
        fitter.Load(table);
        var selection = new Selection(table.Lists.Count, start, threshold, options.DivergenceRatio);
        var terms = new List<int>();
        var status = selection.Run(fitter, terms);
        var pairs = terms.Skip(1 + table.Lists.Count).ToArray();
        var answer = new ModelEstimate
        {
            Name = name,
            Status = status,
            Level = options.Level,
            Interactions = [.. pairs.Select(p => Selection.Named(table, p))],
            EmptyInteractions =
            [
                .. pairs.Where(p => fitter.Margin(p) == 0).Select(p => Selection.Named(table, p)),
            ],
        };
        if (status != ModelStatus.Estimated)
        {
            return status is ModelStatus.DoesNotExist or ModelStatus.NotIdentifiable
                ? answer with
                {
                    HiddenEstimable = fitter.HiddenEstimable(terms),
                }
                : answer;
        }

        var likelihood = fitter.LogLikelihood();
        answer = answer with
        {
            Estimate = fitter.Observed + Math.Exp(fitter.LogHidden),
            Parameters = terms.Count,
            Aic = 2 * (terms.Count - likelihood),
            Bic = (terms.Count * Math.Log(fitter.Observed)) - (2 * likelihood),
        };
        var interval =
            threshold > 0 && options.Replicates > 0
                ? Resampled(answer, selection, progress, cancellation)
                : ByNormalTheory(name, fitter, conditional: threshold > 0);
        return answer with
        {
            Interval = interval,
            Status = interval is null ? ModelStatus.IntervalUnavailable : status,
        };
    }

    private Interval? ByNormalTheory(string name, Fitter fitter, bool conditional)
    {
        var reach = Normal.Quantile(0.5 + (options.Level / 2)) * fitter.StandardError();
        if (!double.IsFinite(Math.Exp(fitter.LogHidden + reach)))
        {
            warnings.Add(new(NoticeCodes.IntervalUnavailable, name, 0, 0));
            return null;
        }

        if (conditional)
        {
            warnings.Add(new(NoticeCodes.IntervalConditional, name));
        }

        return new(
            fitter.Observed + Math.Exp(fitter.LogHidden - reach),
            fitter.Observed + Math.Exp(fitter.LogHidden + reach),
            IntervalKind.Normal
        );
    }

    private Interval? Resampled(
        ModelEstimate answer,
        Selection selection,
        IProgress<EstimateProgress>? progress,
        CancellationToken cancellation
    )
    {
        var least = Limits.Fewest(options.Level);
        if (options.Replicates < least)
        {
            warnings.Add(new(NoticeCodes.FewReplicates, answer.Name, options.Replicates, least));
            return null;
        }

        var bootstrap = new Bootstrap(table, selection, options, answer.Name);
        bootstrap.Run(progress, cancellation);
        var sorted = bootstrap.Replicates.Order().ToArray();
        var failed = sorted.Count(double.IsPositiveInfinity);
        if (failed > 0)
        {
            warnings.Add(
                new(NoticeCodes.ReplicatesFailed, answer.Name, failed, options.Replicates)
            );
        }

        var interval = Limits.Of(
            answer.Estimate!.Value,
            sorted,
            bootstrap.Jackknife,
            [.. table.Counts.Select(c => (double)c.People)],
            options
        );
        if (interval is null)
        {
            warnings.Add(
                new(NoticeCodes.IntervalUnavailable, answer.Name, failed, options.Replicates)
            );
        }
        else if (interval.Kind == IntervalKind.Percentile)
        {
            warnings.Add(new(NoticeCodes.IntervalPercentile, answer.Name));
        }

        return interval;
    }
}
