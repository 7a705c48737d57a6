// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text.Json;
using Faro.Estimation.Intervals;
using Faro.Estimation.Models;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Estimation.Tests.Intervals;

/// <summary>Against the very resamples that SparseMSE 2.0.1 drew, and what it made of each.</summary>
public sealed class ReplicatesPublished
{
    public static TheoryData<string> Names => ["Korea", "Western", "NewOrl_5", "Kosovo", "UKdat_5"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_resample_gives_the_figure_of_the_reference(string name)
    {
        var (histories, rows) = Resamples(name);
        var fitter = new Fitter(Tables.Shared(name).Lists.Count);
        var wrong = rows.Where(r => !Agrees(fitter, histories, r))
            .Select(r => r.Estimate)
            .ToArray();
        Assert.True(
            wrong.Length * 1000 <= rows.Length,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{wrong.Length} of {rows.Length} differ: {string.Join(' ', wrong.Take(5))}"
            )
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Limits_agree_under_each_tie_rule(string name)
    {
        var table = Tables.Shared(name);
        var reference = Reference();
        var limits = reference
            .GetProperty("bcaFromBootFiles")
            .GetProperty("datasets")
            .GetProperty(name);
        var bca = reference.GetProperty("datasets").GetProperty(name).GetProperty("bca");
        var sorted = Resamples(name).Rows.Select(r => r.Estimate).Order().ToArray();
        var jackknife = Jackknife(table);
        double[] weights = [.. table.Counts.Select(c => (double)c.People)];
        foreach (
            var (rule, key) in new[]
            {
                (TieRule.Half, "tiesHalf"),
                (TieRule.NotBelow, "tiesNotBelow"),
            }
        )
        {
            var estimate = bca.GetProperty("popest").GetDouble();
            var mine = Bca.From(estimate, sorted, jackknife, weights, rule, 1e-9);
            var away = Math.Abs(mine.Acceleration - bca.GetProperty("ahat").GetDouble());
            Assert.InRange(away, 0, 1e-8);
            foreach (var limit in limits.GetProperty(key).EnumerateObject())
            {
                var expected = limit.Value.GetDouble();
                var actual = mine.Limit(sorted, Tables.Double(limit.Name));
                Assert.InRange(Math.Abs((actual / expected) - 1), 0, 1e-8);
            }
        }
    }

    private static double[] Jackknife(CaptureTable table)
    {
        var none = new EstimateOptions { Replicates = 0 };
        var selection = new Selection(table.Lists.Count, [], 0.02, none.DivergenceRatio);
        var work = new Bootstrap(table, selection, none, "stepwise");
        work.Run(progress: null, TestContext.Current.CancellationToken);
        return work.Jackknife;
    }

    private static bool Agrees(Fitter fitter, int[] histories, (long[] People, double Estimate) row)
    {
        fitter.Load(histories, row.People);
        var selection = new Selection(fitter.Lists, [], 0.02, 1e4);
        var total =
            selection.Run(fitter, []) == ModelStatus.Estimated
                ? fitter.Observed + Math.Exp(fitter.LogHidden)
                : double.NaN;
        return Math.Abs((total / row.Estimate) - 1) <= 1e-6;
    }

    private static JsonElement Reference() =>
        JsonDocument
            .Parse(File.ReadAllText(SharedData.FileOrSkip("mse/reference-sparsemse.json")))
            .RootElement;

    private static (int[] Histories, (long[] People, double Estimate)[] Rows) Resamples(string name)
    {
        var lines = File.ReadAllLines(SharedData.FileOrSkip($"mse/boot-stepwise-{name}.csv"));
        var histories = lines[0].Split(',')[..^1].Select(h => Tables.Mask(h[1..])).ToArray();
        var rows = lines[1..].Select(l => l.Split(','));
        return (
            histories,
            [.. rows.Select(r => (r[..^1].Select(Tables.Long).ToArray(), Tables.Double(r[^1])))]
        );
    }
}
