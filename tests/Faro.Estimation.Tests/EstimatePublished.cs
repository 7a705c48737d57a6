// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Xunit;

namespace Faro.Estimation.Tests;

/// <summary>Numbers printed in papers, on the tables kept with the source.</summary>
public sealed class EstimatePublished
{
    [Theory]
    [InlineData("silverman-2014/UKdat_5.csv", 2744, 13444, 11313)]
    [InlineData("ball-2002/Kosovo.csv", 4400, 7395, 14342)]
    [InlineData("chan-silverman-vincent-2021/NewOrl.csv", 185, 997, 1184)]
    [InlineData("chan-silverman-vincent-2021/NewOrl_5.csv", 185, 1034, 1034)]
    [InlineData("chan-silverman-vincent-2021/Western.csv", 345, 2007, 2483)]
    [InlineData("ball-shin-yang-2018/Korea.csv", 123, 142, 269)]
    public void Main_effects_and_stepwise_round_to_the_printed_figures(
        string path,
        long observed,
        int main,
        int stepwise
    )
    {
        var table = Tables.Published(path);
        Assert.Equal(observed, table.Observed);
        Assert.Equal(
            main,
            Math.Round(Tables.One(table, new(ModelKind.MainEffects)).Estimate!.Value)
        );
        Assert.Equal(
            stepwise,
            Math.Round(Tables.One(table, new(ModelKind.Stepwise)).Estimate!.Value)
        );
    }

    /// <summary>The printed limits have the Monte Carlo error of their own 1,000 replicates; so have these.</summary>
    [Theory]
    [InlineData("silverman-2014/UKdat_5.csv", 8785, 14701)]
    [InlineData("ball-2002/Kosovo.csv", 12596, 16527)]
    [InlineData("chan-silverman-vincent-2021/NewOrl.csv", 717, 1657)]
    [InlineData("chan-silverman-vincent-2021/Western.csv", 1293, 3670)]
    public void Bootstrap_limits_are_near_the_printed_ones(string path, double lower, double upper)
    {
        var options = new EstimateOptions { Models = [new(ModelKind.Stepwise)] };
        var interval = Tables.Run(Tables.Published(path), options).Models[0].Interval!;
        Assert.Equal(IntervalKind.Bca, interval.Kind);
        Assert.InRange(interval.Lower, lower * 0.8, lower * 1.2);
        Assert.InRange(interval.Upper, upper * 0.85, upper * 1.15);
    }

    [Fact]
    public void Two_threads_give_the_same_bytes_as_one()
    {
        var table = Tables.Published("silverman-2014/UKdat_5.csv");
        string Bytes(int threads) =>
            JsonSerializer.Serialize(
                Tables.Run(table, new() { Threads = threads, Replicates = 300 })
            );
        var one = Bytes(1);
        Assert.Equal(one, Bytes(2));
        Assert.Equal(one, Bytes(7));
    }

    [Fact]
    public void Another_seed_gives_another_interval_and_the_same_estimate()
    {
        var table = Tables.Published("chan-silverman-vincent-2021/Western.csv");
        ModelEstimate With(long seed) =>
            Tables.Run(table, new() { Seed = seed, Models = [new(ModelKind.Stepwise)] }).Models[0];
        Assert.NotEqual(With(1).Interval, With(2).Interval);
        Assert.Equal(With(1).Estimate, With(2).Estimate);
    }
}
