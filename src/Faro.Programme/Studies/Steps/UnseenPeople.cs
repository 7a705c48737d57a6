// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation;

namespace Faro.Programme.Studies.Steps;

/// <summary>How many were never seen, as it may be shown: a number with its range, or the reasons why there is none.</summary>
internal static class UnseenPeople
{
    private const double Ten = 10;

    /// <param name="table">True counts.</param>
    /// <param name="observed">How many people there are, as the figure of the lists shows it.</param>
    /// <param name="settings">How.</param>
    /// <param name="frame">Seed and minimum.</param>
    /// <param name="threads">Changes the time, never the result.</param>
    /// <param name="progress">0 to 1.</param>
    /// <param name="cancellation">Ends the run.</param>
    public static EstimateFigure Run(
        CaptureTable table,
        long? observed,
        StudySettings settings,
        StudyFrame frame,
        int threads,
        IProgress<double>? progress,
        CancellationToken cancellation
    )
    {
        var options = new EstimateOptions
        {
            Level = settings.Level,
            Threshold = settings.PairThreshold,
            Replicates = settings.Replicates,
            Seed = frame.Seed,
            Threads = threads,
        };
        var result = Estimate.Run(
            table,
            options,
            progress is null ? null : new Share(progress),
            cancellation
        );
        return Figure(result, observed, settings.Level);
    }

    internal static EstimateFigure Figure(EstimateResult result, long? observed, double level)
    {
        var believed = result.Verdict.CanBeBelieved;
        return new EstimateFigure(
            NameOf(result.Verdict.Belief),
            [.. result.Verdict.Reasons.Select(reason => Notices.Of(reason.Notice))],
            [.. result.Warnings.Select(Notices.Of)],
            result.Lists,
            observed,
            level,
            believed && result.ChosenModel is { } chosen ? Row(chosen) : null,
            believed ? [.. result.Models.Select(Row)] : []
        );
    }

    /// <summary>To tens: the last digits are noise, and could be turned back into hidden counts.</summary>
    private static ModelRow Row(ModelEstimate model) =>
        new(
            model.Name,
            NameOf(model.Status),
            [.. model.Interactions.Select(pair => new ListPairRow(pair.First, pair.Second))],
            model.Estimate is { } estimate ? (long)(Math.Round(estimate / Ten) * Ten) : null,
            model.Interval is { } low ? (long)(Math.Floor(low.Lower / Ten) * Ten) : null,
            model.Interval is { } high ? (long)(Math.Ceiling(high.Upper / Ten) * Ten) : null
        );

    private static string NameOf(Belief belief) =>
        belief switch
        {
            Belief.Reasonable => EstimateFigure.Reasonable,
            Belief.Caution => EstimateFigure.Caution,
            Belief.DoNotPublish => EstimateFigure.DoNotPublish,
            _ => throw new InvalidOperationException($"Bug in Faro: belief {belief}"),
        };

    private static string NameOf(ModelStatus status) =>
        status switch
        {
            ModelStatus.Estimated => "estimated",
            ModelStatus.IntervalUnavailable => "interval-unavailable",
            ModelStatus.DoesNotExist => "does-not-exist",
            ModelStatus.NotIdentifiable => "not-identifiable",
            ModelStatus.NotEstimable => "not-estimable",
            ModelStatus.Diverged => "diverged",
            ModelStatus.DidNotMix => "did-not-mix",
            _ => throw new InvalidOperationException($"Bug in Faro: status {status}"),
        };

    private sealed class Share(IProgress<double> progress) : IProgress<EstimateProgress>
    {
        public void Report(EstimateProgress value) =>
            progress.Report(value.Total == 0 ? 0 : (double)value.Done / value.Total);
    }
}
