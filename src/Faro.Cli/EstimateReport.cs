// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation;

namespace Faro.Cli;

/// <summary>Everything that one call of <c>faro estimate</c> found.</summary>
internal sealed record EstimateReport(EstimateResult Result, double Level)
{
    /// <summary>How far the answer moves; empty when not asked for.</summary>
    public IReadOnlyList<SensitivityPoint> Sensitivity { get; init; } = [];

    /// <summary>Sizes of lists as the other lists say them; empty when not asked for.</summary>
    public IReadOnlyList<ConsistencyCheck> Consistency { get; init; } = [];

    /// <summary>Simulated coverage; empty when not asked for.</summary>
    public IReadOnlyList<CoverageCheck> Coverage { get; init; } = [];

    /// <summary>Estimates from growing parts; empty when not asked for.</summary>
    public IReadOnlyList<TrajectoryPoint> Trajectory { get; init; } = [];

    /// <summary>Over several draws of a linkage; null when not asked for.</summary>
    public CombinedEstimate? Combined { get; init; }

    /// <summary>By part, with a total that adds up; null when not asked for.</summary>
    public StrataEstimate? Strata { get; init; }

    /// <summary>The verdict with what the checks found.</summary>
    public Verdict Verdict => Judge.With(Result.Verdict, Consistency, Coverage);

    /// <summary>Runs what was asked for, in the order of its cost.</summary>
    public static EstimateReport Of(
        CaptureTable table,
        EstimateRequest request,
        IProgress<EstimateProgress>? progress,
        CancellationToken cancellation
    )
    {
        var options = request.Options;
        var report = new EstimateReport(
            Estimate.Run(table, options, progress, cancellation),
            options.Level
        );
        if (!report.Result.Complete)
        {
            return report;
        }

        if (request.Strata.Count > 0)
        {
            report = report with
            {
                Strata = Faro.Estimation.Strata.Run(
                    request.Strata,
                    options,
                    request.Pooled,
                    cancellation
                ),
            };
        }

        if (request.Linkages.Count > 0)
        {
            report = report with
            {
                Combined = Combination.Over([table, .. request.Linkages], options, cancellation),
            };
        }

        if (request.Simulations > 0)
        {
            report = report with
            {
                Consistency = Reality.Consistency(table, options),
                Trajectory = Reality.Trajectory(table, options),
                Coverage = Reality.Coverage(
                    table,
                    options,
                    request.Simulations,
                    progress,
                    cancellation
                ),
            };
        }

        return request.Sensitivity
            ? report with
            {
                Sensitivity = Faro.Estimation.Sensitivity.Run(
                    table,
                    options,
                    progress,
                    methods: null,
                    cancellation
                ),
            }
            : report;
    }
}

/// <summary>What one call of <c>faro estimate</c> asks for.</summary>
internal sealed record EstimateRequest(EstimateOptions Options)
{
    public bool Sensitivity { get; init; }

    /// <summary>Simulated tables of each world; 0 for no checks against reality.</summary>
    public int Simulations { get; init; }

    /// <summary>Parts of the people; empty when not asked for.</summary>
    public IReadOnlyList<Stratum> Strata { get; init; } = [];

    /// <summary>Whether parts borrow strength from each other.</summary>
    public bool Pooled { get; init; }

    /// <summary>Tables of other draws of the linkage.</summary>
    public IReadOnlyList<CaptureTable> Linkages { get; init; } = [];
}
