// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Models;
using Faro.Estimation.Numerics;
using Xunit;

namespace Faro.Estimation.Tests;

/// <summary>How often the warning of people who differ is given in worlds where they do and where they do not.</summary>
public sealed class HeterogeneityProperties(ITestOutputHelper output)
{
    private const int Worlds = 400;
    private const int Everybody = 10_000;

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, false)]
    [InlineData(5, false)]
    [InlineData(6, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    [InlineData(5, true)]
    [InlineData(6, true)]
    public void Where_people_are_alike_the_warning_is_rare(int lists, bool referral) =>
        // Three curves, each asked for a fall of AIC by two towards a higher figure: about 3 in 100, and 8 at most by chance.
        Assert.InRange(Share(lists, easily: 0, referral), 0, 0.08);

    [Theory]
    [InlineData(5, 0.12)]
    [InlineData(6, 0.28)]
    [InlineData(7, 0.5)]
    public void Where_people_differ_more_lists_show_it_more_often(int lists, double least) =>
        Assert.InRange(Share(lists, easily: 0.3, referral: true), least, 1);

    private double Share(int lists, double easily, bool referral)
    {
        var shares = Shares(lists, easily, referral);
        var names = Enumerable.Range(1, lists).Select(i => $"L{i}").ToArray();
        var warned = 0;
        for (var world = 0; world < Worlds; world++)
        {
            var random = new Philox(Streams.Of(7, lists), world);
            var drawn = new long[shares.Length];
            Binomial.Draw(Everybody, shares, drawn, ref random);
            var table = new CaptureTable(
                names,
                drawn.Skip(1).Select((people, i) => new CaptureCount(i + 1, people))
            );
            warned += PeopleDiffer.Of(table, new())?.Evidence(Judge.EnoughAic) is null ? 0 : 1;
        }

        output.WriteLine(
            $"{lists} lists, {easily} easily, referral {referral}: {(double)warned / Worlds:P1}"
        );
        return (double)warned / Worlds;
    }

    /// <summary>The worlds of sim03 to sim10: a share of people with odds e^0.9 times those of others, odds of lists evenly
    /// spaced, and 15 % of the first list referred to the second.</summary>
    private static long[] Shares(int lists, double easily, bool referral)
    {
        var shares = new double[1 << lists];
        foreach (var (weight, more) in new[] { (1 - easily, 0.0), (easily, 0.9) })
        {
            for (var cell = 0; cell < shares.Length; cell++)
            {
                var chance = weight;
                for (var list = 0; list < lists; list++)
                {
                    var p = 1 / (1 + Math.Exp(3.6 - (1.4 * list / (lists - 1)) - more));
                    chance *= ((cell >> list) & 1) == 1 ? p : 1 - p;
                }

                shares[cell] += chance;
            }
        }

        for (var cell = 0; cell < shares.Length && referral; cell++)
        {
            if ((cell & 3) == 1)
            {
                shares[cell | 2] += 0.15 * shares[cell];
                shares[cell] *= 0.85;
            }
        }

        return [.. shares.Select(share => (long)Math.Round(1e12 * share))];
    }
}
