// SPDX-License-Identifier: Apache-2.0
namespace Faro.Estimation.Numerics;

/// <summary>Student's distribution.</summary>
internal static class StudentT
{
    private const double NormalFrom = 1e7;

    /// <summary>The t that this probability lies below.</summary>
    /// <param name="probability">Open interval (0, 1).</param>
    /// <param name="freedom">Degrees of freedom, above 0; +∞ is the normal distribution.</param>
    /// <remarks>The distribution is integrated over the angle of t, where its density is a power of the cosine, and the
    /// quantile is found by halving.</remarks>
    public static double Quantile(double probability, double freedom)
    {
        if (!(freedom < NormalFrom))
        {
            return Normal.Quantile(probability);
        }

        if (probability < 0.5)
        {
            return -Quantile(1 - probability, freedom);
        }

        var whole = Integral(Math.PI / 2, freedom);
        var (low, high) = (0.0, Math.PI / 2);
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            var share = 0.5 + (Integral(middle, freedom) / (2 * whole));
            (low, high) = share < probability ? (middle, high) : (low, middle);
        }

        return Math.Sqrt(freedom) * Math.Tan((low + high) / 2);
    }

    /// <summary>Integral of cos^(ν − 1) from 0, by Simpson's rule; the last sliver before a right angle is the power of its
    /// distance.</summary>
    private static double Integral(double angle, double freedom)
    {
        const int Steps = 2_000;
        var power = freedom - 1;

        // Substituting angle = end·(1 − u⁴) spreads the points towards a right angle, where small ν has a pole.
        var right = Math.PI / 2;
        var start = Math.Pow(1 - (angle / right), 0.25);
        var width = (1 - start) / Steps;
        var sum = 0.0;
        for (var i = 0; i <= Steps; i++)
        {
            var u = start + (i * width);
            var weight =
                i is 0 or Steps ? 1
                : i % 2 == 1 ? 4
                : 2;
            var distance = right * u * u * u * u;
            sum +=
                u == 0 ? 0 : weight * Math.Pow(Math.Sin(distance), power) * right * 4 * u * u * u;
        }

        return sum * width / 3;
    }
}
