// SPDX-License-Identifier: Apache-2.0
namespace Faro.Estimation.Numerics;

/// <summary>Exact binomial and multinomial draws whose cost does not grow with the number of people.</summary>
/// <remarks>Inversion below a mean of 10; above, the transformed rejection BTRS of Hörmann, "The generation of
/// binomial random variates", J. Statist. Comput. Simul. 46 (1993) 101–110.</remarks>
internal static class Binomial
{
    private const double InversionBelow = 10;

    /// <summary>A resample of as many people over the same cells, with the observed shares as probabilities.</summary>
    public static void Resample(ReadOnlySpan<long> people, Span<long> drawn, ref Philox random)
    {
        long rest = 0;
        foreach (var count in people)
        {
            rest += count;
        }

        Draw(rest, people, drawn, ref random);
    }

    /// <summary>So many people over cells with these weights.</summary>
    public static void Draw(
        long draws,
        ReadOnlySpan<long> people,
        Span<long> drawn,
        ref Philox random
    )
    {
        long rest = 0;
        foreach (var count in people)
        {
            rest += count;
        }

        for (var i = 0; i < people.Length; i++)
        {
            drawn[i] =
                people[i] == rest ? draws : Draw(draws, (double)people[i] / rest, ref random);
            draws -= drawn[i];
            rest -= people[i];
        }
    }

    /// <summary>Successes among so many trials.</summary>
    public static long Draw(long trials, double chance, ref Philox random)
    {
        if (trials == 0 || chance <= 0)
        {
            return 0;
        }

        if (chance > 0.5)
        {
            return trials - Draw(trials, 1 - chance, ref random);
        }

        return trials * chance < InversionBelow
            ? Invert(trials, chance, ref random)
            : Reject(trials, chance, ref random);
    }

    private static long Invert(long trials, double chance, ref Philox random)
    {
        var odds = chance / (1 - chance);
        var rest = random.NextDouble();
        var mass = Math.Exp(trials * double.LogP1(-chance));
        long k = 0;
        while (rest > mass && k < trials)
        {
            rest -= mass;
            k++;
            mass *= odds * (trials - k + 1) / k;
        }

        return k;
    }

    private static long Reject(long trials, double chance, ref Philox random)
    {
        var spread = Math.Sqrt(trials * chance * (1 - chance));
        var b = 1.15 + (2.53 * spread);
        var a = -0.0873 + (0.0248 * b) + (0.01 * chance);
        var c = (trials * chance) + 0.5;
        var alpha = (2.83 + (5.1 / b)) * spread;
        var logOdds = Math.Log(chance / (1 - chance));
        var mode = Math.Floor((trials + 1) * chance);
        var top = LogFactorial.Of(mode) + LogFactorial.Of(trials - mode);
        while (true)
        {
            var u = random.NextDouble() - 0.5;
            var v = random.NextDouble();
            var us = 0.5 - Math.Abs(u);
            var k = Math.Floor((((2 * a / us) + b) * u) + c);
            if (k < 0 || k > trials)
            {
                continue;
            }

            if (us >= 0.07 && v <= 0.92 - (4.2 / b))
            {
                return (long)k;
            }

            v = Math.Log(v * alpha / ((a / (us * us)) + b));
            if (
                v
                <= top - LogFactorial.Of(k) - LogFactorial.Of(trials - k) + ((k - mode) * logOdds)
            )
            {
                return (long)k;
            }
        }
    }
}
