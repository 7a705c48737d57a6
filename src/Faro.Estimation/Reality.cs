// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Checks;

namespace Faro.Estimation;

/// <summary>Checks of the method against what is known: sizes of lists, simulated worlds, smaller samples.</summary>
/// <remarks>Binette and Steorts, "On the reliability of multiple systems estimation for the quantification of modern
/// slavery", JRSS-A 185 (2022) 640–676, for the first and last.</remarks>
public static class Reality
{
    /// <summary>Asks the other lists for the size of each list.</summary>
    /// <param name="table">Who is on which lists; three lists at least.</param>
    /// <param name="options">Level and threshold; null takes every default.</param>
    /// <returns>One check per list; none with fewer than three.</returns>
    public static IReadOnlyList<ConsistencyCheck> Consistency(
        CaptureTable table,
        EstimateOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        return Estimate.Reduced(table) is { Lists.Count: > CaptureTable.FewestLists } useful
            ?
            [
                .. Enumerable
                    .Range(0, useful.Lists.Count)
                    .Select(list => KnownSize.Of(useful, list, options ?? new())),
            ]
            : [];
    }

    /// <summary>Simulates tables from each world and asks how often the stepwise bootstrap interval holds the truth.</summary>
    /// <param name="table">Who is on which lists.</param>
    /// <param name="options">Level, threshold, replicates, seed and threads; null takes every default.</param>
    /// <param name="simulations">Tables of each world, 1 to 100,000.</param>
    /// <param name="progress">Told about every hundredth; may be null.</param>
    /// <param name="cancellation">Stops between two tables.</param>
    /// <returns>One check per world; none when the table itself has no estimate.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Simulations out of range.</exception>
    public static IReadOnlyList<CoverageCheck> Coverage(
        CaptureTable table,
        EstimateOptions? options = null,
        int simulations = 100,
        IProgress<EstimateProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        Throw.UnlessWithin(simulations, 1, 100_000, nameof(simulations));
        return Estimate.Reduced(table) is { Observed: > 0 } useful
            ? new SimulatedTables(useful, options ?? new(), simulations).Run(progress, cancellation)
            : [];
    }

    /// <summary>Estimates from growing parts of the population.</summary>
    /// <param name="table">Who is on which lists.</param>
    /// <param name="options">Threshold and seed; null takes every default.</param>
    /// <returns>Ten points, from a tenth to all.</returns>
    public static IReadOnlyList<TrajectoryPoint> Trajectory(
        CaptureTable table,
        EstimateOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        return Estimate.Reduced(table) is { Observed: > 0 } useful
            ? Thinning.Of(useful, options ?? new())
            : [];
    }
}

/// <summary>Whether the other lists, asked how many people one list holds, come near its known size.</summary>
/// <param name="List">The list.</param>
/// <param name="Known">People on it.</param>
/// <param name="SeenElsewhere">Those of them that are on another list too.</param>
/// <param name="Status">What came of it.</param>
/// <param name="Estimate">What the other lists say, persons.</param>
/// <param name="Lower">Lower limit.</param>
/// <param name="Upper">Upper limit.</param>
public sealed record ConsistencyCheck(
    string List,
    long Known,
    long SeenElsewhere,
    ModelStatus Status,
    double? Estimate,
    double? Lower,
    double? Upper
)
{
    /// <summary>Whether the interval holds the known size; null when there is no interval.</summary>
    public bool? Holds =>
        Lower is { } low && Upper is { } high ? Known >= low && Known <= high : null;
}

/// <summary>Which world the simulated tables come from.</summary>
public enum SimulatedTruth
{
    /// <summary>The chosen model, as fitted: the best that can be hoped for.</summary>
    Fitted,

    /// <summary>Two classes of people, three in ten of whom are seen more easily, on lists of the same sizes.</summary>
    PeopleDiffer,
}

/// <summary>How often the interval held the truth in simulated tables like this one.</summary>
/// <param name="Truth">The world simulated.</param>
/// <param name="Total">People in it.</param>
/// <param name="Simulations">Tables simulated.</param>
/// <param name="Answered">Those that gave an interval.</param>
/// <param name="Held">Those whose interval held the truth.</param>
/// <param name="MedianRatio">Median of estimate over truth; null when none was answered.</param>
/// <param name="Level">What the interval promises.</param>
public sealed record CoverageCheck(
    SimulatedTruth Truth,
    double Total,
    int Simulations,
    int Answered,
    int Held,
    double? MedianRatio,
    double Level
)
{
    /// <summary>Share of the tables simulated whose interval held the truth; no answer is not held.</summary>
    public double Share => (double)Held / Simulations;

    /// <summary>Whether the share is below what is promised by more than chance explains.</summary>
    public bool TooLow => Share < Level - (2 * Math.Sqrt(Level * (1 - Level) / Simulations));
}

/// <summary>What the estimate would have been with fewer people seen.</summary>
/// <param name="Share">Share of the population, seen and unseen, that is kept.</param>
/// <param name="Observed">People seen of it.</param>
/// <param name="Status">What came of it.</param>
/// <param name="Estimate">The estimate divided by the share, persons: it should not drift.</param>
public sealed record TrajectoryPoint(
    double Share,
    long Observed,
    ModelStatus Status,
    double? Estimate
);
