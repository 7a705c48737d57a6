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

    /// <summary>Chapman's figure for each pair of lists on its own.</summary>
    Chapman,

    /// <summary>Chao's lower bound from people on one and on two lists.</summary>
    Chao,
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
