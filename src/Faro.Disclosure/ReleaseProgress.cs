// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;

namespace Faro.Disclosure;

/// <summary>Where a release is.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Share">How much of that stage is done, 0 to 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ReleaseProgress(ReleaseStage Stage, double Share);

/// <summary>The stages of a release, in their order.</summary>
public enum ReleaseStage
{
    /// <summary>Records are read and coded.</summary>
    Reading,

    /// <summary>Attributes and pairs are counted and covered with noise.</summary>
    Pairs,

    /// <summary>The model is fitted to pairs, to choose triples.</summary>
    Choosing,

    /// <summary>Triples are counted and covered with noise.</summary>
    Triples,

    /// <summary>The model is fitted to everything measured.</summary>
    Fitting,

    /// <summary>Counts are weighed between noise and model.</summary>
    Counting,

    /// <summary>Records are drawn from the model.</summary>
    Drawing,
}
