// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Noise;
using Xunit;

namespace Faro.Disclosure.Tests.Noise;

/// <summary>Exact probabilities, not moments: a χ² test over ±8σ, with everything farther out as one class.</summary>
public sealed class DiscreteNoiseTests
{
    [Theory]
    [InlineData(0.25)]
    [InlineData(1)]
    [InlineData(7.3)]
    [InlineData(150)]
    public void Gaussian_noise_has_its_exact_probabilities(double variance) =>
        Gaussian(variance, 200_000);

    [Theory]
    [InlineData(0.25)]
    [InlineData(7.3)]
    [InlineData(40)]
    public void Gaussian_noise_has_its_exact_probabilities_in_ten_million_draws(double variance)
    {
        Nightly.OrSkip();
        Gaussian(variance, 10_000_000);
    }

    [Theory]
    [InlineData(1UL, 1UL)]
    [InlineData(7UL, 2UL)]
    [InlineData(1UL, 3UL)]
    public void Laplace_noise_has_its_exact_probabilities(ulong t, ulong s) =>
        Laplace(t, s, 200_000);

    [Theory]
    [InlineData(1UL, 1UL)]
    [InlineData(7UL, 2UL)]
    public void Laplace_noise_has_its_exact_probabilities_in_ten_million_draws(ulong t, ulong s)
    {
        Nightly.OrSkip();
        Laplace(t, s, 10_000_000);
    }

    [Fact]
    public void The_variance_drawn_is_never_under_the_one_asked_for()
    {
        foreach (var asked in (double[])[1e-4, 0.3, 1, 2.0001, 12345.678])
        {
            var given = Variance.AtLeast(asked);
            Assert.InRange(given.Value, asked, asked + (1.0 / Variance.Parts));
        }
        Assert.Throws<ArgumentOutOfRangeException>(() => Variance.AtLeast(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Variance.AtLeast(1e13));
    }

    [Fact]
    public void Noise_of_the_largest_variance_is_drawn_without_overflow()
    {
        var noise = new DiscreteNoise(new SeededBits(5));
        var variance = Variance.AtLeast(1L << 40);
        var draws = Enumerable.Range(0, 2000).Select(_ => (double)noise.Gaussian(variance));
        var square = draws.Average(x => x * x) / variance.Value;
        Assert.InRange(square, 0.85, 1.15);
    }

    [Fact]
    public void A_whole_number_under_a_limit_is_as_likely_as_any_other()
    {
        var bits = new SeededBits(8);
        var counts = new long[10];
        for (var i = 0; i < 100_000; i++)
            counts[bits.Below(10)]++;
        AssertFits(counts, [.. counts.Select(_ => 0.1)]);
        Assert.Equal(0UL, bits.Below(1));
    }

    [Fact]
    public void The_secure_source_never_repeats_itself_at_once()
    {
        var bits = new SecureBits();
        var drawn = Enumerable.Range(0, 5000).Select(_ => bits.Next()).ToHashSet();
        Assert.Equal(5000, drawn.Count);
    }

    private static void Gaussian(double asked, int draws)
    {
        var variance = Variance.AtLeast(asked);
        var noise = new DiscreteNoise(new SeededBits(1));
        Test(
            () => noise.Gaussian(variance),
            x => Math.Exp(-x * x / (2 * variance.Value)),
            variance.Deviation,
            draws
        );
    }

    private static void Laplace(ulong t, ulong s, int draws)
    {
        var noise = new DiscreteNoise(new SeededBits(2));
        var rate = s / (double)t;
        Test(
            () => noise.Laplace(t, s),
            x => Math.Exp(-Math.Abs(x) * rate),
            Math.Sqrt(2) / rate,
            draws
        );
    }

    private static void Test(
        Func<long> draw,
        Func<double, double> density,
        double deviation,
        int draws
    )
    {
        var reach = (int)Math.Ceiling(8 * deviation);
        var whole = Enumerable.Range(-20 * reach, (40 * reach) + 1).Sum(x => density(x));
        var chances = new double[(2 * reach) + 2];
        var counts = new long[chances.Length];
        for (var x = -reach; x <= reach; x++)
            chances[x + reach] = density(x) / whole;
        chances[^1] = Math.Max(0, 1 - chances.Sum());
        for (var i = 0; i < draws; i++)
        {
            var x = draw();
            counts[Math.Abs(x) <= reach ? (int)x + reach : counts.Length - 1]++;
        }
        AssertFits(counts, chances);
    }

    /// <summary>Classes with fewer than five expected are taken together; the bound is passed once in 100,000 fair tests.</summary>
    private static void AssertFits(long[] counts, double[] chances)
    {
        var draws = counts.Sum();
        var (square, classes) = (0.0, 0);
        var (restSeen, restExpected) = (0.0, 0.0);
        foreach (var (seen, chance) in counts.Zip(chances))
        {
            var expected = chance * draws;
            if (expected < 5)
            {
                restSeen += seen;
                restExpected += expected;
                continue;
            }
            square += (seen - expected) * (seen - expected) / expected;
            classes++;
        }
        if (restExpected >= 1)
        {
            square += (restSeen - restExpected) * (restSeen - restExpected) / restExpected;
            classes++;
        }
        else
            Assert.True(restSeen < 8, $"{restSeen} draws where none is expected");
        // Wilson and Hilferty (1931): the cube root of χ² over its degrees is nearly normal.
        var degrees = classes - 1.0;
        var z =
            (Math.Cbrt(square / degrees) - (1 - (2 / (9 * degrees))))
            / Math.Sqrt(2 / (9 * degrees));
        Assert.True(z < 4.27, $"χ² {square:0.0} with {degrees} degrees");
    }
}
