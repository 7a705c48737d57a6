// SPDX-License-Identifier: Apache-2.0
using System.Net;
using Faro.Programme.Access;
using Faro.Programme.Studies;
using Faro.Programme.Studies.Steps;
using Faro.Tests.Support;
using Xunit;
using static Faro.Web.Tests.Studies.StudyForms;

namespace Faro.Web.Tests.Studies;

public sealed class StudiesPagesTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_study_is_made_and_its_source_mapped_on_screen(DatabaseKind kind)
    {
        await using var host = await FaroHost.StartAsync(kind);
        using var analyst = host.As(Role.Analyst);
        var study = await CreateAsync(analyst);

        var table = Path.Combine(
            SharedData.Repository,
            "data",
            "reference",
            "silverman-2014",
            "UKdat_5.csv"
        );
        var source = await SendSourceAsync(
            analyst,
            study,
            "overlap-table",
            await File.ReadAllBytesAsync(table, TestContext.Current.CancellationToken)
        );
        var mapping = await PageAsync(analyst, source);

        Assert.Equal(
            "list",
            mapping.QuerySelector("select[name=role-1] option[selected]")!.GetAttribute("value")
        );
        Assert.Equal(
            "count",
            mapping.QuerySelector("select[name=role-6] option[selected]")!.GetAttribute("value")
        );
        using var loaded = await PostAsync(analyst, source, "map-source", []);
        Assert.Equal(source, PathOf(loaded));
        var path = await PageAsync(analyst, study);
        Assert.Equal(7, path.QuerySelectorAll("ol.path > li").Length);
        Assert.Contains("Reino Unido", path.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_column_is_refused_in_words()
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var analyst = host.As(Role.Analyst);
        var study = await CreateAsync(analyst);
        var source = await SendSourceAsync(
            analyst,
            study,
            "overlap-table",
            "A,B,count\n1,0,12\n0,1,15\n"u8.ToArray()
        );

        using var answer = await PostAsync(
            analyst,
            source,
            "map-source",
            new() { ["role-3"] = "ignored" }
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await ReadAsync(answer);
        Assert.Equal("source.role-missing", page.QuerySelector(".errors code")!.TextContent);
    }

    [Fact]
    public async Task A_study_without_a_title_is_refused_beside_its_field()
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var analyst = host.As(Role.Analyst);

        using var answer = await PostAsync(analyst, "/estudios/nuevo", "create-study", []);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await ReadAsync(answer);
        Assert.NotNull(page.QuerySelector("#Answers-TitleEs[aria-invalid=true]"));
    }

    [Fact]
    public async Task What_cannot_be_estimated_is_said_in_words_without_a_number()
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var analyst = host.As(Role.Analyst);
        var study = await CreateAsync(analyst);
        await KeepAsync(host, Guid.Parse(study[^36..]), NoNumber);

        var page = await PageAsync(analyst, $"{study}/pasos/estimate");

        Assert.Contains("No se puede estimar", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Solo hay 2 listas", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("figure[data-chart]"));
    }

    [Fact]
    public async Task An_estimate_shows_its_interval_its_methods_and_how_it_was_made()
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var analyst = host.As(Role.Analyst);
        var study = await CreateAsync(analyst);
        await KeepAsync(host, Guid.Parse(study[^36..]), WithNumber);

        var page = await PageAsync(analyst, $"{study}/pasos/estimate");

        Assert.NotNull(page.QuerySelector("figure[data-chart=forest]"));
        Assert.Contains("entre 9,430 y 13,880", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Hash, page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_previewed_and_kept_and_its_html_stays_text()
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var analyst = host.As(Role.Analyst);
        var study = await CreateAsync(analyst);
        var part = $"{study}/textos/findings";
        var words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Answers.Es"] = "**Hay** tres sectores. <b id=raw>x</b>",
        };

        using var preview = await PostAsync(
            analyst,
            part,
            "write-part",
            new(words, StringComparer.Ordinal) { ["Answers.Preview"] = "true" }
        );
        var shown = await ReadAsync(preview);
        using var saved = await PostAsync(analyst, part, "write-part", words);
        var report = await PageAsync(analyst, $"{study}/informe");

        Assert.Equal("Hay", shown.QuerySelector("section.card strong")!.TextContent);
        Assert.Null(shown.QuerySelector("#raw"));
        Assert.Equal("Hay", report.QuerySelector("article.report strong")!.TextContent);
    }

    [Fact]
    public async Task Only_those_who_may_view_studies_come_in_and_others_write_nothing()
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var analyst = host.As(Role.Analyst);
        using var secretary = host.As(Role.Secretary);
        using var caseworker = host.As(Role.Caseworker);
        var study = await CreateAsync(analyst);

        using var closed = await caseworker.GetAsync(Relative(study));
        using var writing = await secretary.GetAsync(Relative("/estudios/nuevo"));
        var read = await PageAsync(secretary, study);

        Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, writing.StatusCode);
        Assert.Null(read.QuerySelector("main form"));
    }

    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static EstimateFigure NoNumber =>
        new(
            EstimateFigure.DoNotPublish,
            [new FigureNotice("verdict.few-lists", "2", "3")],
            [],
            ["Refugio", "Fiscalía"],
            40,
            0.95,
            null,
            []
        );

    private static EstimateFigure WithNumber
    {
        get
        {
            var row = new ModelRow("stepwise", "estimated", [], 11310, 9430, 13880);
            return new(
                EstimateFigure.Caution,
                [new FigureNotice("verdict.mostly-one-list", "92", "85")],
                [],
                ["A", "B", "C"],
                2740,
                0.95,
                row,
                [row]
            );
        }
    }

    private static Task KeepAsync(FaroHost host, Guid study, EstimateFigure figure) =>
        host.WriteAsync(act =>
        {
            act.Db.StudyFigures.Add(
                new StudyFigure
                {
                    StudyId = study,
                    Code = "estimate",
                    Step = StudySteps.Estimate,
                    Order = 1,
                    Kind = StudyFigure.Number,
                    Data = figure.ToJson(),
                    InputsHash = Hash,
                    Settings = new StudySettings().ToJson(),
                    Seed = 1,
                    Versions = "{\"programme\":\"1\"}",
                    MadeAt = act.Now,
                }
            );
            return Task.CompletedTask;
        });

    /// <returns>The path of the new source's page.</returns>
    private static async Task<string> SendSourceAsync(
        HttpClient client,
        string study,
        string kind,
        byte[] file
    )
    {
        var path = $"{study}/fuentes/nueva";
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in await FieldsAsync(client, path, "add-source"))
        {
            if (name is not "Answers.Kind" and not "Answers.Name" and not "Answers.Origin")
            {
                form.Add(new StringContent(value), name);
            }
        }

        form.Add(new StringContent(kind), "Answers.Kind");
        form.Add(new ByteArrayContent(file), "Answers.File", "tabla.csv");
        form.Add(new StringContent("Tabla"), "Answers.Name");
        form.Add(new StringContent("Home Office"), "Answers.Origin");
        using var answer = await client.PostAsync(Relative(path), form);
        return PathOf(answer);
    }
}
