// SPDX-License-Identifier: Apache-2.0
using System.Net;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Web.Tests.Casework;

public sealed class AssessmentPagesTests
{
    [Theory]
    [EveryDatabase]
    public async Task Risk_is_assessed_again_and_its_change_is_drawn(DatabaseKind kind)
    {
        await using var file = await CaseFile.OpenAsync(kind);
        await AssessAsync(file, "high", "high");
        await AssessAsync(file, "low", "medium");

        var page = await file.PageAsync("/riesgo");

        Assert.Contains("Medio", page.QuerySelector(".head h1")!.TextContent);
        var rows = page.QuerySelectorAll("figure[data-chart=line] tbody tr");
        Assert.Equal(2, rows.Length);
        Assert.Equal(
            ["3", "2"],
            rows.Select(row => row.QuerySelector("td")!.GetAttribute("data-value"))
        );
        Assert.Contains("la primera fue Alto y la última Medio", page.Body!.TextContent);
        Assert.Contains("sigue con él", page.Body.TextContent);
        var again = await file.PageAsync("/riesgo/risk");
        Assert.Contains("La vez anterior: Bajo", again.Body!.TextContent);
    }

    [Fact]
    public async Task A_lower_judgement_without_a_reason_keeps_every_answer_on_the_page()
    {
        await using var file = await CaseFile.OpenAsync(DatabaseKind.Sqlite);

        using var refused = await file.Client.SendFormAsync(
            file.Path + "/riesgo/risk",
            "assess",
            ("Level.threats", "imminent"),
            ("Answers.Overall", "low")
        );
        var page = await refused.ReadPageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("más alto que su valoración", page.QuerySelector(".errors")!.TextContent);
        Assert.Equal(
            "imminent",
            page.QuerySelector("input[name='Level.threats'][checked]")!.GetAttribute("value")
        );
    }

    [Fact]
    public async Task One_taken_back_stays_in_the_history_and_leaves_the_head()
    {
        await using var file = await CaseFile.OpenAsync(DatabaseKind.Sqlite);
        await AssessAsync(file, "high", "high");
        var page = await file.PageAsync("/riesgo");
        var form = page.QuerySelector("input[name=_handler][value^=void-]")!;

        await file.SendAsync("/riesgo", form.GetAttribute("value")!);

        var after = await file.PageAsync("/riesgo");
        Assert.DoesNotContain("Alto", after.QuerySelector(".head h1")!.TextContent);
        Assert.Contains("Anulada", after.QuerySelector("main details summary")!.TextContent);
    }

    [Fact]
    public async Task The_sheet_of_the_safety_plan_says_nothing_of_the_case()
    {
        await using var file = await CaseFile.OpenAsync(DatabaseKind.Sqlite);
        await file.SendAsync(
            "/seguridad/escribir",
            "write-safety-plan",
            ("Answers.Steps", "Tomo mi bolsa\nSalgo por atrás"),
            ("Answers.Helpers", "Mi hermana")
        );

        var sheet = await file.PageAsync("/seguridad/imprimir");
        var main = sheet.QuerySelector("main")!.TextContent;

        Assert.Contains("Salgo por atrás", main);
        Assert.Contains("Mi hermana", main);
        Assert.Equal("Mi plan", sheet.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("PVR-", sheet.QuerySelector("article")!.TextContent);
        Assert.DoesNotContain("PVR-", sheet.Title);
        Assert.Null(sheet.QuerySelector("article a"));
    }

    [Fact]
    public async Task An_instrument_that_is_none_is_not_found()
    {
        await using var file = await CaseFile.OpenAsync(DatabaseKind.Sqlite);

        using var answer = await file.Client.GetAsync(
            new Uri(file.Path + "/riesgo/luna", UriKind.Relative)
        );

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static Task<string> AssessAsync(CaseFile file, string threats, string overall) =>
        file.SendAsync(
            "/riesgo/risk",
            "assess",
            ("Level.threats", threats),
            ("Note.threats", "sigue con él"),
            ("Answers.Overall", overall)
        );
}
