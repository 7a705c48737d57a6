// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;

namespace Faro.Estimation;

/// <summary>How to estimate. Every member has a default that needs no thought.</summary>
public sealed record EstimateOptions
{
    /// <summary>Models in the order they are reported; default main effects, stepwise, Chao, Chapman.</summary>
    public IReadOnlyList<ModelChoice> Models { get; init; } =
    [
        new(ModelKind.MainEffects),
        new(ModelKind.Stepwise),
        new(ModelKind.Chao),
        new(ModelKind.Chapman),
    ];

    /// <summary>Every method there is, in the order they are reported.</summary>
    public static IReadOnlyList<ModelChoice> Everything { get; } =
    [
        .. Enum.GetValues<ModelKind>()
            .Where(k => k is not (ModelKind.Fixed or ModelKind.AllPairs))
            .Select(k => new ModelChoice(k)),
    ];

    /// <summary>Confidence level, open interval (0, 1); default 0.95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>A pair is added when its p-value is below this; [0, 1], default 0.02. 0 keeps the main effects, 1 takes
    /// every pair when that model can be fitted.</summary>
    public double Threshold { get; init; } = 0.02;

    /// <summary>Bootstrap replicates, 0 to 1,000,000; default 1,000. 0 takes the chosen model for granted and uses
    /// normal theory.</summary>
    public int Replicates { get; init; } = 1000;

    /// <summary>Seed of the bootstrap; any number, default 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Threads, 1 to 1,024; default 1. The result is the same bytes for any number.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>What ties count for; default <see cref="TieRule.Half"/>.</summary>
    public TieRule Ties { get; init; } = TieRule.Half;

    /// <summary>Relative difference under which a replicate equals the estimate, [0, 1); default 1e-9.</summary>
    public double TieTolerance { get; init; } = 1e-9;

    /// <summary>A figure beyond this many times the people observed is reported as diverged, not as a number;
    /// above 1, default 10,000.</summary>
    public double DivergenceRatio { get; init; } = 10_000;

    /// <summary>P-value below which the method of 2014 takes a pair; [0, 1], default 0.05.</summary>
    public double WaldThreshold { get; init; } = 0.05;

    /// <summary>Most lists of one interaction in the ranking by BIC, 1 to 5; 0 takes one less than there are lists for 2
    /// to 4 lists, 3 for 5 and 2 for 6. More is cut to that of the method.</summary>
    public int MaxOrder { get; init; }

    /// <summary>Best models that the bootstrap of the ranking chooses among; 0 takes all for up to 3 lists, 20 for 4 and
    /// 100 for more.</summary>
    public int TopModels { get; init; }

    /// <summary>Weight d of each cell in the prior of decomposable graphs; 0 takes 2^−lists. (0, 100].</summary>
    public double CellPrior { get; init; }

    /// <summary>Most people unseen that decomposable graphs weigh; 0 lets the grid grow until what lies beyond has less
    /// than a millionth of the weight.</summary>
    public long MostUnseen { get; init; }

    /// <summary>Most latent classes, 1 to 50; default 10.</summary>
    public int Classes { get; init; } = 10;

    /// <summary>Shape and rate of the gamma prior on the concentration of the classes; above 0, default 0.25.</summary>
    public double Concentration { get; init; } = 0.25;

    /// <summary>Most sweeps of each chain of a sampler, 1,000 to 10,000,000; default 100,000. Chains stop as soon as they
    /// have mixed.</summary>
    public int Sweeps { get; init; } = 100_000;

    /// <summary>Most lists of one term in the threshold model, 2 or 3; default 2.</summary>
    public int ThresholdOrder { get; init; } = 2;

    /// <summary>Whether a cancelled run gives what it has instead of an exception; default false.</summary>
    public bool PartialWhenCancelled { get; init; }

    /// <summary>An unfinished result of the same table, seed and version, whose models are not computed again.</summary>
    public EstimateResult? Resume { get; init; }

    /// <summary>A number of people known from elsewhere, such as a census, that each interval is held against; null when
    /// there is none.</summary>
    public double? Benchmark { get; init; }
}

/// <summary>A kind of model.</summary>
public enum ModelKind
{
    /// <summary>All lists independent.</summary>
    MainEffects,

    /// <summary>Pairs of lists added one at a time while the data ask for them.</summary>
    Stepwise,

    /// <summary>Every pair of lists may depend on each other.</summary>
    AllPairs,

    /// <summary>The pairs that the caller names.</summary>
    Fixed,

    /// <summary>The method of the UK estimate of 2014: AIC forward, Wald's p-value, profile interval.</summary>
    Uk2014,

    /// <summary>All hierarchical models ranked by BIC; the best one, and a bootstrap over the best.</summary>
    Bic,

    /// <summary>The same models averaged with weights from their BIC.</summary>
    BicAverage,

    /// <summary>Bayesian average over all decomposable graphs.</summary>
    DecomposableGraphs,

    /// <summary>Bayesian latent classes.</summary>
    LatentClasses,

    /// <summary>All pairs with a prior, of which those far from zero are kept.</summary>
    BayesThreshold,

    /// <summary>The eight models M0, Mh, Mt and Mth in which people differ in how easily they are seen.</summary>
    Heterogeneity,

    /// <summary>Sample coverage: as if independent, for low and for high coverage.</summary>
    SampleCoverage,

    /// <summary>Chao's lower bound from people on one and on two lists.</summary>
    Chao,

    /// <summary>Chapman's figure for each pair of lists on its own.</summary>
    Chapman,

    /// <summary>Lincoln and Petersen's figure for each pair of lists on its own.</summary>
    LincolnPetersen,
}

/// <summary>What to estimate.</summary>
/// <param name="Kind">The kind of model.</param>
/// <param name="Interactions">Only for <see cref="ModelKind.Fixed"/>: its pairs; ignored otherwise.</param>
public sealed record ModelChoice(ModelKind Kind, params IReadOnlyList<ListPair> Interactions);

/// <summary>What a replicate equal to the estimate counts for in the BCa bias.</summary>
public enum TieRule
{
    /// <summary>Half below, half above.</summary>
    Half,

    /// <summary>Not below, as the formula with a strict sign reads.</summary>
    NotBelow,

    /// <summary>By the last bits of the floating-point numbers, as packages in R do.</summary>
    Strict,
}

/// <summary>How far a run is.</summary>
/// <param name="Model">Name of the model being worked on.</param>
/// <param name="Done">Fits done of this model.</param>
/// <param name="Total">Fits this model needs.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct EstimateProgress(string Model, int Done, int Total);
