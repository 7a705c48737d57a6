// SPDX-License-Identifier: Apache-2.0
using Xunit;

namespace Faro.Estimation.Tests.Samplers;

/// <summary>Against LCMCR 0.4.14 and MultipleSystemsEstimation 1.2.0 where these mixed, within Monte Carlo error.</summary>
public sealed class SamplersPublished
{
    /// <summary>Standard errors by which two samples may differ.</summary>
    private const double MostErrors = 4;

    public static TheoryData<string> Mixed =>
        ["Kosovo", "Korea", "Western", "NewOrl_5", "HIV", "sim04"];

    public static TheoryData<string> NotMixed => ["UKdat_5", "UKdat", "Ned_5", "Ned"];

    public static TheoryData<string> Threshold =>
        ["Kosovo", "UKdat_5", "Western", "NewOrl_5", "Korea", "Artificial_3", "HIV", "sim05"];

    [Theory]
    [MemberData(nameof(Mixed))]
    public void Latent_classes_agree_with_the_reference(string name)
    {
        var expected = References.Of("lcmcr", name);
        var pooled = expected.GetProperty("pooled");
        var theirs = expected.GetProperty("essLogN0").GetDouble();
        var model = Sampled(name, ModelKind.LatentClasses);
        Assert.Equal(ModelStatus.Estimated, model.Status);
        var worth = 1 / ((1 / theirs) + (1 / model.Mixing!.EffectiveDraws));
        var quantiles = pooled.GetProperty("quantiles");
        var middle = quantiles.GetProperty("0.5").GetDouble();
        var spread = pooled.GetProperty("sd").GetDouble();

        // Standard error of a median from so many draws, by the normal density; one person for rounding.
        Assert.Equal(
            middle,
            model.Estimate!.Value,
            1 + (MostErrors * 1.2533 * spread / Math.Sqrt(worth))
        );
        Between(
            quantiles.GetProperty("0.025").GetDouble(),
            model.Interval!.Lower,
            model.Interval.LowerError,
            worth,
            model.Mixing.EffectiveDraws
        );
        Between(
            quantiles.GetProperty("0.975").GetDouble(),
            model.Interval.Upper,
            model.Interval.UpperError,
            worth,
            model.Mixing.EffectiveDraws
        );
    }

    [Theory]
    [MemberData(nameof(NotMixed))]
    public void Chains_that_settle_in_different_places_give_no_figure(string name)
    {
        var model = Sampled(name, ModelKind.LatentClasses);
        Assert.Equal(ModelStatus.DidNotMix, model.Status);
        Assert.Null(model.Estimate);
        Assert.Null(model.Interval);
        Assert.True(model.Mixing!.ChainMedians.Max() > 1.3 * model.Mixing.ChainMedians.Min());
    }

    [Theory]
    [MemberData(nameof(Threshold))]
    public void The_threshold_model_agrees_with_the_reference(string name)
    {
        var expected = References
            .Read("multiplesystemsestimation")
            .GetProperty("bayesThreshold")
            .GetProperty(name)
            .GetProperty("proper_maxorder2");
        var model = Sampled(name, ModelKind.BayesThreshold);
        Assert.Equal(
            expected.GetProperty("retained").ValueKind == System.Text.Json.JsonValueKind.Array
                ? expected
                    .GetProperty("retained")
                    .EnumerateArray()
                    .Select(r => r.GetString()!)
                    .Order(StringComparer.Ordinal)
                : [expected.GetProperty("retained").GetString()!],
            model.Interactions.Select(p => $"{p.First}:{p.Second}").Order(StringComparer.Ordinal)
        );
        var quantiles = expected.GetProperty("quantiles");
        var (low, high) = (
            quantiles.GetProperty("2.5%").GetDouble(),
            quantiles.GetProperty("97.5%").GetDouble()
        );
        var error =
            (high - low) / 3.92 * 1.2533 / Math.Sqrt(expected.GetProperty("ess").GetDouble());
        Assert.Equal(
            quantiles.GetProperty("50%").GetDouble(),
            model.Estimate!.Value,
            MostErrors * error
        );
    }

    [Fact]
    public void Eight_lists_move_where_a_random_walk_stands_still()
    {
        var model = Sampled("NewOrl", ModelKind.BayesThreshold);
        Assert.Equal(ModelStatus.Estimated, model.Status);
        Assert.True(model.Mixing!.EffectiveDraws > 400);
        Assert.True(model.Interval!.Upper > model.Interval.Lower);
        Assert.True(model.Interactions.Count < 28);
    }

    private static void Between(
        double expected,
        double actual,
        double? error,
        double worth,
        double mine
    ) => Assert.Equal(expected, actual, 1 + (MostErrors * error!.Value * Math.Sqrt(mine / worth)));

    private static ModelEstimate Sampled(string name, ModelKind kind) =>
        Tables.Run(Tables.Shared(name), new() { Models = [new(kind)], Threads = 2 }).Models[0];
}
