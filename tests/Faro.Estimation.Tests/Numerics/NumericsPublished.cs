// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Numerics;
using Xunit;

namespace Faro.Estimation.Tests.Numerics;

/// <summary>Known answers of the Random123 package, and tabled values of the distributions.</summary>
public sealed class NumericsPublished
{
    [Fact]
    public void Philox_gives_the_known_answers_of_its_authors()
    {
        Assert.Equal(
            (0x6627E8D5u, 0xE169C58Du, 0xBC57AC4Cu, 0x9B00DBD8u),
            Philox.Block((0, 0, 0, 0), 0, 0)
        );
        Assert.Equal(
            (0x408F276Du, 0x41C83B0Eu, 0xA20BC7C6u, 0x6D5451FDu),
            Philox.Block((~0u, ~0u, ~0u, ~0u), ~0u, ~0u)
        );
        Assert.Equal(
            (0xD16CFE09u, 0x94FDCCEBu, 0x5001E420u, 0x24126EA1u),
            Philox.Block((0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344), 0xA4093822, 0x299F31D0)
        );
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.9, 1.2815515655446004)]
    [InlineData(1e-10, -6.361340902404056)]
    public void Normal_quantiles_are_those_of_the_tables(double probability, double x)
    {
        Assert.Equal(x, Normal.Quantile(probability), 1e-13);
        Assert.Equal(probability, Normal.Cumulative(x), 1e-15);
    }

    [Theory]
    [InlineData(3, 10, 0.010336050675925726)]
    [InlineData(0, 4, 0.01831563888873418)]
    [InlineData(20, 10, 0.0034543419758568334)]
    public void Poisson_tails_are_those_of_the_tables(double count, double mean, double expected) =>
        Assert.Equal(expected, PoissonTail.Smaller(count, mean), expected * 1e-11);

    [Theory]
    [InlineData(15, 27.89927138384089)]
    [InlineData(16, 30.671860106080672)]
    [InlineData(100, 363.73937555556347)]
    [InlineData(1000, 5912.128178488163)]
    public void Logarithms_of_factorials_are_those_of_the_tables(double k, double expected) =>
        Assert.Equal(expected, LogFactorial.Of(k), expected * 1e-15);

    [Theory]
    [InlineData(1000, 0.3)]
    [InlineData(40, 0.05)]
    [InlineData(100_000_000, 0.7)]
    public void Resamples_have_the_mean_and_spread_of_the_binomial(long people, double share)
    {
        const int Draws = 20_000;
        long[] counts = [(long)(people * share), people - (long)(people * share)];
        var drawn = new long[2];
        double sum = 0;
        double squares = 0;
        for (var i = 0; i < Draws; i++)
        {
            var random = new Philox(7, i);
            Binomial.Resample(counts, drawn, ref random);
            Assert.Equal(people, drawn.Sum());
            var away = drawn[0] - (double)counts[0];
            sum += away;
            squares += away * away;
        }

        var spread = Math.Sqrt(people * share * (1 - share));
        Assert.InRange(sum / Draws / spread, -5 / Math.Sqrt(Draws), 5 / Math.Sqrt(Draws));
        Assert.InRange(squares / Draws / (spread * spread), 0.95, 1.05);
    }
}
