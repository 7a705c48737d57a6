// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation;
using Faro.Programme.Studies.Analyses;

namespace Faro.Programme.Studies.Steps;

/// <summary>How many were never seen, as it may be shown: a range with its methods, or the reasons why there is none.</summary>
internal static class UnseenPeople
{
    /// <param name="result">Over all methods.</param>
    /// <param name="warnings">Worded for a figure.</param>
    /// <param name="observed">How many people there are, as the figure of the lists shows it.</param>
    /// <param name="settings">How it was made.</param>
    public static EstimateFigure Figure(
        EstimateResult result,
        IReadOnlyList<FigureNotice> warnings,
        long? observed,
        AnalysisSettings settings
    )
    {
        var believed = result.Verdict.CanBeBelieved && result.Chosen is not null;
        var rows = result.Models.Zip(result.Standings, Row).ToList();
        var figure = new EstimateFigure(
            NameOf(result.Verdict.Belief),
            [.. result.Verdict.Reasons.Select(reason => Notices.Of(reason.Notice))],
            warnings,
            result.Lists,
            observed,
            settings.Level,
            believed ? rows.Find(row => row.Name == result.Chosen) : null,
            believed ? rows : []
        );
        return figure with
        {
            Range =
                believed && result.Range is { } range
                    ? new RangeRow((long)range.Low, (long)range.High)
                    : null,
            Disagreement =
                believed && result.Disagreement is { } ratio ? Math.Round(ratio, 1) : null,
            Benchmark = settings.Benchmark,
            Complete = result.Complete,
        };
    }

    public static string NameOf(ModelStatus status) =>
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

    private static ModelRow Row(ModelEstimate model, Standing standing) =>
        new(
            model.Name,
            NameOf(model.Status),
            [.. model.Interactions.Select(pair => new ListPairRow(pair.First, pair.Second))],
            Rounded.Nearest(model.Estimate),
            Rounded.Down(model.Interval?.Lower),
            Rounded.Up(model.Interval?.Upper),
            standing.Why is { } why ? Notices.Of(why) : null
        );

    private static string NameOf(Belief belief) =>
        belief switch
        {
            Belief.Reasonable => EstimateFigure.Reasonable,
            Belief.Caution => EstimateFigure.Caution,
            Belief.DoNotPublish => EstimateFigure.DoNotPublish,
            _ => throw new InvalidOperationException($"Bug in Faro: belief {belief}"),
        };
}
