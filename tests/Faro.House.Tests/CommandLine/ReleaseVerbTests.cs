// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Faro.Cli;
using Xunit;

namespace Faro.House.Tests.CommandLine;

/// <summary>What scripts rely on of <c>faro release</c>, <c>faro protect</c> and <c>faro audit</c>: files, keys and exit codes.</summary>
public sealed class ReleaseVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("faro-release-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_release_writes_records_counts_and_a_note()
    {
        var data = Data();
        var domain = Write(
            "domain.csv",
            "column,value\nsex,woman\nsex,man\nwork,1\nage,0-17\nage,18+\n"
        );
        Assert.Equal(0, await Release(data, "--domain", domain, "--cap", "3"));
        var note = JsonDocument.Parse(await File.ReadAllTextAsync(In("note.json"))).RootElement;
        Assert.Equal(8, note.GetProperty("epsilon").GetDouble());
        Assert.Equal(3, note.GetProperty("cap").GetInt32());
        Assert.True(
            note.GetProperty("spentRho").GetDouble() <= note.GetProperty("rho").GetDouble()
        );
        var records = await File.ReadAllLinesAsync(In("records.csv"));
        Assert.Equal("sex,work,age", records[0]);
        Assert.Equal(note.GetProperty("records").GetInt32(), records.Length - 1);
        var counts = await File.ReadAllLinesAsync(In("counts.csv"));
        Assert.Equal("selections,length,count,low,high", counts[0]);
        var woman = counts.Single(line =>
            line.StartsWith("sex:woman,1,", StringComparison.Ordinal)
        );
        Assert.InRange(int.Parse(woman.Split(',')[2], CultureInfo.InvariantCulture), 250, 350);
    }

    [Fact]
    public async Task A_file_that_is_broken_is_refused_and_nothing_is_written()
    {
        var broken = Write("broken.csv", "sex,work\nwoman,1\nman\n");
        Assert.Equal(1, await Release(broken));
        Assert.Equal(1, await Release(In("absent.csv")));
        var domain = Write("domain.csv", "column,value\nheight,tall\n");
        Assert.Equal(1, await Release(Data(), "--domain", domain));
        Assert.Equal(1, await Release(Data(), "--domain", Write("d2.csv", "column\nsex\n")));
        Assert.False(File.Exists(In("records.csv")));
        Assert.False(File.Exists(In("note.json")));
    }

    [Fact]
    public async Task A_ledger_lets_a_release_pass_once_and_refuses_the_second()
    {
        string[] ledger = ["--ledger", In("ledger"), "--budget", "9"];
        Assert.Equal(0, await Release(Data(), ledger));
        File.Delete(In("records.csv"));
        Assert.Equal(1, await Release(Data(), ledger));
        Assert.False(File.Exists(In("records.csv")));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("many")]
    public void A_level_that_is_none_is_wrong_usage(string epsilon) =>
        Assert.NotEmpty(Root().Parse(["release", "x.csv", "--epsilon", epsilon]).Errors);

    [Fact]
    public async Task A_protected_table_hides_small_counts_and_survives_our_own_attack()
    {
        var table = Write(
            "table.csv",
            "place,sex,count\nA,w,40\nA,m,3\nB,w,25\nB,m,31\nC,w,50\nC,m,60\n"
        );
        Assert.Equal(0, await Run("protect", table, "--round", "none", "--out", In("page.csv")));
        var page = await File.ReadAllLinesAsync(In("page.csv"));
        Assert.Contains("A,m,", page);
        Assert.Equal(0, await Run("audit", In("page.csv"), "--json"));
        var found = Faro.Programme.Exchange.CountFile.Read(In("page.csv"), mayHide: true).Value;
        var audited = Faro.Disclosure.Attack.Linear(
            [
                Faro.Disclosure.PublishedPage.Of(
                    found.Dimensions,
                    found.Cells,
                    Faro.Disclosure.Rounding.None
                ),
            ],
            isCumulative: false
        );
        Assert.All(audited[0], each => Assert.True(each.Possible >= 10));
    }

    [Fact]
    public async Task An_audit_without_a_page_or_of_a_table_that_is_none_fails()
    {
        Assert.NotEmpty(Root().Parse(["audit"]).Errors);
        Assert.Equal(1, await Run("audit", Write("bad.csv", "a,count\nx,5\ntotal,4\n")));
        Assert.Equal(1, await Run("protect", Write("neg.csv", "a,count\nx,many\n")));
    }

    private static RootCommand Root()
    {
        var root = new RootCommand();
        foreach (var verb in Verbs.All())
        {
            root.Subcommands.Add(verb);
        }

        return root;
    }

    private static Task<int> Run(params string[] arguments) =>
        Root()
            .Parse(arguments)
            .InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);

    private Task<int> Release(string data, params string[] more) =>
        Run([
            "release",
            data,
            "--epsilon",
            "8",
            "--records",
            In("records.csv"),
            "--aggregates",
            In("counts.csv"),
            "--report",
            In("note.json"),
            .. more,
        ]);

    private string Data() =>
        Write(
            "data.csv",
            "sex,work,age\n"
                + string.Concat(
                    Enumerable
                        .Range(0, 600)
                        .Select(i =>
                            $"{(i % 2 == 0 ? "woman" : "man")},{(i % 3 == 0 ? "1" : "")},{(i % 5 == 0 ? "0-17" : "18+")}\n"
                        )
                )
        );

    private string Write(string name, string text)
    {
        File.WriteAllText(In(name), text);
        return In(name);
    }

    private string In(string name) => Path.Combine(_folder, name);
}
