// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Tests.Noise;
using Xunit;

namespace Faro.Disclosure.Tests.Records;

public sealed class CanaryBoundTests
{
    [Fact]
    public void Numbers_that_never_overlap_show_a_large_epsilon()
    {
        double[] low = [.. Enumerable.Range(0, 1000).Select(i => (double)i)];
        double[] high = [.. low.Select(x => x + 5000)];
        Assert.InRange(Canary.LeastEpsilon(low, high, 0), 4, 7);
        Assert.InRange(Canary.LeastEpsilon(high, low, 0), 4, 7);
    }

    [Fact]
    public void The_same_numbers_show_nothing()
    {
        double[] low = [.. Enumerable.Range(0, 1000).Select(i => (double)(i * 7919 % 1000))];
        Assert.Equal(0, Canary.LeastEpsilon(low, low, 0));
    }

    [Fact]
    public void Laplace_noise_shows_no_more_than_it_costs()
    {
        var noise = new Faro.Disclosure.Noise.DiscreteNoise(new SeededBits(3));
        double[] Runs(int count) =>
            [.. Enumerable.Range(0, 4000).Select(_ => (double)(count + noise.Laplace(1, 1)))];
        Assert.InRange(Canary.LeastEpsilon(Runs(10), Runs(11), 0), 0.5, 1);
    }

    [Fact]
    public void Too_few_runs_are_refused() =>
        Assert.Throws<ArgumentException>(() => Canary.LeastEpsilon([1, 2, 3], [1, 2, 3], 0));
}
