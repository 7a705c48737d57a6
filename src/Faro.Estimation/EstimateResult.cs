// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;

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

    /// <summary>Which answers belong in the range, and why the others do not; one per model.</summary>
    public required IReadOnlyList<Standing> Standings { get; init; }

    /// <summary>The headline: from the lowest to the highest limit of the admissible answers, rounded outwards; null when no
    /// number should be given.</summary>
    public required RoundedRange? Range { get; init; }

    /// <summary>Largest over smallest figure among the admissible answers; null when there are none.</summary>
    public required double? Disagreement { get; init; }

    /// <summary>False when the run was stopped before the last model.</summary>
    public required bool Complete { get; init; }

    /// <summary>SHA-256 of the table, hexadecimal.</summary>
    public required string InputHash { get; init; }

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

    /// <summary>A sampler's chains do not agree with each other; no figure.</summary>
    DidNotMix,
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

    /// <summary>Log-normal with the variance of a closed formula or of a bootstrap.</summary>
    LogNormal,

    /// <summary>Profile of the exact multinomial likelihood.</summary>
    Profile,

    /// <summary>Quantiles of a posterior distribution, or of a mixture of models.</summary>
    Posterior,
}

/// <summary>Limits of an interval.</summary>
/// <param name="Lower">Persons.</param>
/// <param name="Upper">Persons, at least <paramref name="Lower"/>.</param>
/// <param name="Kind">How it was made.</param>
/// <param name="Replicates">Bootstrap replicates, 0 for a formula.</param>
/// <param name="Failed">Replicates that gave no figure, counted as larger than all others.</param>
/// <param name="LowerError">Monte Carlo standard error of the lower limit, persons; null for a formula.</param>
/// <param name="UpperError">Monte Carlo standard error of the upper limit, persons; null for a formula.</param>
public sealed record Interval(
    double Lower,
    double Upper,
    IntervalKind Kind,
    int Replicates = 0,
    int Failed = 0,
    double? LowerError = null,
    double? UpperError = null
);

/// <summary>What the bootstrap gives when it may choose among the best models only.</summary>
/// <param name="Top">So many of the best models.</param>
/// <param name="Interval">Limits, or null when they cannot be told.</param>
public sealed record TopStep(int Top, Interval? Interval);

/// <summary>A model of a ranking.</summary>
/// <param name="Terms">Its terms of two and more lists, each as names of lists.</param>
/// <param name="Estimate">Everybody, persons.</param>
/// <param name="Bic">Bayesian criterion.</param>
/// <param name="Aic">Akaike's criterion.</param>
public sealed record RankedModel(
    IReadOnlyList<IReadOnlyList<string>> Terms,
    double Estimate,
    double Bic,
    double Aic
);

/// <summary>All models of a ranking that can be fitted, best first.</summary>
/// <param name="Candidates">Models looked at.</param>
/// <param name="Admissible">Models with one finite maximum.</param>
/// <param name="Best">The best, at most a hundred.</param>
/// <param name="Fan">Figure against BIC of every admissible model, best first, at most five thousand spread evenly.</param>
/// <param name="Path">The interval as the bootstrap may choose among more and more models.</param>
public sealed record Ranking(
    int Candidates,
    int Admissible,
    IReadOnlyList<RankedModel> Best,
    IReadOnlyList<FanPoint> Fan,
    IReadOnlyList<TopStep> Path
);

/// <summary>One model of the fan.</summary>
/// <param name="Estimate">Everybody, persons.</param>
/// <param name="Bic">Bayesian criterion.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FanPoint(double Estimate, double Bic);

/// <summary>What stands behind an average over decomposable graphs.</summary>
/// <param name="Count">Graphs weighed.</param>
/// <param name="Mean">Posterior mean of everybody, persons.</param>
/// <param name="MostUnseen">Most people unseen that were weighed.</param>
/// <param name="TailMass">Share of the weight beyond them.</param>
/// <param name="Best">The graphs with the largest weight.</param>
public sealed record GraphWeighing(
    int Count,
    double Mean,
    double MostUnseen,
    double TailMass,
    IReadOnlyList<WeightedGraph> Best
);

/// <summary>A graph of dependence between lists.</summary>
/// <param name="Cliques">Lists that all depend on each other.</param>
/// <param name="Probability">Posterior probability.</param>
public sealed record WeightedGraph(
    IReadOnlyList<IReadOnlyList<string>> Cliques,
    double Probability
);

/// <summary>How well a sampler's chains agree.</summary>
/// <param name="Rhat">Split and rank-free; 1 when all halves of all chains agree.</param>
/// <param name="EffectiveDraws">Independent draws that would be worth as much.</param>
/// <param name="Sweeps">Sweeps of each chain, warm-up included.</param>
/// <param name="Chains">Number of chains.</param>
/// <param name="ChainMedians">Median of each chain and of short runs that settled elsewhere, persons: where modes are apart
/// one sees it here.</param>
public sealed record Mixing(
    double Rhat,
    double EffectiveDraws,
    int Sweeps,
    int Chains,
    IReadOnlyList<double> ChainMedians
);

/// <summary>One model's answer. Numbers that do not exist are null, never zero, infinite or absurd.</summary>
public sealed record ModelEstimate
{
    /// <summary>Name of the kind of model as <see cref="Estimation.Estimate.NameOf"/> gives it; methods of two lists add the pair,
    /// as in <c>chapman:A,B</c>, and families their member, as in <c>mth-darroch</c>.</summary>
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

    /// <summary>Terms of three and more lists, each as names of lists.</summary>
    public IReadOnlyList<IReadOnlyList<string>> HigherTerms { get; init; } = [];

    /// <summary>For a log-linear model without one finite maximum: whether the people unseen could be estimated all the
    /// same on the cells that do have one. Null when the question does not arise.</summary>
    public bool? HiddenEstimable { get; init; }

    /// <summary>The models that the figure was chosen from or averaged over, for rankings.</summary>
    public Ranking? Ranking { get; init; }

    /// <summary>What stands behind an average over decomposable graphs.</summary>
    public GraphWeighing? Graphs { get; init; }

    /// <summary>How well the chains agree, for samplers.</summary>
    public Mixing? Mixing { get; init; }

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
