// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Faro.Estimation;
using Faro.Programme.Exchange;
using Faro.Tests.Support;
using Xunit;

namespace Faro.House.Tests.CommandLine;

/// <summary>
/// Every input on which a published package crashes, keeps silent or prints nonsense, and what Faro answers: a typed outcome
/// with words in both languages. The table of docs/where-others-fail.md is made of the same rows.
/// </summary>
public sealed class PeerFailuresTests
{
    private const string Korea =
        "b,c,d,count\n1,0,0,5\n0,1,0,5\n0,0,1,41\n1,1,0,54\n1,0,1,6\n1,1,1,12\n";

    /// <summary>Row, what the peers do, and what Faro must answer with: a refusal or notice code, or an outcome.</summary>
    private static readonly PeerFailure[] Rows =
    [
        new(
            "fixed model without a maximum",
            "prints text, then fails on an atomic vector",
            FixedWithoutMaximum,
            "model.not-identifiable"
        ),
        new(
            "two lists without overlap",
            "the same cryptic error; subscript out of bounds",
            () => Of("A,B,count\n1,0,40\n0,1,30\n"),
            "model.does-not-exist",
            "verdict.no-model"
        ),
        new(
            "three lists without overlap",
            "4.15e13 with an interval to infinity",
            () => Of("A,B,C,count\n1,0,0,60\n0,1,0,60\n0,0,1,60\n"),
            "model.does-not-exist",
            "verdict.no-model"
        ),
        new(
            "a row on no list",
            "silently ignored",
            () => Of(Korea + "0,0,0,500\n"),
            "exchange.on-no-list"
        ),
        new(
            "the value 2 in a list",
            "silently accepted",
            () => Of(Korea.Replace("1,1,1,12", "2,1,1,12", StringComparison.Ordinal)),
            "exchange.not-zero-or-one"
        ),
        new(
            "a count of 5.5",
            "accepted with a warning",
            () => Of(Korea.Replace("1,1,0,54", "1,1,0,5.5", StringComparison.Ordinal)),
            "exchange.count-not-whole"
        ),
        new(
            "a count that is missing",
            "missing value where TRUE/FALSE needed",
            () => Of(Korea.Replace("1,1,0,54", "1,1,0,NA", StringComparison.Ordinal)),
            "exchange.count-not-a-number"
        ),
        new(
            "a negative count",
            "an error of the family function",
            () => Of(Korea.Replace("1,1,0,54", "1,1,0,-5", StringComparison.Ordinal)),
            "exchange.count-negative"
        ),
        new(
            "an empty list",
            "268.8 becomes 142.0 silently",
            () => Of(Wider(_ => "0")),
            "table.list-empty"
        ),
        new(
            "a list given twice",
            "123.03 [123.0-123.1]: nobody hidden",
            () => Of(Wider(row => row[..1])),
            "table.list-twice"
        ),
        new(
            "a list of everybody",
            "123 to infinity; subscript out of bounds",
            () => Of(Wider(_ => "1")),
            "verdict.one-list-holds-all"
        ),
        new("ten lists", "NA, silently", TenLists, "estimated"),
        new(
            "a sampler that does not move",
            "the same number for every quantile, no warning",
            StuckSampler,
            "did-not-mix"
        ),
        new(
            "third order of the threshold model",
            "undefined columns selected",
            ThirdOrder,
            "estimated"
        ),
        new(
            "two replicates",
            "all NaN, no message",
            () => Of(Korea, new() { Models = [new(ModelKind.Stepwise)], Replicates = 2 }),
            "interval.few-replicates"
        ),
        new(
            "seventeen people on three lists",
            "upper limits of 6e11",
            () => Of("A,B,C,count\n1,0,0,5\n0,1,0,4\n0,0,1,4\n1,1,0,2\n1,0,1,1\n0,1,1,1\n"),
            "verdict.tiny-counts",
            "verdict.little-overlap"
        ),
        new(
            "coverage of the user's own table",
            "the function errors on every seed",
            Coverage,
            "coverage"
        ),
        new(
            "a best model at infinity",
            "1.39e13 with an upper limit over 4.2e13",
            BestAtInfinity,
            "verdict.little-overlap"
        ),
        new(
            "graphs with another prior",
            "2,793 instead of 22,990, no warning",
            GraphPriors,
            "cell-prior"
        ),
        new(
            "graphs with a short grid",
            "55,456 or 203,389 by the end of the grid, no warning",
            ShortGrid,
            "most-unseen"
        ),
        new(
            "latent classes with two modes",
            "medians 20,948 and 12,862, no warning",
            TwoModes,
            "did-not-mix"
        ),
        new(
            "one person more or less",
            "nobody reports that one person moves 1,184 to 1,110",
            OnePerson,
            "one-person-less"
        ),
        new(
            "lists merged or left out",
            "nobody reports 10,780 to 26,442",
            MergedLists,
            "merge-pair",
            "drop-list"
        ),
        new(
            "the size of a known list",
            "8.1e11 for a list of 1,348; the script drops it",
            KnownSizes,
            "does-not-exist"
        ),
    ];

