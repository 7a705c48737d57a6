// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Faro.Tests.Support;
using Faro.Web.Tests.Casework;
using Faro.Web.Tests.Justice;
using Xunit;

namespace Faro.Web.Tests.Regularisation;

public sealed class MigrationPagesTests
{
    [Theory]
    [EveryDatabase]
    public async Task An_application_is_begun_handed_in_and_granted_with_its_terms_shown(
        DatabaseKind kind
    )
    {
        await using var file = await LegalFile.OpenAsync(kind);
        await file.SendAsync(
            "/regularizacion/situacion",
            "write-migration",
            ("Answers.Status", "irregular"),
            ("Answers.Wish", "stay-process"),
            ("Answers.Asylum", "fears"),
            ("Answers.HeldOn", Day(0))
        );
        var stay = await file.SendAsync(
            "/regularizacion/tramite",
            "record-stay",
            ("Answers.Kind", "humanitarian-victim"),
            ("Answers.Office", "inm-state"),
            ("Answers.Folio", "INM-123")
        );
        var place = stay[stay.IndexOf("/regularizacion", StringComparison.Ordinal)..];
        await file.SendAsync(place, "move-stay", ("Moving.To", "applied"));
        var page = (await file.PageAsync("/regularizacion")).QuerySelector("main")!.TextContent;
        string[] shown =
        [
            "No se avisa al consulado",
            "Está en una estación migratoria",
            "INM-123",
            "LM 52-V-a",
            "LM 136",
        ];
        Assert.All(shown, words => Assert.Contains(words, page, StringComparison.Ordinal));

        using var refused = await file.Client.SendFormAsync(
            file.Path + place,
            "move-stay",
            ("Moving.To", "granted")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(
            "stay.until-missing",
            (await refused.ReadPageAsync()).Body!.TextContent,
            StringComparison.Ordinal
        );
        await file.SendAsync(
            place,
            "move-stay",
            ("Moving.To", "granted"),
            ("Moving.Until", Day(300))
        );

        var story = (await file.PageAsync("")).QuerySelector("main")!.TextContent;
        Assert.Contains("Otorgado", story, StringComparison.Ordinal);
        Assert.Contains("Renovar la estancia", story, StringComparison.Ordinal);
        var printed = await file.PageAsync("/expediente?parte=legal");
        Assert.Contains(
            "INM-123",
            printed.QuerySelector("article.report")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task The_API_writes_and_moves_a_stay(DatabaseKind kind)
    {
        await using var file = await LegalFile.OpenAsync(kind);
        var api = $"/api/cases/{file.Id}/";
        await PostAsync(file, api + "write-migration", new { facts = new { status = "visitor" } });
        var stay = await PostAsync(
            file,
            api + "record-stay",
            new { facts = new { kind = "regularisation", office = "inm-state" } }
        );
        await PostAsync(
            file,
            $"/api/stays/{stay.GetGuid()}/move",
            new { version = 1, to = "applied" }
        );

        var read = await PostAsync(file, api + "read-migration", null);

        var one = read.GetProperty("stays")[0];
        Assert.Equal("decision-victim", one.GetProperty("clock").GetString());
        Assert.Equal(Day(30), one.GetProperty("dueOn").GetString());
    }

    private static async Task<JsonElement> PostAsync(CaseFile file, string path, object? body)
    {
        using var answer = await file.Client.PostAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static string Day(int days) => CaseFile.Today.AddDays(days).ToString("yyyy-MM-dd");
}
