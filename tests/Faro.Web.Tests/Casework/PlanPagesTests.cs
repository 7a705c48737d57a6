// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Web.Tests.Casework;

public sealed class PlanPagesTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_plan_grows_from_her_words_to_a_goal_that_is_reached(DatabaseKind kind)
    {
        await using var file = await CaseFile.OpenAsync(kind);
        await file.SendAsync(
            "/plan/escribir",
            "write-plan",
            ("Answers.OwnWords", "Quiero estudiar enfermería"),
            ("Answers.Agreement", "spoken")
        );
        await file.SendAsync(
            "/plan/meta",
            "save-goal",
            ("Answers.Objective", "Terminar la preparatoria"),
            ("Answers.Type", "education")
        );
        var page = await file.PageAsync("/plan");
        var goal = page.QuerySelector("article a")!.GetAttribute("href")!;

        await file.SendAsync(goal[file.Path.Length..], "save-goal", ("Answers.State", "reached"));
        await file.SendAsync("/plan/revision", "review-plan", ("Answers.Words", "Está contenta"));

        var after = await file.PageAsync("/plan");
        Assert.Contains("Quiero estudiar enfermería", after.Body!.TextContent);
        Assert.Contains("Cumplida", after.QuerySelector("article .tag.v")!.TextContent);
        Assert.Contains("Está contenta", after.Body.TextContent);
    }

    [Theory]
    [EveryDatabase]
    public async Task Services_are_recorded_summed_by_currency_and_corrected(DatabaseKind kind)
    {
        await using var file = await CaseFile.OpenAsync(kind);
        await RecordAsync(file, "legal", "1200.50", "mxn");
        await RecordAsync(file, "documents", "300", "mxn");
        await RecordAsync(file, "consular", "80", "usd");
        var page = await file.PageAsync("/servicios");

        var sums = page.QuerySelectorAll("tfoot td").Select(cell => cell.TextContent.Trim());
        Assert.Equal(["1,500.50 MXN", "80.00 USD"], sums);

        var one = page.QuerySelector("tbody a")!.GetAttribute("href")!;
        await file.SendAsync(
            one[file.Path.Length..],
            "change-service",
            ("Answers.Outcome", "interrupted"),
            ("Answers.Notes", "Cerraron la oficina")
        );
        var after = await file.PageAsync("/servicios");
        Assert.Contains("Se interrumpió", after.QuerySelector("tbody")!.TextContent);
        Assert.Contains("Cerraron la oficina", after.QuerySelector("tbody")!.TextContent);
    }

    [Fact]
    public async Task A_service_with_a_cost_and_no_currency_says_so_at_the_field()
    {
        await using var file = await CaseFile.OpenAsync(DatabaseKind.Sqlite);

        using var refused = await file.Client.SendFormAsync(
            file.Path + "/servicios",
            "record-service",
            ("Answers.Kind", "legal"),
            ("Answers.Cost", "mucho")
        );
        var page = await refused.ReadPageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull(page.QuerySelector("#Answers-Currency-error"));
        Assert.NotNull(page.QuerySelector("#Answers-Cost-error"));
        Assert.Equal("mucho", page.QuerySelector("#Answers-Cost")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_pages_of_a_closed_case_only_show()
    {
        await using var file = await CaseFile.OpenAsync(DatabaseKind.Sqlite);
        await file.CloseAsync();

        string[] shown = ["/plan", "/servicios", "/riesgo", "/seguridad", "/notas", "/avisos"];
        foreach (var place in shown)
        {
            var page = await file.PageAsync(place);
            Assert.Null(page.QuerySelector("main form"));
        }

        string[] writing =
        [
            "/plan/escribir",
            "/plan/meta",
            "/riesgo/risk",
            "/seguridad/escribir",
            "/contacto/reglas",
        ];
        foreach (var place in writing)
        {
            using var answer = await file.Client.GetAsync(
                new Uri(file.Path + place, UriKind.Relative)
            );
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task The_API_writes_every_part_of_the_daily_work(DatabaseKind kind)
    {
        await using var file = await CaseFile.OpenAsync(kind);
        var api = $"/api/cases/{file.Id}/";
        (string Name, object Body)[] writes =
        [
            ("write-entry", new { text = "Nota por API", compartment = "social" }),
            ("raise-flag", new { message = "Aviso por API" }),
            (
                "set-safe-contact",
                new
                {
                    version = 0,
                    channels = new[] { "phone" },
                    words = new { codeWord = "mar" },
                }
            ),
            (
                "assess",
                new
                {
                    instrument = "risk",
                    answers = new[] { new { item = "threats", level = "high" } },
                    overall = "high",
                }
            ),
            ("write-safety-plan", new { version = 0, words = new { steps = "Salgo" } }),
            (
                "write-plan",
                new
                {
                    version = 0,
                    ownWords = "Quiero volver",
                    agreement = "written",
                }
            ),
            ("review-plan", new { version = 1, words = "Bien" }),
            (
                "add-goal",
                new
                {
                    type = "legal",
                    words = new { objective = "Denunciar" },
                    compartment = "social",
                }
            ),
            ("record-service", new { kind = "legal", compartment = "social" }),
        ];
        foreach (var (name, body) in writes)
        {
            using var answer = await file.Client.PostAsJsonAsync(api + name, body);
            Assert.True(
                answer.IsSuccessStatusCode,
                $"{name}: {await answer.Content.ReadAsStringAsync()}"
            );
        }

        using var read = await file.Client.PostAsync(api + "read-plan", null);
        var plan = await read.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("Quiero volver", plan.GetProperty("ownWords").GetString());
        Assert.Equal(
            "Denunciar",
            plan.GetProperty("goals")[0].GetProperty("words").GetProperty("objective").GetString()
        );
        Assert.True(read.Headers.CacheControl?.NoStore);
    }

    private static Task<string> RecordAsync(
        CaseFile file,
        string kind,
        string cost,
        string currency
    ) =>
        file.SendAsync(
            "/servicios",
            "record-service",
            ("Answers.Kind", kind),
            ("Answers.Cost", cost),
            ("Answers.Currency", currency)
        );
}