    public static TheoryData<string> Names => [.. Rows.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_others_get_wrong_has_a_typed_answer(string name)
    {
        var row = Rows.Single(each => each.Name == name);

        var answer = row.Try();

        Assert.All(row.Expected, code => Assert.Contains(code, answer.Codes));
        // Nothing above the stated bound, whatever else is said.
        Assert.All(answer.Figures, figure => Assert.InRange(figure, 0, 1e10));
    }

    [Fact]
    public void Each_answer_has_words_in_both_languages()
    {
        foreach (var language in new[] { "es", "en" })
        {
            var words = WordsOf(language);
            Assert.Empty(
                Rows.SelectMany(row => row.Expected)
                    .Where(code => !words.Contains(code))
                    .Distinct(StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public void The_page_of_the_docs_tells_the_same_rows()
    {
        var table = new StringBuilder();
        table.Append("| Input | What published packages do | What Faro answers |\n|---|---|---|\n");
        foreach (var row in Rows)
        {
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {row.Name} | {row.Peers} | {string.Join(", ", row.Expected.Select(code => $"`{code}`"))} |\n"
            );
        }

        var page = File.ReadAllText(
            Path.Combine(SharedData.Repository, "docs", "where-others-fail.md")
        );
        Assert.Contains(table.ToString(), page, StringComparison.Ordinal);
    }

    /// <summary>Codes with words, and outcomes and checks by the words of their own keys.</summary>
    private static HashSet<string> WordsOf(string language)
    {
        var keys = House
            .Files($"Text.{language}.resx", "src/Faro.Cli", "src/Faro.Web")
            .SelectMany(House.Words)
            .Select(word => word.Key)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var status in Enum.GetNames<ModelStatus>())
        {
            AddIf(
                keys,
                Cli.EstimateJson.Kebab(status),
                $"Estimate.Status.{status}",
                status == "Estimated"
            );
        }

        foreach (var check in Enum.GetNames<SensitivityCheck>())
        {
            AddIf(keys, Cli.EstimateJson.Kebab(check), $"Estimate.Check.{check}", always: false);
        }

        AddIf(keys, "coverage", "Estimate.CoverageRow", always: false);
        return keys;
    }

    private static void AddIf(HashSet<string> keys, string code, string word, bool always)
    {
        if (always || keys.Contains(word))
        {
            keys.Add(code);
        }
    }

    private static PeerAnswer Of(string csv, EstimateOptions? options = null)
    {
        using var text = new StringReader(csv);
        var read = CaptureTableFile.Read(text, "table.csv");
        return read.Done
            ? Of(Run(read.Value, options ?? new() { Replicates = 60 }))
            : new([.. read.Refusals.Select(refusal => refusal.Code)], []);
    }

    private static PeerAnswer Of(EstimateResult result) =>
        new(
            [
                .. result.Warnings.Select(warning => warning.Code),
                .. result.Verdict.Reasons.Select(reason => reason.Notice.Code),
                .. result.Models.Select(model => Cli.EstimateJson.Kebab(model.Status.ToString())),
            ],
            [
                .. result.Models.Select(model => model.Estimate).OfType<double>(),
                .. result.Models.Select(model => model.Interval?.Upper).OfType<double>(),
            ]
        );

    private static EstimateResult Run(CaptureTable table, EstimateOptions options) =>
        Estimate.Run(table, options, progress: null, TestContext.Current.CancellationToken);

    private static CaptureTable Reference(string path) =>
        CaptureTableFile.Read(Path.Combine(SharedData.Repository, "data", "reference", path)).Value;

    /// <summary>Korea with one list more, made from each row.</summary>
    private static string Wider(Func<string, string> cell)
    {
        var rows = Korea.TrimEnd().Split('\n');
        return "b,c,d,more,count\n"
            + string.Concat(
                rows[1..]
                    .Select(row =>
                        $"{row[..row.LastIndexOf(',')]},{cell(row)}{row[row.LastIndexOf(',')..]}\n"
                    )
            );
    }

    private static PeerAnswer FixedWithoutMaximum() =>
        Of(
            Run(
                Reference("chan-silverman-vincent-2021/Artificial_3.csv"),
                new() { Models = [new(ModelKind.AllPairs)], Replicates = 0 }
            )
        );

    private static PeerAnswer TenLists() =>
        Of(
            Run(
                new CaptureTable(
                    [.. Enumerable.Range(1, 10).Select(i => $"list {i}")],
                    Enumerable
                        .Range(1, 1023)
                        .Select(h => new CaptureCount(h, 1 + (2000 >> int.PopCount(h))))
                ),
                new() { Models = [new(ModelKind.MainEffects)], Replicates = 0 }
            )
        );

    /// <summary>Too few sweeps for any chains to agree.</summary>
    private static PeerAnswer StuckSampler() =>
        Of(
            Run(
                Reference("silverman-2014/UKdat_5.csv"),
                new()
                {
                    Models = [new(ModelKind.LatentClasses)],
                    Sweeps = 1000,
                    Threads = 2,
                }
            )
        );

    private static PeerAnswer ThirdOrder() =>
        Of(
            Run(
                Reference("ball-2002/Kosovo.csv"),
                new() { Models = [new(ModelKind.BayesThreshold)], ThresholdOrder = 3 }
            )
        );

    private static PeerAnswer Coverage()
    {
        var checks = Reality.Coverage(
            Reference("ball-2002/Kosovo.csv"),
            new() { Replicates = 60 },
            10,
            progress: null,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(2, checks.Count);
        return new(["coverage"], []);
    }

    private static PeerAnswer BestAtInfinity() =>
        Of(
            Run(
                Reference("chan-silverman-vincent-2021/Artificial_3.csv"),
                new() { Models = [new(ModelKind.Bic)], Replicates = 60 }
            )
        );

    private static PeerAnswer GraphPriors() =>
        Checks("silverman-2014/UKdat_5.csv", ModelKind.DecomposableGraphs);

    private static PeerAnswer ShortGrid() =>
        Checks("silverman-2014/UKdat_5.csv", ModelKind.DecomposableGraphs);

    private static PeerAnswer TwoModes() =>
        Of(
            Run(
                Reference("silverman-2014/UKdat_5.csv"),
                new()
                {
                    Models = [new(ModelKind.LatentClasses)],
                    Sweeps = 20_000,
                    Threads = 2,
                }
            )
        );

    private static PeerAnswer OnePerson() => Checks("ball-2002/Kosovo.csv");

    private static PeerAnswer MergedLists() => Checks("silverman-2014/UKdat_5.csv");

    private static PeerAnswer Checks(string table, params ModelKind[] methods) =>
        new(
            [
                .. Sensitivity
                    .Run(
                        Reference(table),
                        new() { Replicates = 0 },
                        progress: null,
                        methods,
                        TestContext.Current.CancellationToken
                    )
                    .Select(point => Cli.EstimateJson.Kebab(point.Check.ToString())),
            ],
            []
        );

    /// <summary>List K of the Netherlands, whose size is known.</summary>
    private static PeerAnswer KnownSizes()
    {
        var sizes = Reality.Consistency(Reference("cruyff-2017/Ned_5.csv"));
        return new(
            [.. sizes.Select(size => Cli.EstimateJson.Kebab(size.Status.ToString()))],
            [.. sizes.Select(size => size.Estimate).OfType<double>()]
        );
    }

    private sealed record PeerFailure(
        string Name,
        string Peers,
        Func<PeerAnswer> Try,
        params string[] Expected
    );

    private sealed record PeerAnswer(IReadOnlyList<string> Codes, IReadOnlyList<double> Figures);
}
