// SPDX-License-Identifier: Apache-2.0
namespace Faro.Linkage;

/// <summary>A probability, 0 to 1.</summary>
public readonly record struct Probability : IComparable<Probability>
{
    /// <summary>A probability.</summary>
    /// <param name="value">0 to 1, both included.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside 0 to 1, or not a number.</exception>
    public Probability(double value) => Value = Throw.IfNotProbability(value, nameof(value));

    /// <summary>0 to 1.</summary>
    public double Value { get; }

    /// <summary>The same as evidence: log₂(p / (1 − p)).</summary>
    /// <returns>−∞ for 0, +∞ for 1.</returns>
    public Bits ToBits() => new(Math.Log2(Value / (1 - Value)));

    /// <inheritdoc/>
    public int CompareTo(Probability other) => Value.CompareTo(other.Value);

    /// <summary>Whether the left one is smaller.</summary>
    public static bool operator <(Probability left, Probability right) => left.Value < right.Value;

    /// <summary>Whether the left one is greater.</summary>
    public static bool operator >(Probability left, Probability right) => left.Value > right.Value;

    /// <summary>Whether the left one is not greater.</summary>
    public static bool operator <=(Probability left, Probability right) =>
        left.Value <= right.Value;

    /// <summary>Whether the left one is not smaller.</summary>
    public static bool operator >=(Probability left, Probability right) =>
        left.Value >= right.Value;
}

/// <summary>Evidence in bits: the base-2 logarithm of an odds or of a likelihood ratio. One bit doubles the odds.</summary>
/// <param name="Value">Positive speaks for the same person, negative against.</param>
public readonly record struct Bits(double Value)
{
    /// <summary>These log-odds as a probability: 1 / (1 + 2^−w).</summary>
    /// <returns>0 to 1.</returns>
    public Probability ToProbability() => new(1 / (1 + Math.Pow(2, -Value)));
}
