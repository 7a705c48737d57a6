// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation;
using Faro.Programme.Studies.Steps;

namespace Faro.Programme.Studies.Analyses;

/// <summary>How far the answer moves, as it may be shown.</summary>
internal static class SensitivityRows
{
    /// <summary>Differences of BIC at which a model is as good, nearly as good, worse.</summary>
    /// <remarks>Kass and Raftery, "Bayes factors", JASA 90 (1995) 773–795.</remarks>
    private static readonly double[] Bands = [2, 6, 10];

    public static SensitivityFigure Figure(
        IReadOnlyList<SensitivityPoint> points,
        CaptureTable table
    ) =>
        new([
            .. points
                .GroupBy(point => point.Check)
                .OrderBy(same => same.Key)
                .SelectMany(same => Rows(same.Key, [.. same], table)),
        ]);

    private static IEnumerable<SensitivityRow> Rows(
        SensitivityCheck check,
        SensitivityPoint[] points,
        CaptureTable table
    ) =>
        // In which cell one person more or less can stand would tell which are empty.
        check is SensitivityCheck.OnePersonMore or SensitivityCheck.OnePersonLess
            ? Span(check, points, null)
        : check == SensitivityCheck.OtherModel ? Models(points)
        : points.Select(point => Row(point, table));

    private static IEnumerable<SensitivityRow> Models(SensitivityPoint[] points)
    {
        var best = points.Min(point => point.Value ?? double.PositiveInfinity);
        var before = 0.0;
        foreach (var band in Bands)
        {
            var within = points.Where(point =>
                point.Value - best is { } apart && apart <= band && (apart > before || before == 0)
            );
            foreach (var row in Span(SensitivityCheck.OtherModel, [.. within], band))
            {
                yield return row;
            }

            before = band;
        }
    }

    private static IEnumerable<SensitivityRow> Span(
        SensitivityCheck check,
        SensitivityPoint[] points,
        double? value
    )
    {
        var figures = points.Select(point => point.Estimate).OfType<double>().ToArray();
        if (figures.Length > 0)
        {
            yield return new SensitivityRow(
                NameOf(check),
                [],
                value,
                UnseenPeople.NameOf(ModelStatus.Estimated),
                null,
                Rounded.Down(figures.Min()),
                Rounded.Up(figures.Max())
            );
        }
    }

    private static SensitivityRow Row(SensitivityPoint point, CaptureTable table) =>
        new(
            NameOf(point.Check),
            point.Subject,
            // As it stands it would tell how many people there are.
            point.Check == SensitivityCheck.MostUnseen
                ? Math.Round(point.Value.GetValueOrDefault() / table.Observed)
                : point.Value,
            UnseenPeople.NameOf(point.Status),
            Rounded.Nearest(point.Estimate),
            Rounded.Down(point.Lower),
            Rounded.Up(point.Upper)
        );

    private static string NameOf(SensitivityCheck check) =>
        check switch
        {
            SensitivityCheck.AsItIs => "as-it-is",
            SensitivityCheck.DropList => "drop-list",
            SensitivityCheck.MergePair => "merge-pair",
            SensitivityCheck.OnePersonMore => "one-person-more",
            SensitivityCheck.OnePersonLess => "one-person-less",
            SensitivityCheck.Threshold => "threshold",
            SensitivityCheck.TopModels => "top-models",
            SensitivityCheck.CellPrior => "cell-prior",
            SensitivityCheck.MostUnseen => "most-unseen",
            SensitivityCheck.Classes => "classes",
            SensitivityCheck.Concentration => "concentration",
            SensitivityCheck.Dependence => "dependence",
            SensitivityCheck.MissedMatches => "missed-matches",
            SensitivityCheck.FalseMatches => "false-matches",
            SensitivityCheck.OtherModel => "other-model",
            SensitivityCheck.PeopleDiffer => "people-differ",
            _ => throw new InvalidOperationException($"Bug in Faro: check {check}"),
        };
}

/// <summary>Against what is known, as it may be shown.</summary>
internal static class RealityRows
{
    private const double Percent = 100;

    public static RealityFigure Figure(
        IReadOnlyList<ConsistencyCheck> sizes,
        IReadOnlyList<CoverageCheck> coverage,
        IReadOnlyList<TrajectoryPoint> trajectory,
        AnalysisLists lists
    ) =>
        new(
            [
                .. sizes.Select(check => new KnownSizeRow(
                    check.List,
                    lists.Sizes.FirstOrDefault(size => size.List == check.List)?.People,
                    check.Holds,
                    Rounded.Down(check.Lower),
                    Rounded.Up(check.Upper)
                )),
            ],
            [
                .. coverage.Select(check => new CoverageRow(
                    check.Truth == SimulatedTruth.PeopleDiffer,
                    check.Simulations,
                    (int)Math.Round(Percent * check.Share),
                    (int)Math.Round(Percent * check.Level),
                    check.MedianRatio is { } ratio ? Math.Round(ratio, 2) : null,
                    check.TooLow
                )),
            ],
            [
                .. trajectory.Select(point => new TrajectoryRow(
                    (int)Math.Round(Percent * point.Share),
                    Rounded.Nearest(point.Estimate)
                )),
            ]
        );
}
