// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Faro.Programme.Access;
using Faro.Programme.Jobs;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Web.Tests.Caseload;

/// <summary>Lists, changes to many cases and the team's work, as a browser without script sees them.</summary>
public sealed class CaseloadPagesTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_filtered_list_is_saved_under_a_stable_link_changed_removed_and_brought_back(
        DatabaseKind kind
    )
    {
        await using var host = await FaroHost.StartAsync(kind);
        await host.OpenCaseAsync();
        using var client = host.As(Role.Caseworker);

        var link = await SentAsync(
            client,
            "/casos/listas/nueva?risk=none&order=quiet",
            "save-list",
            ("Answers.Name", "Sin valorar"),
            ("Answers.Place.owner", ""),
            ("Answers.Place.contact", "1"),
            ("Answers.Place.state", "2"),
            ("Answers.First", "true")
        );
        Assert.Matches("^/casos\\?list=[0-9a-f-]{36}$", link);
        Assert.Equal(
            ["Número", "Último contacto", "En qué punto está", "Riesgo", "Próximo pendiente"],
            Heads(await client.PageAsync("/casos"))
        );

        var id = link[^36..];
        await SentAsync(
            client,
            $"/casos/listas/{id}?risk=high",
            "save-list",
            ("Answers.Name", "Riesgo alto")
        );
        var page = await client.PageAsync(link);
        Assert.Equal("Riesgo alto", page.QuerySelector(".tabs [aria-current]")!.TextContent);
        Assert.NotNull(page.QuerySelector(".empty"));

        var removed = await SentAsync(client, $"/casos/listas/{id}", "remove-list");
        Assert.Null((await client.PageAsync("/casos")).QuerySelector(".tabs"));
        Assert.Equal(link, await SentAsync(client, removed, "restore-list"));
        await client.PageAsync(link);
    }

    [Theory]
    [EveryDatabase]
    public async Task Chosen_cases_get_a_task_and_the_whole_is_undone(DatabaseKind kind)
    {
        await using var host = await FaroHost.StartAsync(
            kind,
            builder => builder.Services.AddJobRunner()
        );
        var first = await host.OpenCaseAsync();
        await host.OpenCaseAsync();
        using var client = host.As(Role.Caseworker);
        var list = await client.PageAsync("/casos");
        Assert.Equal(2, list.QuerySelectorAll("input[name=case]").Length);
        Assert.Contains(
            "(2)",
            list.QuerySelector("button[value=all]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "assign",
            list.QuerySelectorAll("select[name=action] option")
                .Select(each => each.GetAttribute("value"))
        );

        var path = $"/casos/conjunto/nuevo?action=task&which=chosen&case={first}";
        var batch = await SentAsync(
            client,
            path,
            "request-batch",
            ("Answers.TaskKind", "call"),
            ("Answers.On", "2030-01-15")
        );
        var done = await UntilAsync(client, batch, "undo-batch");
        Assert.Contains("Hecho", Text(done.QuerySelector("tbody")!), StringComparison.Ordinal);
        Assert.Single(done.QuerySelectorAll("tbody tr"));
        Assert.Contains("15 ene", Text(await client.PageAsync("/casos")), StringComparison.Ordinal);

        await SentAsync(client, batch, "undo-batch");
        await UntilAsync(client, batch, null);
        Assert.DoesNotContain(
            "15 ene",
            Text(await client.PageAsync("/casos")),
            StringComparison.Ordinal
        );
        var all = await client.PageAsync("/casos/conjunto");
        Assert.Contains("Agregar una tarea", Text(all), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_asked_is_said_at_its_field()
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        var id = await host.OpenCaseAsync();
        using var client = host.As(Role.Caseworker);

        using var answer = await client.SendFormAsync(
            $"/casos/conjunto/nuevo?action=flag&which=chosen&case={id}",
            "request-batch",
            ("Answers.On", "2001-01-01")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.ReadPageAsync();
        Assert.Equal(2, page.QuerySelectorAll(".errors li").Length);
        Assert.All(
            page.QuerySelectorAll(".errors a"),
            link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")!.Split('#')[1]))
        );
        var assign = await client.GetAsync(
            new Uri(
                $"/casos/conjunto/nuevo?action=assign&which=chosen&case={id}",
                UriKind.Relative
            ),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.NotFound, assign.StatusCode);
    }

    [Theory]
    [EveryDatabase]
    public async Task Each_number_of_the_team_view_opens_a_list_of_that_length(DatabaseKind kind)
    {
        await using var host = await FaroHost.StartAsync(kind);
        for (var i = 0; i < 3; i++)
        {
            await host.OpenCaseAsync();
        }

        using var client = host.As(Role.Supervisor);
        var team = await client.PageAsync("/casos/equipo");
        var links = team.QuerySelectorAll("main td.n a, main dd a, main .big a")
            .OfType<IHtmlAnchorElement>()
            .ToList();

        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            var list = await client.PageAsync(link.GetAttribute("href")!);
            Assert.Equal(link.TextContent, $"{list.QuerySelectorAll("tbody tr").Length}");
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task The_api_lists_saves_and_changes_what_the_screens_do(DatabaseKind kind)
    {
        await using var host = await FaroHost.StartAsync(
            kind,
            builder => builder.Services.AddJobRunner()
        );
        var ids = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add(await host.OpenCaseAsync());
        }

        using var client = host.As(Role.Supervisor);
        var list = await client.PostedAsync(
            "/api/case-lists/save",
            new
            {
                version = 0,
                name = "Los de nadie",
                filter = new { whose = "nobody" },
                order = "quiet",
                columns = new[] { "state" },
            }
        );
        Assert.Empty(await ItemsAsync(client, $"/api/cases?list={list.GetGuid()}"));
        var page = await GetAsync(client, "/api/cases?order=quiet&take=2");
        Assert.Equal(2, page.GetProperty("items").GetArrayLength());
        var next = page.GetProperty("next").GetString();
        Assert.Single(await ItemsAsync(client, $"/api/cases?order=quiet&take=2&after={next}"));

        var colleague = host.ActorOf(Role.Supervisor).UserId;
        var batch = await client.PostedAsync(
            "/api/case-batches/request",
            new
            {
                action = "assign",
                facts = new { colleagueId = colleague },
                filter = new { },
                expected = 3,
            }
        );
        JsonElement reading;
        do
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            reading = await GetAsync(client, $"/api/case-batches/{batch.GetGuid()}");
        } while (reading.GetProperty("running").GetBoolean());

        Assert.Equal(3, reading.GetProperty("states").GetProperty("done").GetInt32());
        Assert.Equal(
            3,
            (await ItemsAsync(client, $"/api/case-batches/{batch.GetGuid()}/cases")).Count
        );
        var team = await GetAsync(client, "/api/cases/team");
        Assert.Equal(3, team.GetProperty("open").GetInt32());
        using var worker = host.As(Role.Caseworker);
        await worker.PostedAsync(
            $"/api/case-batches/{batch.GetGuid()}/undo",
            status: HttpStatusCode.UnprocessableEntity
        );
    }

    private static IEnumerable<string> Heads(IHtmlDocument page) =>
        page.QuerySelectorAll("thead th").Select(head => head.TextContent);

    private static string Text(INode node) =>
        (node is IHtmlDocument page ? page.Body! : node).TextContent;

    private static async Task<string> SentAsync(
        HttpClient client,
        string path,
        string form,
        params (string Name, string Value)[] answers
    )
    {
        using var answer = await client.SendFormAsync(path, form, answers);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.Headers.Location is not null, $"{form}: {answer.StatusCode} {body}");
        return new Uri(client.BaseAddress!, answer.Headers.Location).PathAndQuery;
    }

    /// <summary>Until no work runs, and the page has this form.</summary>
    private static async Task<IHtmlDocument> UntilAsync(
        HttpClient client,
        string path,
        string? form
    )
    {
        for (var tries = 0; tries < 500; tries++)
        {
            var page = await client.PageAsync(path);
            if (
                page.QuerySelector("[data-refresh]") is null
                && (form is null || page.QuerySelector($"input[value={form}]") is not null)
            )
            {
                return page;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException(path);
    }

    private static async Task<JsonElement> GetAsync(HttpClient client, string path)
    {
        var text = await client.GetStringAsync(
            new Uri(path, UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private static async Task<List<JsonElement>> ItemsAsync(HttpClient client, string path) =>
        [.. (await GetAsync(client, path)).GetProperty("items").EnumerateArray()];
}
