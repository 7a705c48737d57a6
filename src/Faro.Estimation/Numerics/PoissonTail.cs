// SPDX-License-Identifier: Apache-2.0
namespace Faro.Estimation.Numerics;

/// <summary>How far out a count is under a Poisson distribution.</summary>
internal static class PoissonTail
{
    /// <summary>The smaller of P(X ≤ count) and P(X ≥ count).</summary>
    /// <param name="count">Whole number ≥ 0.</param>
    /// <param name="mean">Mean ≥ 0.</param>
    /// <returns>Probability; 1 when both tails hold everything.</returns>
    /// <remarks>Sums the shorter tail from the count outwards until the terms vanish, O(√mean) terms.</remarks>
    public static double Smaller(double count, double mean)
    {
        if (mean <= 0)
        {
            return count > 0 ? 0 : 1;
        }

        var mass = Math.Exp((count * Math.Log(mean)) - mean - LogFactorial.Of(count));
        var tail = count < mean ? Down(count, mean, mass) : Up(count, mean, mass);
        return Math.Min(tail, 1 - tail + mass);
    }

    private static double Down(double count, double mean, double mass)
    {
        var sum = mass;
        for (var (k, term) = (count, mass); k > 0 && term > sum * 1e-17; k--)
        {
            term *= k / mean;
            sum += term;
        }

        return sum;
    }

    private static double Up(double count, double mean, double mass)
    {
        var sum = mass;
        for (var (k, term) = (count + 1, mass); term > sum * 1e-17; k++)
        {
            term *= mean / k;
            sum += term;
        }

        return sum;
    }
}
