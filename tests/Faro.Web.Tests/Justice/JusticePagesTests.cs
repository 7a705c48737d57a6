// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Faro.Programme.Access;
using Faro.Tests.Support;
using Faro.Web.Tests.Casework;
using Xunit;

namespace Faro.Web.Tests.Justice;

public sealed class JusticePagesTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_process_is_written_moved_and_told_on_the_story_and_on_paper(
        DatabaseKind kind
    )
    {
        await using var file = await LegalFile.OpenAsync(kind);
        var day = Day(-10);
        await file.SendAsync(
            "/justicia/proceso",
            "write-justice",
            ("Answers.Wish", "wants"),
            ("Answers.Wishes", "Quiere declarar sin verlo"),
            ("Answers.Filer", "herself"),
            ("Answers.ComplaintOn", day),
            ("Answers.Authority", "state-special"),
            ("Answers.FileNumber", "CI-77/2026"),
            ("Answers.Offences", "lg-13")
        );
        await file.SendAsync(
            "/justicia",
            "move-justice",
            ("Answers.To", "reported"),
            ("Answers.On", day)
        );
        await file.SendAsync(
            "/justicia/medida",
            "record-measure",
            ("Answers.Kind", "no-approach"),
            ("Answers.Authority", "control-judge"),
            ("Answers.State", "granted"),
            ("Answers.AskedOn", day),
            ("Answers.DecidedOn", day),
            ("Answers.Until", Day(20))
        );
        await file.SendAsync(
            "/justicia/audiencia",
            "record-hearing",
            ("Answers.Kind", "initial"),
            ("Answers.On", Day(3)),
            ("Answers.At", "09:30"),
            ("Answers.Place", "Sala 3"),
            ("Answers.Arrangements", "gesell")
        );
        await file.SendAsync(
            "/justicia/reparacion",
            "record-reparation",
            ("Answers.Head", "compensation"),
            ("Answers.State", "asked"),
            ("Answers.AskedAmount", "50000")
        );

        var page = (await file.PageAsync("/justicia")).QuerySelector("main")!.TextContent;
        string[] shown =
        [
            "Quiere declarar sin verlo",
            "CI-77/2026",
            "LG 13",
            "Con denuncia",
            "Prohibición de acercarse",
            "09:30",
            "Cámara de Gesell",
            "Sin acompañante",
            "50,000.00 MXN",
            "LGV 27-III",
        ];
        Assert.All(shown, words => Assert.Contains(words, page, StringComparison.Ordinal));
        var story = (await file.PageAsync("")).QuerySelector("main")!.TextContent;
        Assert.Contains("Audiencia inicial", story, StringComparison.Ordinal);
        Assert.Contains("Audiencia o cita", story, StringComparison.Ordinal);
        var printed = await file.PageAsync("/expediente?parte=legal");
        Assert.Contains(
            "CI-77/2026",
            printed.QuerySelector("article.report")!.TextContent,
            StringComparison.Ordinal
        );
        var social = await file.PageAsync("/expediente?parte=social");
        Assert.DoesNotContain(
            "CI-77/2026",
            social.QuerySelector("article.report")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task A_hearing_is_corrected_when_it_has_been(DatabaseKind kind)
    {
        await using var file = await LegalFile.OpenAsync(kind);
        await file.SendAsync(
            "/justicia/audiencia",
            "record-hearing",
            ("Answers.Kind", "trial"),
            ("Answers.On", Day(-1))
        );
        var link = (await file.PageAsync("/justicia"))
            .QuerySelector("td a[href*='/audiencia/']")!
            .GetAttribute("href")!;

        await file.SendAsync(
            link[file.Path.Length..],
            "record-hearing",
            ("Answers.State", "attended-remotely"),
            ("Answers.Notes", "Participó tranquila")
        );

        var page = (await file.PageAsync("/justicia")).QuerySelector("main")!.TextContent;
        Assert.Contains("Participó a distancia", page, StringComparison.Ordinal);
        Assert.Contains("Participó tranquila", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_what_was_written_stays()
    {
        await using var file = await LegalFile.OpenAsync(DatabaseKind.Sqlite);

        using var refused = await file.Client.SendFormAsync(
            file.Path + "/justicia/reparacion",
            "record-reparation",
            ("Answers.Head", "compensation"),
            ("Answers.State", "fulfilled"),
            ("Answers.OrderedOn", "pronto"),
            ("Answers.OrderedAmount", "mucho")
        );
        var page = await refused.ReadPageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull(page.QuerySelector("#Answers-OrderedOn-error"));
        Assert.NotNull(page.QuerySelector("#Answers-OrderedAmount-error"));
        Assert.Equal("mucho", page.QuerySelector("#Answers-OrderedAmount")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/justicia")]
    [InlineData("/justicia/proceso")]
    [InlineData("/justicia/medida")]
    [InlineData("/justicia/audiencia")]
    [InlineData("/justicia/reparacion")]
    [InlineData("/regularizacion")]
    [InlineData("/regularizacion/situacion")]
    [InlineData("/regularizacion/tramite")]
    public async Task Who_does_not_work_in_the_legal_part_finds_no_such_page(string place)
    {
        await using var file = await CaseFile.OpenAsync(DatabaseKind.Sqlite);

        using var answer = await file.Client.GetAsync(new Uri(file.Path + place, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var story = await file.PageAsync("");
        Assert.Null(story.QuerySelector("nav.tabs a[href$='/justicia']"));
        Assert.Null(story.QuerySelector("#justice"));
    }

    [Theory]
    [EveryDatabase]
    public async Task The_API_writes_and_reads_the_legal_part(DatabaseKind kind)
    {
        await using var file = await LegalFile.OpenAsync(kind);
        var api = $"/api/cases/{file.Id}/";
        (string Name, object Body)[] writes =
        [
            (
                "write-justice",
                new
                {
                    facts = new
                    {
                        words = new { fileNumber = "CI-1" },
                        wish = "wants",
                        filer = "family",
                        complaintOn = Day(-3),
                        authority = "federal-special",
                    },
                }
            ),
            (
                "move-justice",
                new
                {
                    version = 1,
                    to = "investigation",
                    on = Day(-2),
                }
            ),
            ("record-measure", new { facts = new { kind = "guard", authority = "state-special" } }),
            ("record-hearing", new { facts = new { kind = "statement", at = "10:00" } }),
            (
                "record-reparation",
                new
                {
                    facts = new
                    {
                        head = "restitution",
                        state = "asked",
                        currency = "",
                        words = "Sus documentos",
                    },
                }
            ),
        ];
        foreach (var (name, body) in writes)
        {
            using var answer = await file.Client.PostAsJsonAsync(api + name, body);
            Assert.True(
                answer.IsSuccessStatusCode,
                $"{name}: {await answer.Content.ReadAsStringAsync()}"
            );
        }

        using var read = await file.Client.PostAsync(
            new Uri(api + "read-justice", UriKind.Relative),
            null
        );
        var justice = await read.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("investigation", justice.GetProperty("state").GetString());
        Assert.Equal(1, justice.GetProperty("hearings").GetArrayLength());
        Assert.True(read.Headers.CacheControl?.NoStore);
        using var other = file.Host.As(Role.Supervisor);
        using var denied = await other.PostAsync(
            new Uri(api + "read-justice", UriKind.Relative),
            null
        );
        Assert.Equal(HttpStatusCode.NotFound, denied.StatusCode);
    }

    private static string Day(int days) => CaseFile.Today.AddDays(days).ToString("yyyy-MM-dd");
}
