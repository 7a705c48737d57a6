// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Measuring;

namespace Faro.Disclosure.Mixture;

/// <summary>Noisy counts that the mixture is fitted to, and how much each weighs.</summary>
/// <param name="persons">Noisy number of records.</param>
/// <param name="width">Attributes, taken up to a multiple of 4.</param>
internal sealed class Targets(double persons, int width)
{
    public float Persons => (float)persons;

    public int Width => width;

    /// <summary>By attribute.</summary>
    public float[] Singles { get; } = new float[width];

    /// <summary>One divided by the variance, or 0 for what does not count.</summary>
    public float[] SingleWeights { get; } = new float[width];

    /// <summary>By lower attribute times the width plus higher attribute.</summary>
    public float[] Pairs { get; } = new float[width * width];

    /// <inheritdoc cref="SingleWeights"/>
    public float[] PairWeights { get; } = new float[width * width];

    public TripleList Triples { get; private set; } = new();

    /// <summary>In the order of the triples.</summary>
    public float[] TripleCounts { get; private set; } = [];

    /// <inheritdoc cref="SingleWeights"/>
    public float[] TripleWeights { get; private set; } = [];

    public void Add(TripleList triples, float[] counts, float[] weights) =>
        (Triples, TripleCounts, TripleWeights) = (triples, counts, weights);
}
