// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Faro.Programme.Access;
using Faro.Programme.Screening;
using Faro.Tests.Support;
using Faro.Web.Tests.Casework;
using Xunit;

namespace Faro.Web.Tests.Screening;

/// <summary>Interviews without script: begun, saved, stopped, finished and put right on plain pages.</summary>
public sealed class InterviewPagesTests
{
    private const string Notes = "Miraba la puerta";

    private static readonly (string Name, string Value)[] Consent =
    [
        ("a.safe_now", "yes"),
        ("a.danger_now", "no"),
        ("a.con_interview", "yes"),
    ];

    private static readonly (string Name, string Value)[] Whole =
    [
        .. Consent,
        ("a.con_purpose", "yes"),
        ("a.con_data_use", "yes"),
        ("a.con_research", "no"),
        ("a.con_request_data", "yes"),
        ("a.con_retention", "yes"),
        ("a.con_withdrawal", "yes"),
        ("a.first_contact", "online"),
        ("a.field_notes", Notes),
        ("declined", "hurt"),
    ];

    [Theory]
    [EveryDatabase]
    public async Task An_interview_goes_from_beginning_to_end_on_plain_pages(DatabaseKind kind)
    {
        await using var file = await CaseFile.OpenAsync(kind);
        var id = await BeginAsync(file);
        var form = $"/entrevistas/{id}/formulario";

        var first = await file.PageAsync(form);
        await file.SendAsync(form, "interview", [.. Consent, ("Answers.State", "open")]);
        var second = await file.PageAsync(form);
        var paused = await file.SendAsync(
            form,
            "interview",
            [.. Consent, ("Answers.State", "paused")]
        );
        await file.SendAsync(form, "interview", [.. Whole, ("Answers.State", "finished")]);
        var reading = await file.PageAsync($"/entrevistas/{id}");

        // What depends on consent comes once it was given.
        Assert.Null(first.QuerySelector("[name='a.first_contact']"));
        Assert.NotNull(second.QuerySelector("[name='a.first_contact']"));
        Assert.EndsWith($"/entrevistas/{id}", paused, StringComparison.Ordinal);
        Assert.Contains(
            "Terminada",
            reading.QuerySelector("main h2")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(Notes, reading.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No quiso contestar", reading.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Señales preguntadas", reading.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Detección breve en campo",
            (await file.PageAsync("/entrevistas")).QuerySelector("tbody")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Entrevistas",
            (await file.PageAsync("")).QuerySelector("#interviews")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_question_and_nothing_is_lost()
    {
        await using var file = await CaseFile.OpenAsync(DatabaseKind.Sqlite);
        var id = await BeginAsync(file);

        using var refused = await file.Client.SendFormAsync(
            $"{file.Path}/entrevistas/{id}/formulario",
            "interview",
            [.. Consent, ("a.field_notes", Notes), ("Answers.State", "finished")]
        );
        var page = await refused.ReadPageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull(page.QuerySelector(".errors a[href$='#Answers-con_purpose']"));
        Assert.NotNull(page.QuerySelector("#Answers-con_purpose .error"));
        Assert.Contains(
            Notes,
            page.QuerySelector("[name='a.field_notes']")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_finished_interview_is_put_right_with_a_reason_and_moves_the_case_if_she_says_so()
    {
        await using var file = await CaseFile.OpenAsync(DatabaseKind.Sqlite);
        var id = await BeginAsync(file);
        var form = $"/entrevistas/{id}/formulario";
        await file.SendAsync(form, "interview", [.. Whole, ("Answers.State", "finished")]);

        using var silent = await file.Client.SendFormAsync(file.Path + form, "interview", Whole);
        await file.SendAsync(
            form,
            "interview",
            [
                .. Whole.Where(each => each.Name != "a.first_contact"),
                ("a.first_contact", "family"),
                ("Answers.Reason", "Se marcó la de al lado"),
            ]
        );
        var reading = await file.PageAsync($"/entrevistas/{id}");
        await file.SendAsync($"/entrevistas/{id}", "move-after", ("Answers.To", "possible-victim"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Contains(
            "Se marcó la de al lado",
            reading.QuerySelector("main details")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Por familia",
            reading.QuerySelector(".grid > div")!.TextContent,
            StringComparison.Ordinal
        );
        var after = await file.PageAsync($"/entrevistas/{id}");
        Assert.Contains(
            "Posible víctima",
            after.QuerySelector("h1")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Empty(after.QuerySelectorAll("input[name='Answers.To']"));
    }

    [Theory]
    [EveryDatabase]
    public async Task Through_the_API_a_save_counts_once_and_a_late_one_is_kept_beside(
        DatabaseKind kind
    )
    {
        await using var file = await CaseFile.OpenAsync(kind);
        var id = await BeginAsync(file);
        var save = new
        {
            key = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()),
            baseVersion = 1,
            answers = new { safe_now = "yes" },
            state = "open",
        };

        var once = await file.Client.PostedAsync($"/api/screenings/{id}/save", save);
        var twice = await file.Client.PostedAsync($"/api/screenings/{id}/save", save);
        var late = await file.Client.PostedAsync(
            $"/api/screenings/{id}/save",
            new
            {
                key = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()),
                baseVersion = 1,
                answers = new { safe_now = "no" },
                state = "open",
            }
        );
        var read = await file.Client.PostedAsync($"/api/screenings/{id}/read", new { });
        var list = await file.Client.GetFromJsonAsync<JsonElement>(
            new Uri($"/api/screenings?case={file.Id}", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        var compare = await file.PageAsync($"/entrevistas/{id}/comparar");

        Assert.Equal(
            once.GetProperty("version").GetInt32(),
            twice.GetProperty("version").GetInt32()
        );
        Assert.False(twice.GetProperty("conflict").GetBoolean());
        Assert.True(late.GetProperty("conflict").GetBoolean());
        Assert.Equal(
            "yes",
            read.GetProperty("answers").GetProperty("values").GetProperty("safe_now").GetString()
        );
        Assert.True(list.GetProperty("items")[0].GetProperty("inConflict").GetBoolean());
        Assert.DoesNotContain("safe_now", list.ToString(), StringComparison.Ordinal);
        Assert.NotNull(compare.QuerySelector("#there-safe_now"));
    }

    [Fact]
    public async Task An_instrument_goes_out_as_a_workbook_and_its_problems_come_back_with_their_place()
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var client = host.As(Role.Administrator);
        var shipped = InstrumentForm.Shipped[0];
        var path = $"/api/instruments/{shipped.Code}/{shipped.Version}/xlsform";

        var workbook = await client.GetByteArrayAsync(
            new Uri(path, UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        var taken = await UploadAsync(client, workbook);
        var broken = await UploadAsync(client, Broken(shipped));
        var preview = await client.PageAsync(
            $"/ajustes/instrumentos/{shipped.Code}/{shipped.Version}"
        );

        Assert.Contains("instrument.version-taken", taken, StringComparison.Ordinal);
        Assert.Contains("fila 3, columna A", broken, StringComparison.Ordinal);
        Assert.Contains("xlsform.type-unsupported", broken, StringComparison.Ordinal);
        Assert.Contains(
            shipped.Form.Questions.First().Label.Words[0].Text,
            preview.Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_page_that_a_device_keeps_names_nobody_and_only_it_may_run_WebAssembly()
    {
        await using var file = await CaseFile.OpenAsync(DatabaseKind.Sqlite);

        using var device = await file.Client.GetAsync(
            new Uri("/entrevistas/tomar", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        using var other = await file.Client.GetAsync(
            new Uri("/casos", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        using var worker = await file.Client.GetAsync(
            new Uri("/entrevistas/sw.js", UriKind.Relative),
            TestContext.Current.CancellationToken
        );

        var text = await device.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Persona caseworker", text, StringComparison.Ordinal);
        Assert.DoesNotContain("__RequestVerificationToken", text, StringComparison.Ordinal);
        Assert.Contains("wasm-unsafe-eval", Policy(device), StringComparison.Ordinal);
        Assert.DoesNotContain("wasm", Policy(other), StringComparison.Ordinal);
        Assert.Equal("text/javascript", worker.Content.Headers.ContentType!.MediaType);
    }

    private static string Policy(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Content-Security-Policy").Single();

    private static byte[] Broken(InstrumentForm shipped)
    {
        var sheets = shipped.Sheets;
        var rows = sheets.Survey.Rows.ToList();
        rows[1] = rows[1] with { Cells = ["geopoint", .. rows[1].Cells.Skip(1)] };
        return (sheets with { Survey = sheets.Survey with { Rows = rows } }).ToWorkbook();
    }

    private static async Task<string> BeginAsync(CaseFile file)
    {
        var place = await file.SendAsync(
            "/entrevistas/nueva",
            "new-interview",
            ("Answers.Instrument", "field-screening"),
            ("Answers.Language", "spa"),
            ("Answers.Interpreter", "not-needed"),
            ("Answers.Company", "nobody"),
            ("Answers.Channel", "in-person"),
            ("Answers.Place", "office")
        );
        Assert.Contains($"/entrevistas/tomar/{file.Id}/", place, StringComparison.Ordinal);
        return place[(place.LastIndexOf('/') + 1)..];
    }

    private static async Task<string> UploadAsync(HttpClient client, byte[] workbook)
    {
        var page = await client.PageAsync("/ajustes/instrumentos");
        using var form = new MultipartFormDataContent
        {
            { new StringContent("upload-instrument"), "_handler" },
            {
                new StringContent(
                    page.QuerySelector("input[name=__RequestVerificationToken]")!
                        .GetAttribute("value")!
                ),
                "__RequestVerificationToken"
            },
            { new ByteArrayContent(workbook), "Answers.File", "propio.xlsx" },
        };
        using var answer = await client.PostAsync(
            new Uri("/ajustes/instrumentos", UriKind.Relative),
            form,
            TestContext.Current.CancellationToken
        );
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
