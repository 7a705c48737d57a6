// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Xunit;

namespace Faro.Estimation.Tests;

/// <summary>Against Rcapture 1.4-4, CARE1 1.1.0 and modslavmse 2.0 on the tables they were run on.</summary>
public sealed class MethodsPublished
{
    private const double Relative = 1e-6;

    /// <summary>Rcapture takes Stirling's formula for factorials and searches to a tenth of a thousandth of a person.</summary>
    private const double RelativeOfStirling = 2e-4;

    public static TheoryData<string> Rcapture =>
        ["Korea", "HAV", "Kosovo", "UKdat_4", "HIV", "Western", "UKdat_5", "NewOrl_5_186", "Ned_5"];

    public static TheoryData<string> Care =>
        [
            "HAV",
            "Kosovo",
            "UKdat_4",
            "UKdat_5",
            "HIV",
            "Korea",
            "Western",
            "NewOrl_5_186",
            "NewOrl_5",
        ];

    public static TheoryData<string> Uk =>
        ["UKdat_5", "UKdat", "UKdat_4", "Kosovo", "Ned_5", "NewOrl_5"];

    [Theory]
    [MemberData(nameof(Rcapture))]
    public void Models_of_people_who_differ_agree_with_the_reference(string name)
    {
        var models = Tables
            .Run(Tables.Shared(name), new() { Models = [new(ModelKind.Heterogeneity)] })
            .Models;
        Assert.Equal(9, models.Count);
        foreach (
            var entry in References.Of("rcapture", name).GetProperty("closedp").EnumerateObject()
        )
        {
            // Rcapture warns of a fit that did not settle; its figure is then not a reference.
            var mine = models.SingleOrDefault(m => m.Name == Named(entry.Name));
            if (mine is null || entry.Value.GetProperty("infoFit").GetInt32() != 0)
            {
                continue;
            }

            References.Near(
                entry.Value.GetProperty("abundance").GetDouble(),
                mine.Estimate,
                Relative
            );
            Assert.Equal(entry.Value.GetProperty("AIC").GetDouble(), mine.Aic!.Value, 1e-5);
            Assert.Equal(entry.Value.GetProperty("BIC").GetDouble(), mine.Bic!.Value, 1e-5);
        }
    }

    [Theory]
    [MemberData(nameof(Rcapture))]
    public void Profile_limits_of_independent_lists_agree_with_the_reference(string name)
    {
        var expected = References
            .Of("rcapture", name)
            .GetProperty("mainProfileCI")
            .GetProperty("ci");
        var options = new EstimateOptions { Models = [new(ModelKind.Uk2014)], WaldThreshold = 0 };
        var mine = Tables.Run(Tables.Shared(name), options).Models[0];
        Assert.Equal(IntervalKind.Profile, mine.Interval!.Kind);
        References.Near(
            expected.GetProperty("abundance").GetDouble(),
            mine.Estimate,
            RelativeOfStirling
        );
        References.Near(
            expected.GetProperty("infCL").GetDouble(),
            mine.Interval.Lower,
            RelativeOfStirling
        );
        References.Near(
            expected.GetProperty("supCL").GetDouble(),
            mine.Interval.Upper,
            RelativeOfStirling
        );
    }

    [Theory]
    [MemberData(nameof(Uk))]
    public void The_method_of_2014_agrees_with_its_package(string name)
    {
        var table = Tables.Shared(name);
        foreach (var threshold in new[] { 0.001, 0.05 })
        {
            var expected = References.Of("modslavmse", name).GetProperty(Key(threshold));
            var options = new EstimateOptions
            {
                Models = [new(ModelKind.Uk2014)],
                WaldThreshold = threshold,
            };
            var mine = Tables.Run(table, options).Models[0];
            var quantiles = expected.GetProperty("quantiles");
            References.Near(
                quantiles.GetProperty("point estimate").GetDouble(),
                mine.Estimate,
                RelativeOfStirling
            );
            References.Near(
                quantiles.GetProperty("2.5%").GetDouble(),
                mine.Interval!.Lower,
                RelativeOfStirling
            );
            References.Near(
                quantiles.GetProperty("97.5%").GetDouble(),
                mine.Interval.Upper,
                RelativeOfStirling
            );
            Assert.Equal(
                expected
                    .GetProperty("terms")
                    .EnumerateArray()
                    .Select(t => t.GetString()!)
                    .Where(t => t.StartsWith("lambda", StringComparison.Ordinal)),
                mine.Interactions.Select(p => Term(table, p))
            );
        }
    }

    [Theory]
    [MemberData(nameof(Care))]
    public void Sample_coverage_agrees_with_the_reference(string name)
    {
        var expected = References.Of("care1", name);
        var table = Tables.Shared(name);
        var models = Tables
            .Run(table, new() { Models = [new(ModelKind.SampleCoverage)] })
            .Models.ToDictionary(m => m.Name);
        References.Near(
            Figure(expected, "Indep"),
            models["sample-coverage-independent"].Estimate,
            Relative
        );
        References.Near(Figure(expected, "LSC"), models["sample-coverage-low"].Estimate, Relative);
        var high = models["sample-coverage-high"];
        if (Figure(expected, "HSC") <= table.Observed)
        {
            // CARE1 gives the people observed where its formula breaks down; that is no estimate.
            Assert.Equal(ModelStatus.NotEstimable, high.Status);
            return;
        }

        References.Near(Figure(expected, "HSC"), high.Estimate, Relative);
    }

    [Fact]
    public void Lincoln_and_Petersen_agree_with_their_formula()
    {
        foreach (var name in new[] { "Kosovo", "UKdat_5", "Western" })
        {
            var models = Tables
                .Run(Tables.Shared(name), new() { Models = [new(ModelKind.LincolnPetersen)] })
                .Models;
            foreach (
                var pair in References
                    .Of("simple-and-sensitivity", name)
                    .GetProperty("pairs")
                    .EnumerateArray()
            )
            {
                var lists = pair.GetProperty("pair").GetString()!.Replace(':', ',');
                var mine = models.Single(m => m.Name == $"lincoln-petersen:{lists}");
                if (pair.GetProperty("lincolnPetersen").ValueKind == JsonValueKind.Null)
                {
                    Assert.Equal(ModelStatus.NotEstimable, mine.Status);
                    continue;
                }

                References.Near(
                    pair.GetProperty("lincolnPetersen").GetDouble(),
                    mine.Estimate,
                    Relative
                );
            }
        }
    }

    private static double Figure(JsonElement data, string method) =>
        data.GetProperty(method).GetProperty("est").GetDouble();

    private static string Key(double threshold) => threshold == 0.001 ? "p0.001" : "p0.05";

    private static string Term(CaptureTable table, ListPair pair)
    {
        var lists = table.Lists.ToList();
        return $"lambda{lists.IndexOf(pair.First) + 1}_{lists.IndexOf(pair.Second) + 1}";
    }

    /// <summary>Rcapture's <c>Mth Chao (LB)</c> is our <c>mth-chao</c>.</summary>
    private static string Named(string theirs)
    {
        string[] words = theirs.Split(' ');
        return words.Length == 1
            ? words[0].ToLowerInvariant()
            : $"{words[0].ToLowerInvariant()}-{words[1].ToLowerInvariant().TrimEnd('2', '3', '5', '.')}";
    }
}
