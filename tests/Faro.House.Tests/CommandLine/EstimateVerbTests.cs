// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Faro.Cli;
using Faro.Estimation;
using Faro.Programme.Exchange;
using Faro.Tests.Support;
using Xunit;

namespace Faro.House.Tests.CommandLine;

/// <summary>What scripts rely on: the keys of the JSON and the exit codes.</summary>
public sealed class EstimateVerbTests
{
    [Fact]
    public void The_JSON_has_the_keys_of_the_contract()
    {
        var root = Json("silverman-2014/UKdat_5.csv");
        Assert.Equal(2744, root.GetProperty("observed").GetInt64());
        Assert.Equal("LA", root.GetProperty("lists")[0].GetString());
        Assert.Equal("stepwise", root.GetProperty("chosen").GetString());
        Assert.Equal(1, root.GetProperty("seed").GetInt64());
        Assert.Equal(JsonValueKind.String, root.GetProperty("version").ValueKind);
        var model = root.GetProperty("models")[1];
        Assert.Equal("stepwise", model.GetProperty("name").GetString());
        Assert.Equal(11312.99029, model.GetProperty("estimate").GetDouble(), 0.01);
        Assert.Equal(2, model.GetProperty("interval").GetArrayLength());
        Assert.Equal(0.95, model.GetProperty("level").GetDouble());
        Assert.Equal("NG", model.GetProperty("interactions")[0][1].GetString());
        Assert.Equal(127.5986306, model.GetProperty("aic").GetDouble(), 1e-6);
        Assert.Equal(JsonValueKind.Number, model.GetProperty("bic").ValueKind);
    }

    [Fact]
    public void A_number_that_does_not_exist_is_null_and_has_a_status()
    {
        var chapman = Json("silverman-2014/UKdat_5.csv")
            .GetProperty("models")
            .EnumerateArray()
            .Single(m => m.GetProperty("name").ValueEquals("chapman:LA,GP"));
        Assert.Equal(JsonValueKind.Null, chapman.GetProperty("estimate").ValueKind);
        Assert.Equal(JsonValueKind.Null, chapman.GetProperty("interval").ValueKind);
        Assert.Equal("not-estimable", chapman.GetProperty("status").GetString());
    }

    [Fact]
    public void Every_warning_has_a_code_and_words()
    {
        var warnings = Json("chan-silverman-vincent-2021/Artificial_3.csv").GetProperty("warnings");
        Assert.NotEqual(0, warnings.GetArrayLength());
        Assert.All(
            warnings.EnumerateArray(),
            w =>
            {
                Assert.NotEmpty(w.GetProperty("code").GetString()!);
                Assert.DoesNotContain(
                    "{0",
                    w.GetProperty("text").GetString(),
                    StringComparison.Ordinal
                );
            }
        );
    }

    /// <summary>Whatever the engine may have to say, a reader of either language can read.</summary>
    [Fact]
    public void Every_code_of_the_engine_has_words_in_both_languages()
    {
        foreach (var culture in new[] { "es", "en" })
        {
            var words = House
                .Files($"Text.{culture}.resx", "src/Faro.Cli", "src/Faro.Web")
                .SelectMany(House.Words)
                .Select(word => word.Key)
                .ToHashSet(StringComparer.Ordinal);
            var silent = typeof(NoticeCodes)
                .GetFields()
                .Select(f => (string)f.GetRawConstantValue()!)
                .Concat(
                    Enum.GetNames<ModelStatus>()
                        .Where(s => s != "Estimated")
                        .Select(s => $"Estimate.Status.{s}")
                )
                .Concat(Enum.GetNames<SensitivityCheck>().Select(c => $"Estimate.Check.{c}"))
                .Concat(Enum.GetNames<SimulatedTruth>().Select(t => $"Estimate.Truth.{t}"))
                .Where(code => !words.Contains(code));
            Assert.Empty(silent);
        }
    }

    [Fact]
    public void Each_model_has_an_outcome_and_the_verdict_a_light()
    {
        var root = Json("silverman-2014/UKdat_5.csv");
        Assert.Equal("amber", root.GetProperty("verdict").GetProperty("light").GetString());
        var reasons = root.GetProperty("verdict").GetProperty("reasons");
        Assert.Contains(
            reasons.EnumerateArray(),
            r => r.GetProperty("code").ValueEquals(NoticeCodes.MostlyOneList)
        );
        Assert.Equal(2, root.GetProperty("range").GetArrayLength());
        Assert.All(
            root.GetProperty("models").EnumerateArray(),
            m => Assert.NotEmpty(m.GetProperty("outcome").GetString()!)
        );
        Assert.Equal(
            root.GetProperty("models").GetArrayLength(),
            root.GetProperty("methods").GetArrayLength()
        );
    }

