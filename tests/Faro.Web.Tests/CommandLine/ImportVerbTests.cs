// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text.Json;
using Faro.Cli;
using Faro.Programme.Access;
using Faro.Programme.Audit;
using Faro.Programme.Indicators;
using Faro.Programme.Studies;
using Faro.Programme.Studies.Sources;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Web.Tests.CommandLine;

/// <summary>What an operator brings in from a shell: by the same rules as the screens, as somebody who is named.</summary>
public sealed class ImportVerbTests
{
    private const string Figures = "period,value,status\n2010,255681,verified\n2020,291839,seed\n";
    private const string People =
        "nombre,apellido,fecha de nacimiento\nAna,Ruiz,1999-02-03\nEva,Sol,2001-04-05\n";

    private static readonly string[] Population =
    [
        "--code",
        "poblacion-total",
        "--name-es",
        "Población total",
        "--name-en",
        "Total population",
        "--unit",
        "persons",
        "--territory",
        "14067",
        "--source",
        "INEGI, censos de población",
    ];

    private static readonly string[] Police =
    [
        "--kind",
        "person-list",
        "--name",
        "Policía",
        "--origin",
        "Policía municipal",
    ];

    [Theory]
    [EveryDatabase]
    public async Task A_new_series_enters_with_its_figures_and_then_grows(DatabaseKind kind)
    {
        await using var bed = await Bed.StartAsync(kind);
        var first = await bed.RunAsync(["series", bed.File(Figures), .. Population, "--json"]);
        var second = await bed.RunAsync([
            "series",
            bed.File("periodo;valor;estado\n2025;300000;seed\n"),
            "--code",
            "poblacion-total",
            "--json",
        ]);

        Assert.Equal((0, ""), (first.Code, first.Error));
        Assert.True(first.Json.GetProperty("isNew").GetBoolean());
        Assert.Equal(2, first.Json.GetProperty("figures").GetInt32());
        Assert.False(second.Json.GetProperty("isNew").GetBoolean());
        Assert.Equal(3, await bed.ReadAsync(db => db.Set<SeriesValue>().CountAsync()));
        Assert.Equal(
            [("import-new-series", bed.UserId), ("import-series", bed.UserId)],
            (
                await bed.ReadAsync(db =>
                    db.AuditEntries.Where(entry => entry.Act.StartsWith("import-"))
                        .OrderBy(entry => entry.Seq)
                        .ToListAsync()
                )
            )
                .Select(entry => (entry.Act, entry.ActorId))
                .Distinct()
        );
    }

    [Fact]
    public async Task Checking_writes_nothing_but_that_it_was_tried()
    {
        await using var bed = await Bed.StartAsync(DatabaseKind.Sqlite);

        var run = await bed.RunAsync(["series", bed.File(Figures), .. Population, "--check"]);

        Assert.Equal(0, run.Code);
        Assert.Contains("poblacion-total", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, await bed.ReadAsync(db => db.Series.CountAsync()));
        Assert.Contains(
            AuditResults.Rehearsed,
            await bed.ReadAsync(db => db.AuditEntries.Select(entry => entry.Result).ToListAsync())
        );
    }

    [Fact]
    public async Task What_is_wrong_is_said_with_file_row_and_option_and_leaves_nothing()
    {
        await using var bed = await Bed.StartAsync(DatabaseKind.Sqlite);
        var path = bed.File("period,value,status\n2010,x,seed\n2011,=1,seed\n");

        var run = await bed.RunAsync([
            "series",
            path,
            "--code",
            "poblacion-total",
            "--name-es",
            "Población",
        ]);

        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Contains(IndicatorRefusals.ValueMalformed, run.Error, StringComparison.Ordinal);
        Assert.Contains("file.formula", run.Error, StringComparison.Ordinal);
        Assert.Contains("--name-en: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("--unit: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, await bed.ReadAsync(db => db.Series.CountAsync()));
    }

    [Fact]
    public async Task A_token_acts_only_for_the_account_that_is_named()
    {
        await using var bed = await Bed.StartAsync(DatabaseKind.Sqlite);
        string[] series = ["series", bed.File(Figures), .. Population];

        var other = await bed.RunAsync(series, user: "somebody");
        var wrong = await bed.RunAsync(series, token: "faro_wrong");
        var none = await bed.RunAsync(series, token: "");

        Assert.Contains(ImportRefusals.TokenRefused, other.Error, StringComparison.Ordinal);
        Assert.Contains(ImportRefusals.TokenRefused, wrong.Error, StringComparison.Ordinal);
        Assert.Contains(ImportRefusals.TokenMissing, none.Error, StringComparison.Ordinal);
        Assert.Equal([1, 1, 1], new[] { other.Code, wrong.Code, none.Code });
        Assert.Equal(0, await bed.ReadAsync(db => db.Series.CountAsync()));
    }

