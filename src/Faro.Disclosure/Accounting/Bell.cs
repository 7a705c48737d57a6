// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure.Accounting;

/// <summary>The normal distribution.</summary>
internal static class Bell
{
    /// <summary>The probability under a value.</summary>
    public static double Below(double z) => z < 0 ? Above(-z) : 1 - Above(z);

    /// <summary>The probability over a value ≥ 0, to about 1e-15 relative.</summary>
    /// <remarks>Series near the middle, continued fraction in the tail (Abramowitz and Stegun 26.2.11 and 26.2.14).</remarks>
    public static double Above(double z)
    {
        var density = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
        if (z < 3)
        {
            var (term, sum) = (z, z);
            for (var odd = 3; Math.Abs(term) > 1e-17 * Math.Abs(sum) && odd < 400; odd += 2)
                sum += term *= z * z / odd;
            return 0.5 - (density * sum);
        }
        var fraction = z;
        for (var step = 200; step >= 1; step--)
            fraction = z + (step / fraction);
        return density / fraction;
    }

    /// <summary>The value over which lies so much probability.</summary>
    /// <param name="probability">In (0, 0.5].</param>
    public static double ValueAbove(double probability)
    {
        var (low, high) = (0.0, 40.0);
        for (var step = 0; step < 100; step++)
        {
            var middle = (low + high) / 2;
            if (Above(middle) > probability)
                low = middle;
            else
                high = middle;
        }
        return high;
    }
}
