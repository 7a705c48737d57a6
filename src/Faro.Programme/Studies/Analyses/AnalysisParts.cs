// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using System.Text.Json.Serialization;
using Faro.Estimation;
using Faro.Programme.Studies.Steps;

namespace Faro.Programme.Studies.Analyses;

/// <summary>
/// One estimate in pieces: a piece a method, then the checks. Pieces are done in any place and order; together they give the
/// same bytes as one run, and those that are done are worth something without the others.
/// </summary>
internal static class AnalysisParts
{
    public const string Sensitivity = "sensitivity";
    public const string Reality = "reality";

    private static readonly JsonSerializerOptions Json = new(StudyJson.Plain)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>The pieces, in order.</summary>
    public static IReadOnlyList<string> Of(AnalysisSettings settings) =>
        [
            .. settings.Choices.Select(choice => Estimate.NameOf(choice.Kind)),
            .. settings.Sensitivity ? (string[])[Sensitivity] : [],
            .. settings.Simulations > 0 ? (string[])[Reality] : [],
        ];

    /// <param name="part">One of <see cref="Of"/>.</param>
    /// <param name="table">True counts.</param>
    /// <param name="settings">How.</param>
    /// <param name="threads">Changes the time, never the result.</param>
    /// <param name="progress">0 to 1.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static AnalysisPart Run(
        string part,
        CaptureTable table,
        AnalysisSettings settings,
        int threads,
        IProgress<double>? progress,
        CancellationToken cancellation
    )
    {
        var options = Options(settings, threads);
        var told = progress is null ? null : new Share(progress);
        return part switch
        {
            Sensitivity => new AnalysisPart
            {
                Points = Faro.Estimation.Sensitivity.Run(
                    table,
                    options,
                    told,
                    [.. settings.Choices.Select(choice => choice.Kind)],
                    cancellation
                ),
            },
            Reality => new AnalysisPart
            {
                Sizes = Faro.Estimation.Reality.Consistency(table, options),
                Coverage = Faro.Estimation.Reality.Coverage(
                    table,
                    options,
                    settings.Simulations,
                    told,
                    cancellation
                ),
                Trajectory = Faro.Estimation.Reality.Trajectory(table, options),
            },
            _ => Answers(part, table, options, told, cancellation),
        };
    }

    /// <summary>The figures of the pieces that are there.</summary>
    /// <param name="lists">True counts and what may be shown of them.</param>
    /// <param name="settings">How.</param>
    /// <param name="parts">Those that are done.</param>
    public static IReadOnlyList<MadeFigure> Join(
        AnalysisLists lists,
        AnalysisSettings settings,
        IReadOnlyList<AnalysisPart> parts
    )
    {
        var complete = parts.Count == Of(settings).Count;
        var result = Estimate.Join(
            lists.Table,
            [.. parts.SelectMany(part => part.Models)],
            Options(settings, threads: 1),
            complete
        );
        var sizes = parts.SelectMany(part => part.Sizes).ToList();
        var coverage = parts.SelectMany(part => part.Coverage).ToList();
        result = result with { Verdict = Judge.With(result.Verdict, sizes, coverage) };
        if (!result.Verdict.CanBeBelieved)
        {
            result = result with { Range = null };
        }

        var warnings = parts
            .SelectMany(part => part.Warnings)
            .Concat(result.Warnings.Select(Notices.Of))
            .DistinctBy(notice => (notice.Code, string.Join('\t', notice.Values)))
            .ToList();
        var estimate = UnseenPeople.Figure(result, warnings, lists.Observed, settings);
        List<MadeFigure> figures = [new(StudySteps.Estimate, StudyFigure.Number, estimate)];
        // Where no number is given, none is given under another heading either.
        if (!estimate.HasNumber)
        {
            return figures;
        }

        var points = parts.SelectMany(part => part.Points).ToList();
        if (points.Count > 0)
        {
            figures.Add(
                new(Sensitivity, StudyFigure.Chart, SensitivityRows.Figure(points, lists.Table))
            );
        }

        if (sizes.Count + coverage.Count > 0)
        {
            figures.Add(
                new(
                    Reality,
                    StudyFigure.Table,
                    RealityRows.Figure(
                        sizes,
                        coverage,
                        [.. parts.SelectMany(part => part.Trajectory)],
                        lists
                    )
                )
            );
        }

        return figures;
    }

    public static byte[] Write(AnalysisPart part) =>
        JsonSerializer.SerializeToUtf8Bytes(part, Json);

    public static AnalysisPart Read(byte[] bytes) =>
        JsonSerializer.Deserialize<AnalysisPart>(bytes, Json)
        ?? throw new InvalidOperationException("Bug in Faro: a piece of an analysis is empty");

    private static AnalysisPart Answers(
        string part,
        CaptureTable table,
        EstimateOptions options,
        IProgress<EstimateProgress>? progress,
        CancellationToken cancellation
    )
    {
        var choice = EstimateOptions.Everything.Single(each => Estimate.NameOf(each.Kind) == part);
        var result = Estimate.Run(
            table,
            options with
            {
                Models = [choice],
            },
            progress,
            cancellation
        );
        return new AnalysisPart
        {
            Models = result.Models,
            Warnings = [.. result.Warnings.Select(Notices.Of)],
        };
    }

    private static EstimateOptions Options(AnalysisSettings settings, int threads) =>
        new()
        {
            Level = settings.Level,
            Threshold = settings.PairThreshold,
            Replicates = settings.Replicates,
            Seed = settings.Seed,
            Benchmark = settings.Benchmark,
            Models = settings.Choices,
            Threads = threads,
        };

    private sealed class Share(IProgress<double> progress) : IProgress<EstimateProgress>
    {
        public void Report(EstimateProgress value) =>
            progress.Report(value.Total == 0 ? 0 : (double)value.Done / value.Total);
    }
}

/// <summary>What came of one piece: true figures, which never leave the job.</summary>
internal sealed record AnalysisPart
{
    public IReadOnlyList<ModelEstimate> Models { get; init; } = [];

    public IReadOnlyList<FigureNotice> Warnings { get; init; } = [];

    public IReadOnlyList<SensitivityPoint> Points { get; init; } = [];

    public IReadOnlyList<ConsistencyCheck> Sizes { get; init; } = [];

    public IReadOnlyList<CoverageCheck> Coverage { get; init; } = [];

    public IReadOnlyList<TrajectoryPoint> Trajectory { get; init; } = [];
}

/// <summary>The lists of one analysis.</summary>
/// <param name="Table">True counts.</param>
/// <param name="Observed">How many people there are, as it may be shown; null when it may not.</param>
/// <param name="Sizes">People on each list, as they may be shown.</param>
internal sealed record AnalysisLists(
    CaptureTable Table,
    long? Observed,
    IReadOnlyList<ListSize> Sizes
)
{
    /// <param name="overlap">True counts of all lists.</param>
    /// <param name="observed">People in all, as shown.</param>
    /// <param name="sizes">Of all lists, as shown.</param>
    /// <param name="wanted">Names of the lists to use; empty for all.</param>
    public static AnalysisLists Of(
        OverlapCounts overlap,
        long? observed,
        IReadOnlyList<ListSize> sizes,
        IReadOnlyList<string> wanted
    ) =>
        wanted.Count == 0 || wanted.Count == overlap.Lists.Count
            ? new(overlap.ToTable(), observed, sizes)
            // How many are on some of the lists only would be one more sum that nobody protected.
            : new(
                overlap.Only(wanted).ToTable(),
                null,
                [.. sizes.Where(size => wanted.Contains(size.List, StringComparer.Ordinal))]
            );
}
