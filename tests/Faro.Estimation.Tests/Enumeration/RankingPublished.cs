// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Estimation.Enumeration;
using Faro.Estimation.Intervals;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Estimation.Tests.Enumeration;

/// <summary>Against MultipleSystemsEstimation 1.2.0: rankings, and the very resamples it drew.</summary>
public sealed class RankingPublished
{
    public static TheoryData<string, int> Rankings =>
        new()
        {
            { "Artificial_3", 2 },
            { "Korea", 2 },
            { "Kosovo", 2 },
            { "Kosovo", 3 },
            { "UKdat_4", 2 },
            { "UKdat_4", 3 },
            { "HIV", 3 },
            { "Western", 2 },
            { "Western", 3 },
            { "Western", 4 },
            { "UKdat_5", 2 },
            { "UKdat_5", 3 },
            { "UKdat_5", 4 },
            { "NewOrl_5_186", 4 },
            { "NewOrl_5", 3 },
            { "NewOrl_5", 4 },
            { "Ned_5", 3 },
            { "Ned_5", 4 },
            { "UKdat", 2 },
            { "Ned", 2 },
        };

    public static TheoryData<string, int> Resamples =>
        new()
        {
            { "Korea", 2 },
            { "Kosovo", 3 },
            { "UKdat_5", 2 },
        };

    [Theory]
    [MemberData(nameof(Rankings))]
    public void All_models_rank_as_in_the_reference(string name, int order)
    {
        var expected = References
            .Read("multiplesystemsestimation")
            .GetProperty("bicEnumeration")
            .GetProperty(name)
            .GetProperty($"bic_maxorder{order.ToString(CultureInfo.InvariantCulture)}");
        var ranking = Ranking(Tables.Shared(name), order);
        Assert.Equal(expected.GetProperty("candidateModels").GetInt32(), ranking.Candidates);
        Assert.Equal(expected.GetProperty("admissibleModels").GetInt32(), ranking.Fits.Length);
        var place = 0;
        foreach (var top in expected.GetProperty("top").EnumerateArray())
        {
            var mine = ranking.Fits[place++];
            Assert.Equal(top.GetProperty("bic").GetDouble(), mine.Bic, 1e-6);
            Assert.Equal(top.GetProperty("aic").GetDouble(), mine.Aic, 1e-6);
            References.Near(
                top.GetProperty("abundance").GetDouble(),
                Tables.Shared(name).Observed + Math.Exp(mine.LogHidden),
                1e-6
            );
        }

        var spread = expected.GetProperty("abundanceQuantilesOverAdmissible");
        var all = ranking
            .Fits.Select(f => Tables.Shared(name).Observed + Math.Exp(f.LogHidden))
            .ToArray();
        References.Near(spread.GetProperty("0%").GetDouble(), all.Min(), 1e-6);
        References.Near(spread.GetProperty("100%").GetDouble(), all.Max(), 1e-6);
    }

    [Theory]
    [MemberData(nameof(Resamples))]
    public void Each_resample_chooses_the_figure_of_the_reference(string name, int order)
    {
        var table = Tables.Shared(name);
        var ranking = Ranking(table, order);
        var (histories, tops, rows) = Read(name, order);
        var bootstrap = new RankedBootstrap(table, ranking, new(), tops[^1]);
        Assert.Equal(tops, bootstrap.Tops.Intersect(tops));
        int[] places = [.. tops.Select(t => Array.IndexOf(bootstrap.Tops, t))];
        int[] order2 = [.. table.Counts.Select(c => Array.IndexOf(histories, c.History))];
        var wrong = 0;
        foreach (var (people, figures) in rows)
        {
            var mine = bootstrap.Choose([.. order2.Select(i => people[i])]);
            for (var i = 0; i < tops.Length; i++)
            {
                wrong += Same(figures[i], mine[places[i]]) ? 0 : 1;
            }
        }

        Assert.True(
            wrong * 1000 <= rows.Length * tops.Length,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{wrong} of {rows.Length * tops.Length} differ"
            )
        );
    }

    [Theory]
    [MemberData(nameof(Resamples))]
    public void Limits_of_the_best_models_agree_with_the_reference(string name, int order)
    {
        var table = Tables.Shared(name);
        var expected = References
            .Read("multiplesystemsestimation")
            .GetProperty("bicBootstrap")
            .EnumerateArray()
            .First(e => e.GetProperty("dataset").GetString() == name);
        var (_, tops, rows) = Read(name, order);
        var options = new EstimateOptions { Replicates = 0, Ties = TieRule.NotBelow };
        var bootstrap = new RankedBootstrap(table, Ranking(table, order), options, tops[^1]);
        bootstrap.Run(progress: null, "bic", TestContext.Current.CancellationToken);
        double[] weights = [.. table.Counts.Select(c => (double)c.People)];
        foreach (var step in expected.GetProperty("bca").EnumerateArray())
        {
            var column = Array.IndexOf(tops, step.GetProperty("ntop").GetInt32());
            var place = Array.IndexOf(bootstrap.Tops, step.GetProperty("ntop").GetInt32());
            double[] sorted = [.. rows.Select(r => r.Figures[column]).OfType<double>().Order()];
            var bca = Bca.From(
                expected.GetProperty("popest").GetDouble(),
                sorted,
                bootstrap.Jackknife[place],
                weights,
                TieRule.NotBelow,
                1e-9
            );
            Assert.Equal(step.GetProperty("ahat").GetDouble(), bca.Acceleration, 1e-7);
        }
    }

    private static RankedModels Ranking(CaptureTable table, int order) =>
        new(
            table,
            new()
            {
                MaxOrder = order,
                Threads = 2,
                DivergenceRatio = 1e9,
            },
            TestContext.Current.CancellationToken
        );

    private static bool Same(double? expected, double? mine) =>
        expected is null
            ? mine is null
            : mine is { } figure && Math.Abs((figure / expected.Value) - 1) <= 1e-6;

    private static (int[] Histories, int[] Tops, (long[] People, double?[] Figures)[] Rows) Read(
        string name,
        int order
    )
    {
        var lines = File.ReadAllLines(
            SharedData.FileOrSkip(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"mse/boot-bic-{name}-maxorder{order}.csv"
                )
            )
        );
        var columns = lines[0].Split(',');
        var histories = columns.Count(c => c.StartsWith('h'));
        return (
            [.. columns[..histories].Select(h => Tables.Mask(h[1..]))],
            [.. columns[histories..].Select(c => (int)Tables.Long(c["estimate_ntop".Length..]))],
            [
                .. lines[1..]
                    .Select(l => l.Split(','))
                    .Select(r =>
                        (
                            r[..histories].Select(Tables.Long).ToArray(),
                            r[histories..]
                                .Select(v => v == "NA" ? null : (double?)Tables.Double(v))
                                .ToArray()
                        )
                    ),
            ]
        );
    }
}