    [Fact]
    public async Task Who_may_not_on_the_screen_may_not_here()
    {
        await using var bed = await Bed.StartAsync(DatabaseKind.Sqlite, Role.Caseworker);

        var run = await bed.RunAsync(["series", bed.File(Figures), .. Population]);

        Assert.Equal(1, run.Code);
        Assert.Contains(AccessRefusals.NotAllowed, run.Error, StringComparison.Ordinal);
        Assert.Equal(
            AuditResults.Refused,
            await bed.ReadAsync(db =>
                db.AuditEntries.OrderByDescending(entry => entry.Seq)
                    .Select(entry => entry.Result)
                    .FirstAsync()
            )
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task A_list_is_loaded_into_a_study_without_a_server(DatabaseKind kind)
    {
        await using var bed = await Bed.StartAsync(kind);
        var study = await bed.StudyAsync();

        var check = await bed.RunAsync([
            "source",
            bed.File(People),
            "--study",
            "Diagnóstico",
            .. Police,
            "--check",
            "--json",
        ]);
        var nothing = await bed.ReadAsync(db => db.StudySources.CountAsync());
        var run = await bed.RunAsync([
            "source",
            bed.File(People),
            "--study",
            study.ToString(),
            .. Police,
            "--column",
            "other=apellido",
            "--json",
        ]);

        Assert.Equal((0, ""), (check.Code, check.Error));
        Assert.Equal(JsonValueKind.Null, check.Json.GetProperty("source").ValueKind);
        Assert.Equal(0, nothing);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(2, run.Json.GetProperty("rows").GetInt32());
        Assert.Equal(
            [
                ("nombre", "given-names"),
                ("apellido", "other"),
                ("fecha de nacimiento", "birth-date"),
            ],
            run.Json.GetProperty("columns")
                .EnumerateArray()
                .Select(column =>
                    (
                        column.GetProperty("header").GetString(),
                        column.GetProperty("role").GetString()
                    )
                )
        );
        var source = await bed.ReadAsync(db => db.StudySources.SingleAsync());
        Assert.Equal(
            (SourceStates.Loaded, 2, (Guid?)bed.UserId),
            (source.State, source.RowCount, source.UploadedBy)
        );
    }

    [Fact]
    public async Task How_columns_were_mapped_is_remembered_for_the_next_file()
    {
        await using var bed = await Bed.StartAsync(DatabaseKind.Sqlite);
        var study = await bed.StudyAsync();
        string[] source = ["source", bed.File(People), "--study", study.ToString(), "--json"];
        await bed.RunAsync([.. source, .. Police, "--column", "other=apellido"]);

        var next = await bed.RunAsync([
            .. source,
            "--kind",
            "person-list",
            "--name",
            "Otra",
            "--origin",
            "Otra",
        ]);

        Assert.True(next.Json.GetProperty("remembered").GetBoolean());
        Assert.Equal("other", next.Json.GetProperty("columns")[1].GetProperty("role").GetString());
    }

    [Fact]
    public async Task A_damaged_list_leaves_no_source_and_names_the_place()
    {
        await using var bed = await Bed.StartAsync(DatabaseKind.Sqlite);
        var study = await bed.StudyAsync();
        var path = bed.File(People + "Ida,Paz,1999-13-40\n");

        var run = await bed.RunAsync(["source", path, "--study", study.ToString(), .. Police]);

        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Contains(SourceRefusals.DateImpossible, run.Error, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(path), run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Ida", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, await bed.ReadAsync(db => db.StudySources.CountAsync()));
    }

    [Fact]
    public async Task A_study_that_is_not_there_and_a_misspelt_folder_are_refused()
    {
        await using var bed = await Bed.StartAsync(DatabaseKind.Sqlite);
        string[] source = ["source", bed.File(People), "--study", "Otro", .. Police];
        var away = Path.Combine(bed.Folder, "away");

        var study = await bed.RunAsync(source);
        var folder = await bed.RunAsync(source, data: away);

        Assert.Contains(StudyRefusals.NotFound, study.Error, StringComparison.Ordinal);
        Assert.Equal((1, 1), (study.Code, folder.Code));
        Assert.False(Directory.Exists(away));
    }

    [Theory]
    [InlineData("series", "x.csv")]
    [InlineData("series", "x.csv", "--code", "a")]
    [InlineData(
        "source",
        "x.csv",
        "--user",
        "a",
        "--study",
        "s",
        "--name",
        "n",
        "--kind",
        "case-register"
    )]
    [InlineData("source", "--user", "a", "--study", "s", "--name", "n", "--kind", "microdata")]
    public void Wrong_usage_is_told_before_anything_is_opened(params string[] args) =>
        Assert.NotEmpty(ImportVerb.Create().Parse(args).Errors);
}
