// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;

namespace Faro.Programme.Studies.Steps;

/// <summary>How many were never seen, or why no number is given.</summary>
/// <param name="Belief"><c>reasonable</c>, <c>caution</c> or <c>do-not-publish</c>; with the last there is no number anywhere.</param>
/// <param name="Reasons">Worst first; codes <c>verdict.…</c>.</param>
/// <param name="Warnings">Codes <c>table.…</c>, <c>model.…</c>, <c>interval.…</c>.</param>
/// <param name="Lists">Names of the lists.</param>
/// <param name="Observed">Persons on at least one list.</param>
/// <param name="Level">Of the interval, (0, 1).</param>
/// <param name="Chosen">The model to read first, or null.</param>
/// <param name="Models">Empty when no number is given.</param>
/// <param name="Range">The headline: from the lowest to the highest limit over the methods that count; null when no number
/// is given.</param>
/// <param name="Disagreement">Largest over smallest figure of those methods; null when there are none.</param>
/// <param name="Benchmark">A number known from elsewhere, or null.</param>
/// <param name="Complete">Whether every method and check that was asked for is in it.</param>
public sealed record EstimateFigure(
    string Belief,
    IReadOnlyList<FigureNotice> Reasons,
    IReadOnlyList<FigureNotice> Warnings,
    IReadOnlyList<string> Lists,
    long? Observed,
    double Level,
    ModelRow? Chosen,
    IReadOnlyList<ModelRow> Models,
    RangeRow? Range = null,
    double? Disagreement = null,
    long? Benchmark = null,
    bool Complete = true
) : FigureData
{
    public const string Reasonable = "reasonable";
    public const string Caution = "caution";
    public const string DoNotPublish = "do-not-publish";

    /// <summary>An assumption that its signer says does not hold. {0} its code.</summary>
    public const string AssumptionFails = "assumptions.fails";

    /// <summary>False when the reader gets words and no number.</summary>
    [JsonIgnore]
    public bool HasNumber => Chosen is not null;

    /// <summary>The same without any number, for a reason that stands before all others.</summary>
    public EstimateFigure Withheld(string reason) =>
        this with
        {
            Belief = DoNotPublish,
            Reasons = [new FigureNotice(reason), .. Reasons.Where(each => !TellsNumbers(each))],
            Warnings = [],
            Chosen = null,
            Models = [],
            Range = null,
            Disagreement = null,
        };

    /// <summary>The same with further reasons for caution.</summary>
    public EstimateFigure Doubted(IReadOnlyList<FigureNotice> reasons) =>
        reasons.Count == 0
            ? this
            : this with
            {
                Belief = Belief == Reasonable ? Caution : Belief,
                Reasons = [.. reasons, .. Reasons],
            };

    private static bool TellsNumbers(FigureNotice notice) =>
        notice.Code == Faro.Estimation.NoticeCodes.BenchmarkExcluded;
}

/// <param name="Name">As the estimation engine names it: <c>stepwise</c>, <c>chapman:A,B</c>.</param>
/// <param name="Status"><c>estimated</c>, <c>interval-unavailable</c>, <c>does-not-exist</c>, <c>not-identifiable</c>,
/// <c>not-estimable</c>, <c>did-not-mix</c> or <c>diverged</c>.</param>
/// <param name="Interactions">Pairs that may depend on each other.</param>
/// <param name="Estimate">Everybody, seen and unseen; persons, to the nearest two digits.</param>
/// <param name="Lower">Persons, down.</param>
/// <param name="Upper">Persons, up.</param>
/// <param name="Why">Code <c>method.…</c> that says why it is not in the range, or null when it is.</param>
public sealed record ModelRow(
    string Name,
    string Status,
    IReadOnlyList<ListPairRow> Interactions,
    long? Estimate,
    long? Lower,
    long? Upper,
    FigureNotice? Why = null
);

/// <param name="Low">Persons.</param>
/// <param name="High">Persons.</param>
public sealed record RangeRow(long Low, long High);

/// <param name="First">Name of a list.</param>
/// <param name="Second">Name of a later list.</param>
public sealed record ListPairRow(string First, string Second);

/// <summary>How far the estimate moves when something moves that nobody can know.</summary>
/// <param name="Rows">The answer as it is, then one per change.</param>
public sealed record SensitivityFigure(IReadOnlyList<SensitivityRow> Rows) : FigureData
{
    public const string AsItIs = "as-it-is";
}

/// <param name="Check">What was changed: <c>drop-list</c>, <c>merge-pair</c>, <c>dependence</c> …</param>
/// <param name="Subject">Names of the lists or the model it was changed for.</param>
/// <param name="Value">The new value, or null.</param>
/// <param name="Status">As in <see cref="ModelRow"/>.</param>
/// <param name="Estimate">Persons; null for a span of several answers.</param>
/// <param name="Lower">Persons, down.</param>
/// <param name="Upper">Persons, up.</param>
public sealed record SensitivityRow(
    string Check,
    IReadOnlyList<string> Subject,
    double? Value,
    string Status,
    long? Estimate,
    long? Lower,
    long? Upper
);

/// <summary>The method held against what is known or simulated.</summary>
/// <param name="Sizes">What the other lists say of one whose size is known.</param>
/// <param name="Coverage">How often the interval held the truth in simulated worlds.</param>
/// <param name="Trajectory">What it would have been with fewer people seen.</param>
public sealed record RealityFigure(
    IReadOnlyList<KnownSizeRow> Sizes,
    IReadOnlyList<CoverageRow> Coverage,
    IReadOnlyList<TrajectoryRow> Trajectory
) : FigureData;

/// <param name="List">Name of the list.</param>
/// <param name="Known">People on it.</param>
/// <param name="Holds">Whether the others come near it; null when they give no interval.</param>
/// <param name="Lower">Persons, down.</param>
/// <param name="Upper">Persons, up.</param>
public sealed record KnownSizeRow(string List, long? Known, bool? Holds, long? Lower, long? Upper);

/// <param name="PeopleDiffer">Whether people of the simulated world are not seen equally easily.</param>
/// <param name="Simulations">Tables simulated.</param>
/// <param name="Held">Percent of them whose interval held the truth.</param>
/// <param name="Promised">Percent.</param>
/// <param name="MedianRatio">Median of estimate over truth.</param>
/// <param name="TooLow">Whether less than promised by more than chance.</param>
public sealed record CoverageRow(
    bool PeopleDiffer,
    int Simulations,
    int Held,
    int Promised,
    double? MedianRatio,
    bool TooLow
);

/// <param name="Share">Percent of the population that is kept.</param>
/// <param name="Estimate">Persons, as if all were kept.</param>
public sealed record TrajectoryRow(int Share, long? Estimate);
