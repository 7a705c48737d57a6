// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Estimation.Tests;

/// <summary>Against SparseMSE 2.0.1 and MultipleSystemsEstimation 1.2.0 on every table they were run on.</summary>
public sealed class ReferencePublished
{
    private const double Relative = 1e-6;

    /// <summary>R's glm takes the standard error from the iteration before its last, which stops at 1e-8 of deviance.</summary>
    private const double RelativeOfLimits = 3e-5;

    private static readonly ModelChoice Stepwise = new(ModelKind.Stepwise);

    public static TheoryData<string> Names =>
        [
            "Artificial_3",
            "Korea",
            "Kosovo",
            "UKdat_4",
            "HIV",
            "Western",
            "UKdat_5",
            "NewOrl_5_186",
            "Ned_5",
            "UKdat",
            "NewOrl_186",
            "Ned",
            "NewOrl_5",
            "NewOrl",
        ];

    public static TheoryData<string> Simple =>
        ["Artificial_3", "Korea", "HAV", "Kosovo", "UKdat_4", "HIV", "Western", "UKdat_5"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Main_effects_agree_with_the_reference(string name)
    {
        var main = Sparse(name).GetProperty("main");
        var model = Tables.One(Tables.Shared(name), new(ModelKind.MainEffects));
        var expected = main.GetProperty("estimate");
        Near(expected.GetProperty("point est.").GetDouble(), model.Estimate);
        Near(expected.GetProperty("2.5%").GetDouble(), model.Interval?.Lower, RelativeOfLimits);
        Near(expected.GetProperty("97.5%").GetDouble(), model.Interval?.Upper, RelativeOfLimits);
        Assert.Equal(main.GetProperty("aic").GetDouble(), model.Aic!.Value, 1e-6);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Stepwise_agrees_at_every_threshold_of_the_reference(string name)
    {
        var table = Tables.Shared(name);
        foreach (var step in Sparse(name).GetProperty("stepwiseByThreshold").EnumerateArray())
        {
            var options = new EstimateOptions
            {
                Models = [Stepwise],
                Replicates = 0,
                Threshold = step.GetProperty("pthresh").GetDouble(),
            };
            var model = Tables.Run(table, options).Models[0];
            Near(step.GetProperty("estimate").GetDouble(), model.Estimate);
            Assert.Equal(Pairs(step.GetProperty("interactions")), Pairs(model));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_order_of_the_steps_and_their_interval_agree(string name)
    {
        var step = Sparse(name).GetProperty("stepwise");
        var model = Tables.One(Tables.Shared(name), Stepwise);
        var expected = step.GetProperty("estimate");
        Near(expected.GetProperty("2.5%").GetDouble(), model.Interval?.Lower, RelativeOfLimits);
        Near(expected.GetProperty("97.5%").GetDouble(), model.Interval?.Upper, RelativeOfLimits);
        Assert.Equal(
            Strings(step.GetProperty("interactions").GetProperty("finite")),
            model.Interactions.Except(model.EmptyInteractions).Select(p => $"{p.First}:{p.Second}"),
            StringComparer.Ordinal
        );
        Assert.Equal(step.GetProperty("aic").GetDouble(), model.Aic!.Value, 1e-6);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void All_pairs_have_the_status_of_the_reference(string name)
    {
        var data = Sparse(name);
        var model = Tables.One(Tables.Shared(name), new(ModelKind.AllPairs));
        var code = data.GetProperty("fullTwoWayCheckident").GetInt32();
        var expected = code switch
        {
            0 => ModelStatus.Estimated,
            2 => ModelStatus.NotIdentifiable,
            _ => ModelStatus.DoesNotExist,
        };
        Assert.Equal(expected, model.Status);
        Assert.Equal(expected == ModelStatus.Estimated, model.HasEstimate);
        if (code == 0)
        {
            var full = data.GetProperty("fullTwoWay");
            Near(
                full.GetProperty("estimate").GetProperty("point est.").GetDouble(),
                model.Estimate
            );
        }
    }

    [Fact]
    public void Enumerated_models_have_the_figures_and_criteria_of_the_reference()
    {
        var compared = 0;
        foreach (
            var data in Read("reference-multiplesystemsestimation.json")
                .GetProperty("bicEnumeration")
                .EnumerateObject()
                .Where(d => d.Value.TryGetProperty("bic_maxorder2", out _))
        )
        {
            var table = Tables.Shared(data.Name);
            foreach (
                var top in data
                    .Value.GetProperty("bic_maxorder2")
                    .GetProperty("top")
                    .EnumerateArray()
            )
            {
                var pairs = Hierarchy(table, top.GetProperty("model").GetString()!);
                var model = Tables.One(table, new(ModelKind.Fixed, pairs));
                Near(top.GetProperty("abundance").GetDouble(), model.Estimate);
                Assert.Equal(top.GetProperty("bic").GetDouble(), model.Bic!.Value, 1e-6);
                Assert.Equal(top.GetProperty("aic").GetDouble(), model.Aic!.Value, 1e-6);
                compared++;
            }
        }

        Assert.True(compared >= 50, $"only {compared} models compared");
    }

    [Fact]
    public void As_many_two_way_models_are_admissible_as_in_the_reference()
    {
        foreach (var name in new[] { "Artificial_3", "Korea", "Kosovo" })
        {
            var table = Tables.Shared(name);
            var all = Pairs(table);
            var admissible = Enumerable
                .Range(0, 1 << all.Length)
                .Count(set =>
                    Tables
                        .One(
                            table,
                            new(ModelKind.Fixed, [.. all.Where((_, i) => ((set >> i) & 1) == 1)])
                        )
                        .HasEstimate
                );
            var expected = Read("reference-multiplesystemsestimation.json")
                .GetProperty("bicEnumeration")
                .GetProperty(name)
                .GetProperty("bic_maxorder2")
                .GetProperty("admissibleModels")
                .GetInt32();
            Assert.Equal(expected, admissible);
        }
    }

    [Theory]
    [MemberData(nameof(Simple))]
    public void Chao_and_Chapman_agree_with_their_formulas(string name)
    {
        var data = Read("reference-simple-and-sensitivity.json")
            .GetProperty("datasets")
            .GetProperty(name);
        var table = Tables.Shared(name);
        var result = Tables.Run(
            table,
            new() { Models = [new(ModelKind.Chao), new(ModelKind.Chapman)] }
        );
        Near(
            data.GetProperty("chaoLowerBound_f1sq_over_2f2").GetDouble(),
            result.Models[0].Estimate
        );
        foreach (var pair in data.GetProperty("pairs").EnumerateArray())
        {
            var lists = pair.GetProperty("pair").GetString()!.Replace(':', ',');
            var model = result.Models.Single(m => m.Name == $"chapman:{lists}");
            if (pair.GetProperty("overlap").GetInt32() == 0)
            {
                Assert.Equal(ModelStatus.NotEstimable, model.Status);
                continue;
            }

            Near(pair.GetProperty("chapman").GetDouble(), model.Estimate);
        }
    }

    private static void Near(double expected, double? actual, double relative = Relative)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected, actual.Value, Math.Abs(expected) * relative);
    }

    private static JsonElement Read(string file) =>
        JsonDocument.Parse(File.ReadAllText(SharedData.FileOrSkip($"mse/{file}"))).RootElement;

    private static JsonElement Sparse(string name) =>
        Read("reference-sparsemse.json").GetProperty("datasets").GetProperty(name);

    private static string[] Strings(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array
            ? [.. element.EnumerateArray().Select(e => e.GetString()!)]
        : element.ValueKind == JsonValueKind.String ? [element.GetString()!]
        : [];

    private static string[] Pairs(JsonElement interactions) =>
        [
            .. Strings(interactions.GetProperty("finite"))
                .Concat(Strings(interactions.GetProperty("minusInfinity")))
                .Order(StringComparer.Ordinal),
        ];

    private static string[] Pairs(ModelEstimate model) =>
        [.. model.Interactions.Select(p => $"{p.First}:{p.Second}").Order(StringComparer.Ordinal)];

    private static ListPair[] Pairs(CaptureTable table) =>
        [
            .. from first in Enumerable.Range(0, table.Lists.Count)
            from second in Enumerable.Range(first + 1, table.Lists.Count - first - 1)
            select new ListPair(table.Lists[first], table.Lists[second]),
        ];

    /// <summary>Names such as <c>[12,13,4]</c>: numbers of lists, one digit each.</summary>
    private static ListPair[] Hierarchy(CaptureTable table, string name) =>
        [
            .. name.Trim('[', ']')
                .Split(',')
                .Where(t => t.Length == 2)
                .Select(t => new ListPair(table.Lists[t[0] - '1'], table.Lists[t[1] - '1'])),
        ];
}
