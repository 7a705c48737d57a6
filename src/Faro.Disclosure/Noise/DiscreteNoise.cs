// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure.Noise;

/// <summary>Whole-number noise whose probabilities are exact: whole-number arithmetic from the first bit to the last.</summary>
/// <remarks>Noise that is drawn in floating point and rounded can be told apart from what it covers (Mironov 2012).
/// Source: Canonne, Kamath and Steinke, The Discrete Gaussian for Differential Privacy (2020), algorithms 1 to 3.</remarks>
internal sealed class DiscreteNoise(BitSource bits)
{
    /// <summary>Discrete Gaussian: P(x) in proportion to exp(−x² / 2σ²).</summary>
    public long Gaussian(Variance variance)
    {
        UInt128 numerator = variance.Numerator;
        UInt128 parts = Variance.Parts;
        var scale = (ulong)Math.Sqrt((double)(variance.Numerator / Variance.Parts)) + 1;
        var below = 2 * numerator * parts * scale * scale;
        while (true)
        {
            var drawn = Laplace(scale, 1);
            // exp(−(|y| − σ²/t)² / 2σ²) with σ² = p/q is exp(−(|y|qt − p)² / 2pqt²).
            var far = (UInt128)Math.Abs(drawn) * parts * scale;
            var off = far > numerator ? far - numerator : numerator - far;
            if (Falls(off * off, below))
                return drawn;
        }
    }

    /// <summary>Discrete Laplace: P(x) in proportion to exp(−|x| · s / t).</summary>
    /// <param name="t">Over 0.</param>
    /// <param name="s">Over 0.</param>
    public long Laplace(ulong t, ulong s)
    {
        while (true)
        {
            var rest = bits.Below(t);
            if (!Falls(rest, t))
                continue;
            ulong whole = 0;
            while (Falls(1, 1))
                whole++;
            var far = (long)((rest + (t * whole)) / s);
            var isNegative = (bits.Next() & 1) == 1;
            if (!isNegative || far != 0)
                return isNegative ? -far : far;
        }
    }

    /// <summary>True with probability exp(−a/b).</summary>
    private bool Falls(UInt128 a, UInt128 b)
    {
        for (; a > b; a -= b)
            if (!FallsOnce(1, 1))
                return false;
        return FallsOnce(a, b);
    }

    private bool FallsOnce(UInt128 a, UInt128 b)
    {
        // The first failure of chances a/b, a/2b, a/3b … comes at an odd step with probability exp(−a/b).
        for (ulong step = 1; ; step++)
            if (!(bits.Below(b) < a && (step == 1 || bits.Below(step) == 0)))
                return step % 2 == 1;
    }
}
