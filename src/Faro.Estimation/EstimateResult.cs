// SPDX-License-Identifier: Apache-2.0
namespace Faro.Estimation;

/// <summary>What an estimate found, with what is needed to find it again.</summary>
public sealed record EstimateResult
{
    /// <summary>People on at least one list.</summary>
    public required long Observed { get; init; }

    /// <summary>All lists of the table, those left out included.</summary>
    public required IReadOnlyList<string> Lists { get; init; }

    /// <summary>Models in the order asked for.</summary>
    public required IReadOnlyList<ModelEstimate> Models { get; init; }

    /// <summary>Name of the model to read first, or null when no log-linear model gave a figure.</summary>
    public required string? Chosen { get; init; }

    /// <summary>What was left out, failed or fell back.</summary>
    public required IReadOnlyList<Notice> Warnings { get; init; }

    /// <summary>Enough to believe?</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Seed of the bootstrap.</summary>
    public required long Seed { get; init; }

    /// <summary>Version of this library.</summary>
    public required string Version { get; init; }

    /// <summary>The chosen model's answer, or null.</summary>
    public ModelEstimate? ChosenModel =>
        Models.FirstOrDefault(m => string.Equals(m.Name, Chosen, StringComparison.Ordinal));
}

/// <summary>What came of one model.</summary>
public enum ModelStatus
{
    /// <summary>A figure and an interval.</summary>
    Estimated,

    /// <summary>A figure, but no interval can be told.</summary>
    IntervalUnavailable,

    /// <summary>The likelihood has no maximum at finite parameters; no figure.</summary>
    DoesNotExist,

    /// <summary>Different parameters fit equally well; no figure.</summary>
    NotIdentifiable,

    /// <summary>The data have no information for the method; no figure.</summary>
    NotEstimable,

    /// <summary>The figure is beyond the stated bound and is not given.</summary>
    Diverged,
}

/// <summary>How an interval was made.</summary>
public enum IntervalKind
{
    /// <summary>Normal theory on the logarithm of the people unseen, the model taken for granted.</summary>
    Normal,

    /// <summary>Bias-corrected and accelerated bootstrap, the selection repeated in each replicate.</summary>
    Bca,

    /// <summary>Plain percentiles of the same bootstrap.</summary>
    Percentile,

    /// <summary>Log-normal with the variance of a closed formula.</summary>
    LogNormal,
}

/// <summary>Limits of an interval.</summary>
/// <param name="Lower">Persons.</param>
/// <param name="Upper">Persons, at least <paramref name="Lower"/>.</param>
/// <param name="Kind">How it was made.</param>
/// <param name="Replicates">Bootstrap replicates, 0 for a formula.</param>
/// <param name="Failed">Replicates that gave no figure, counted as larger than all others.</param>
public sealed record Interval(
    double Lower,
    double Upper,
    IntervalKind Kind,
    int Replicates = 0,
    int Failed = 0
);

/// <summary>One model's answer. Numbers that do not exist are null, never zero, infinite or absurd.</summary>
public sealed record ModelEstimate
{
    /// <summary><c>main-effects</c>, <c>stepwise</c>, <c>all-pairs</c>, <c>fixed</c>, <c>chao</c> or <c>chapman:A,B</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What came of it.</summary>
    public required ModelStatus Status { get; init; }

    /// <summary>Pairs that may depend on each other, in the order they entered.</summary>
    public IReadOnlyList<ListPair> Interactions { get; init; } = [];

    /// <summary>Those of the pairs whose lists share nobody: their term is minus infinity.</summary>
    public IReadOnlyList<ListPair> EmptyInteractions { get; init; } = [];

    /// <summary>Everybody, seen and unseen; persons, at least the people observed for log-linear models.</summary>
    public double? Estimate { get; init; }

    /// <summary>Limits at <see cref="Level"/>.</summary>
    public Interval? Interval { get; init; }

    /// <summary>Confidence level asked for, (0, 1).</summary>
    public required double Level { get; init; }

    /// <summary>Akaike's criterion 2k − 2l; log-linear models only.</summary>
    public double? Aic { get; init; }

    /// <summary>Bayesian criterion k ln n − 2l, n the people observed; log-linear models only.</summary>
    public double? Bic { get; init; }

    /// <summary>Parameters k, those at minus infinity included; log-linear models only.</summary>
    public int? Parameters { get; init; }

    /// <summary>Whether there is a figure.</summary>
    public bool HasEstimate => Estimate is not null;
}

/// <summary>Whether the figures may be believed.</summary>
public enum Belief
{
    /// <summary>Nothing found that speaks against it.</summary>
    Reasonable,

    /// <summary>Only with its range and its reasons beside it.</summary>
    Caution,

    /// <summary>No number should be given; the reasons should.</summary>
    DoNotPublish,
}

/// <summary>One reason for doubt.</summary>
/// <param name="Notice">Code <c>verdict.…</c> and its values.</param>
/// <param name="Belief">What this reason alone allows.</param>
public sealed record VerdictReason(Notice Notice, Belief Belief);

/// <summary>Enough to believe? The worst of the reasons decides.</summary>
/// <param name="Belief">How far the figures may be believed.</param>
/// <param name="Reasons">Worst first; empty when reasonable.</param>
public sealed record Verdict(Belief Belief, IReadOnlyList<VerdictReason> Reasons)
{
    /// <summary>False when no number should be given.</summary>
    public bool CanBeBelieved => Belief != Belief.DoNotPublish;
}
