// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;

namespace Faro.Linkage;

/// <summary>How to link. The defaults suit lists of some hundred to a million records.</summary>
public sealed record LinkageOptions
{
    /// <summary>Records join one person while the evidence between the two groups is at least this probable.</summary>
    public Probability Threshold { get; init; } = new(0.5);

    /// <summary>Seed of every random choice; the same seed and records give the same result on any number of threads.</summary>
    public ulong Seed { get; init; } = 20260101;

    /// <summary>Threads to use, at least 1. Changes the time, never the result.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Most records that may share a blocking key before the block is split, and left out if it cannot be; at least 2.</summary>
    public int MaxBlock { get; init; } = 2000;

    /// <summary>Most pairs that one blocking rule may cost, per record; a dearer rule is left out and told. At least 1.</summary>
    public int MaxPairsPerRecord { get; init; } = 15;

    /// <summary>Random pairs drawn to learn how often different people agree by chance; at least 1,000.</summary>
    public int SampledPairs { get; init; } = 400_000;

    /// <summary>When true, no list holds a person twice: two records of one source are never joined.</summary>
    public bool OnePerSource { get; init; }

    /// <summary>A model learnt before, to be used instead of learning one; its comparisons must be those of the schema.</summary>
    public LinkageModel? Model { get; init; }

    /// <summary>What people have decided about pairs of records; later decisions replace earlier ones.</summary>
    public IReadOnlyList<PairDecision> Decisions { get; init; } = [];

    internal void Check()
    {
        Throw.IfLess(Threads, 1, nameof(Threads));
        Throw.IfLess(MaxBlock, 2, nameof(MaxBlock));
        Throw.IfLess(MaxPairsPerRecord, 1, nameof(MaxPairsPerRecord));
        Throw.IfLess(SampledPairs, 1000, nameof(SampledPairs));
    }
}

/// <summary>Where a run stands.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Share">How much of this stage is done, 0 to 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LinkageProgress(LinkageStage Stage, double Share);

/// <summary>Stages of a run, in order.</summary>
public enum LinkageStage
{
    /// <summary>Records are read and cleaned.</summary>
    Reading = 0,

    /// <summary>Candidate pairs are looked for.</summary>
    Blocking = 1,

    /// <summary>Weights are learnt.</summary>
    Learning = 2,

    /// <summary>Pairs are compared.</summary>
    Comparing = 3,

    /// <summary>Pairs are joined into persons.</summary>
    Clustering = 4,
}