    [Fact]
    public void A_table_that_is_not_enough_has_a_red_light_and_no_range()
    {
        var root = Json("chan-silverman-vincent-2021/Artificial_3.csv");
        Assert.Equal("red", root.GetProperty("verdict").GetProperty("light").GetString());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("range").ValueKind);
    }

    [Fact]
    public void Checks_and_figures_are_in_the_files_that_were_asked_for()
    {
        var table = CaptureTableFile.Read(Reference("ball-2002/Kosovo.csv")).Value;
        var report = EstimateReport.Of(
            table,
            new(
                new()
                {
                    Replicates = 60,
                    Sweeps = 1000,
                    Threads = 2,
                }
            )
            {
                Sensitivity = true,
                Simulations = 10,
                Linkages = [table],
            },
            progress: null,
            TestContext.Current.CancellationToken
        );
        var root = JsonDocument.Parse(EstimateJson.Of(report)).RootElement;
        foreach (var key in new[] { "sensitivity", "consistency", "coverage", "trajectory" })
        {
            Assert.NotEqual(0, root.GetProperty(key).GetArrayLength());
        }

        Assert.Equal("estimated", root.GetProperty("combined").GetProperty("outcome").GetString());
        var rows = EstimateCsv.Of(report).TrimEnd().Split('\n');
        Assert.Single(rows.Select(Commas).Distinct());
        Assert.Contains(
            rows,
            r => r.StartsWith("sensitivity,drop-list,HRW,", StringComparison.Ordinal)
        );
        var svg = System.Xml.Linq.XDocument.Parse(EstimateSvg.Of(report));
        Assert.Contains(svg.Descendants(), e => e.Value == "stepwise");
        Assert.DoesNotContain("{0", EstimateText.Of(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_add_up_to_their_total_and_have_rates_where_inhabitants_are_known()
    {
        var file = Path.Combine(Path.GetTempPath(), $"faro-{Guid.CreateVersion7():N}.csv");
        try
        {
            File.WriteAllText(file, ByPart);
            var parts = CaptureTableFile.ReadParts(file, "SEX").Value;
            var report = EstimateReport.Of(
                parts.Whole,
                new(new() { Replicates = 60 })
                {
                    Strata = [.. parts.Parts.Select(part => part with { Population = 100_000 })],
                },
                progress: null,
                TestContext.Current.CancellationToken
            );
            var strata = JsonDocument
                .Parse(EstimateJson.Of(report))
                .RootElement.GetProperty("strata");
            double Of(JsonElement part, string key) => part.GetProperty(key).GetDouble();

            Assert.Equal(["A", "B", "C"], parts.Whole.Lists);
            Assert.Equal(["women", "men"], parts.Parts.Select(part => part.Name));
            var total = strata.GetProperty("total");
            Assert.Equal(
                strata.GetProperty("parts").EnumerateArray().Sum(part => Of(part, "estimate")),
                Of(total, "estimate"),
                1e-6
            );
            Assert.Equal(Of(total, "estimate") / 2, Of(total, "rate"), 1e-6);
            Assert.Equal(
                2,
                EstimateCsv.Of(report).Split("\nstratum,", StringSplitOptions.None).Length - 1
            );
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_column_that_is_not_there_is_told_with_those_that_are()
    {
        var file = Path.Combine(Path.GetTempPath(), $"faro-{Guid.CreateVersion7():N}.csv");
        try
        {
            File.WriteAllText(file, ByPart);
            var refusal = Assert.Single(CaptureTableFile.ReadParts(file, "colour").Refusals);
            Assert.Equal(ExchangeRefusals.ColumnUnknown, refusal.Code);
            Assert.Equal(["colour", "A, B, C, sex, count"], refusal.Values);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(1, "/no/such/file.csv")]
    [InlineData(2)]
    [InlineData(2, "x.csv", "--level", "1")]
    [InlineData(2, "x.csv", "--threshold", "2")]
    [InlineData(2, "x.csv", "--replicates", "-1")]
    [InlineData(2, "x.csv", "--model", "nonsense")]
    [InlineData(2, "x.csv", "--population", "women")]
    public async Task The_exit_code_tells_a_refusal_from_wrong_usage(int code, params string[] args)
    {
        var parsed = EstimateVerb.Create().Parse(args);
        var actual =
            parsed.Errors.Count > 0
                ? 2
                : await parsed.InvokeAsync(
                    cancellationToken: TestContext.Current.CancellationToken
                );
        Assert.Equal(code, actual);
    }

    private const string ByPart =
        "A,B,C,sex,count\n1,0,0,women,200\n0,1,0,women,150\n0,0,1,women,180\n1,1,0,women,40\n"
        + "1,0,1,women,35\n0,1,1,women,30\n1,1,1,women,12\n1,0,0,men,90\n0,1,0,men,110\n"
        + "0,0,1,men,70\n1,1,0,men,15\n1,0,1,men,14\n0,1,1,men,11\n1,1,1,men,5\n";

    /// <summary>Commas outside quotes.</summary>
    private static int Commas(string row) =>
        row.Split('"').Where((_, i) => i % 2 == 0).Sum(part => part.Count(c => c == ','));

    private static string Reference(string path) =>
        Path.Combine(SharedData.Repository, "data", "reference", path);

    private static JsonElement Json(string path)
    {
        var table = CaptureTableFile.Read(Reference(path)).Value;
        var result = Estimate.Run(
            table,
            new() { Replicates = 100 },
            progress: null,
            TestContext.Current.CancellationToken
        );
        return JsonDocument.Parse(EstimateJson.Of(new(result, 0.95))).RootElement;
    }
}
