// SPDX-License-Identifier: Apache-2.0
namespace Faro.Estimation.Numerics;

/// <summary>Random variates of the distributions that the samplers need.</summary>
internal static class Draws
{
    private const double InversionBelow = 12;

    /// <summary>Standard normal, by the inverse of its distribution.</summary>
    public static double Normal(ref Philox random) => Numerics.Normal.Quantile(random.NextDouble());

    /// <summary>Gamma with this shape and scale 1.</summary>
    /// <remarks>Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000) 363–372;
    /// shapes below 1 by their power rule.</remarks>
    public static double Gamma(double shape, ref Philox random)
    {
        if (shape < 1)
        {
            return Gamma(shape + 1, ref random) * Math.Pow(random.NextDouble(), 1 / shape);
        }

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal(ref random);
            var v = 1 + (c * x);
            if (v <= 0)
            {
                continue;
            }

            v = v * v * v;
            var u = random.NextDouble();
            var square = x * x;
            if (
                u < 1 - (0.0331 * square * square)
                || Math.Log(u) < (0.5 * square) + (d * (1 - v + Math.Log(v)))
            )
            {
                return d * v;
            }
        }
    }

    /// <summary>Beta.</summary>
    public static double Beta(double a, double b, ref Philox random)
    {
        var x = Gamma(a, ref random);
        return x / (x + Gamma(b, ref random));
    }

    /// <summary>Poisson; inversion for small means, Hörmann's transformed rejection (PTRS, Insurance: Math. and Econ. 12
    /// (1993) 39–45) for others.</summary>
    public static long Poisson(double mean, ref Philox random)
    {
        if (mean < InversionBelow)
        {
            var limit = Math.Exp(-mean);
            var mass = limit;
            var rest = random.NextDouble();
            long k = 0;
            while (rest > mass && k < 1000)
            {
                rest -= mass;
                k++;
                mass *= mean / k;
            }

            return k;
        }

        var b = 0.931 + (2.53 * Math.Sqrt(mean));
        var a = -0.059 + (0.02483 * b);
        var inverse = 1.1239 + (1.1328 / (b - 3.4));
        var ratio = 0.9277 - (3.6224 / (b - 2));
        while (true)
        {
            var u = random.NextDouble() - 0.5;
            var v = random.NextDouble();
            var us = 0.5 - Math.Abs(u);
            var k = Math.Floor((((2 * a / us) + b) * u) + mean + 0.43);
            if (us >= 0.07 && v <= ratio)
            {
                return (long)k;
            }

            if (k < 0 || (us < 0.013 && v > us))
            {
                continue;
            }

            if (
                Math.Log(v * inverse / ((a / (us * us)) + b))
                <= (k * Math.Log(mean)) - mean - LogFactorial.Of(k)
            )
            {
                return (long)k;
            }
        }
    }
}
