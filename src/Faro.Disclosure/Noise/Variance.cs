// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure.Noise;

/// <summary>The parameter σ² of discrete Gaussian noise as a fraction: what is accounted is what is drawn, to the last digit.</summary>
internal readonly record struct Variance
{
    /// <summary>Below it every fraction is written.</summary>
    public const ulong Parts = 1024;

    private const double Most = 1L << 40;

    private Variance(ulong numerator) => Numerator = numerator;

    /// <summary>σ² times <see cref="Parts"/>; from 1 to 2^50.</summary>
    public ulong Numerator { get; }

    public double Value => Numerator / (double)Parts;

    public double Deviation => Math.Sqrt(Value);

    /// <summary>The least variance not under a number.</summary>
    /// <param name="least">In persons squared, over 0 and at most 2^40.</param>
    /// <exception cref="ArgumentOutOfRangeException">Out of that range: no such release can be of use.</exception>
    public static Variance AtLeast(double least)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(least, Most);
        return new((ulong)Math.Ceiling(least * Parts));
    }

    /// <summary>The variance with a numerator.</summary>
    public static Variance Of(ulong numerator) => new(numerator);

    /// <summary>What noise of this variance costs on counts that one person changes by so much.</summary>
    /// <param name="squaredReach">The squared length of the largest change by one person; the L2 sensitivity squared.</param>
    /// <returns>ρ of zero-concentrated privacy.</returns>
    public double Cost(double squaredReach) => squaredReach / (2 * Value);
}
