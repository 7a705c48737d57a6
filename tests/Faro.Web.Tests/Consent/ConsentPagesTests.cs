// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Faro.Programme.Access;
using Faro.Programme.Agencies;
using Faro.Tests.Support;
using Faro.Web.Tests.Casework;
using Xunit;

namespace Faro.Web.Tests.Consent;

public sealed class ConsentPagesTests
{
    private const string Form = "give-consent";

    private static readonly (string, string)[] Signed =
    [
        ("Answers.Capacity", "authority"),
        ("Answers.Guardian", "Representante Inventada"),
        ("Answers.Assent", "yes"),
        ("Answers.Language", "quc"),
        ("Answers.Interpreter", "Intérprete Inventado"),
        ("Answers.Manner", "paper"),
        ("Answers.ExpiresOn", CaseFile.Today.AddDays(60).ToString("yyyy-MM-dd")),
    ];

    [Theory]
    [EveryDatabase]
    public async Task A_consent_is_given_question_by_question_without_script(DatabaseKind kind)
    {
        await using var file = await CaseFile.OpenAsync(kind);
        var agency = await OtherAgencyAsync(file.Host);

        await GiveAsync(file, agency);
        var ledger = await file.PageAsync("/consentimientos");

        var text = ledger.QuerySelector("tbody")!.TextContent;
        Assert.Contains("Colectivo de prueba", text, StringComparison.Ordinal);
        Assert.Contains("Salud", text, StringComparison.Ordinal);
        Assert.Contains(
            "Representante Inventada",
            ledger.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Falta la hoja firmada", ledger.Body.TextContent, StringComparison.Ordinal);
        var officer = await file
            .Host.As(Role.DataProtection)
            .PageAsync(file.Path + "/consentimientos");
        Assert.DoesNotContain(
            "Representante Inventada",
            officer.Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Each_step_says_what_is_missing_and_keeps_what_was_answered()
    {
        await using var file = await CaseFile.OpenAsync(DatabaseKind.Sqlite);
        var path = file.Path + "/consentimientos/nuevo";
        using var nothing = await file.Client.SendFormAsync(path, Form, ("Go", "next"));
        using var noRecipient = await NextAsync(
            file,
            await nothing.ReadPageAsync(),
            ("Answers.Purposes", "referral")
        );
        using var second = await NextAsync(file, await noRecipient.ReadPageAsync());
        var page = await second.ReadPageAsync();
        using var back = await file.Client.SendFormAsync(page, path, Form, ("Go", "back"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        Assert.Equal(HttpStatusCode.OK, noRecipient.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Contains(
            "consent.recipient-unknown",
            page.QuerySelector(".errors")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.True(
            (await back.ReadPageAsync())
                .QuerySelectorAll("input[name='Answers.Purposes']")
                .OfType<IHtmlInputElement>()
                .Single(input => input.Value == "referral")
                .IsChecked
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task Sharing_opens_the_case_and_withdrawing_says_what_it_closes(DatabaseKind kind)
    {
        await using var file = await CaseFile.OpenAsync(kind);
        var agency = await OtherAgencyAsync(file.Host);
        await GiveAsync(file, agency);
        var consent = (await ListAsync(file)).Single().GetProperty("id").GetGuid();

        await file.SendAsync(
            $"/consentimientos/{consent}/compartir",
            "share-by-consent",
            ("Answers.Days", "30")
        );
        var asks = await file.PageAsync($"/consentimientos/{consent}/retirar");
        await file.SendAsync($"/consentimientos/{consent}/retirar", "withdraw-consent");
        var access = await file.PageAsync("/acceso");
        using var again = await file.Client.GetAsync(
            new Uri($"{file.Path}/consentimientos/{consent}/retirar", UriKind.Relative),
            TestContext.Current.CancellationToken
        );

        Assert.Contains(
            "Se cierra el acceso de Colectivo de prueba",
            asks.QuerySelector(".warn")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Consentimiento de la persona",
            access.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Terminar el acceso",
            access.Body.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task The_API_answers_the_one_question_and_refuses_with_a_code()
    {
        await using var file = await CaseFile.OpenAsync(DatabaseKind.Sqlite);
        var agency = await OtherAgencyAsync(file.Host);
        object Ask(string category) =>
            new
            {
                caseId = file.Id,
                purpose = "referral",
                categories = new[] { category },
                agencyId = agency,
                country = "",
            };
        var before = await file.Client.PostedAsync("/api/consents/ask", Ask("health"));
        await GiveAsync(file, agency);
        var after = await file.Client.PostedAsync("/api/consents/ask", Ask("health"));
        var other = await file.Client.PostedAsync("/api/consents/ask", Ask("legal"));
        using var refused = await file.Client.PostAsJsonAsync(
            "/api/consents/00000000-0000-7000-8000-00000000dead/withdraw",
            new { words = "" },
            TestContext.Current.CancellationToken
        );

        Assert.False(before.GetProperty("allowed").GetBoolean());
        Assert.True(after.GetProperty("allowed").GetBoolean());
        Assert.False(other.GetProperty("allowed").GetBoolean());
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Contains(
            "consent.not-found",
            await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_administrator_adds_a_version_and_the_sheet_prints_it()
    {
        await using var file = await CaseFile.OpenAsync(DatabaseKind.Sqlite);
        using var administrator = file.Host.As(Role.Administrator);
        var body = string.Join(' ', Enumerable.Repeat("Usted decide y puede cambiar.", 5));

        using var added = await administrator.SendFormAsync(
            "/textos-de-consentimiento/nuevo",
            "add-text",
            ("Answers.Purpose", "interview"),
            ("Answers.Language", "spa"),
            ("Answers.Title", "Hablar con usted"),
            ("Answers.Body", body)
        );
        var id = added.Headers.Location!.ToString().Split('/')[^1];
        var all = await administrator.PageAsync("/textos-de-consentimiento");
        var sheet = await file.PageAsync($"/consentimientos/hoja?texto={id}");

        Assert.Contains("Hablar con usted", all.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Firma o huella", sheet.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("es-MX", sheet.QuerySelector(".shown")!.GetAttribute("lang"));
    }

    private static async Task GiveAsync(CaseFile file, Guid agency)
    {
        var path = file.Path + "/consentimientos/nuevo";
        var page = await file.Client.PageAsync(path);
        (string, string)[][] steps =
        [
            [("Answers.Purposes", "referral")],
            [
                ("Answers.Agencies", $"{agency}"),
                ("Answers.Categories.referral", "social"),
                ("Answers.Categories.referral", "health"),
            ],
            [
                ($"Answers.Says.referral.{agency}", "yes"),
                ("Answers.Items", "purpose"),
                ("Answers.Items", "data-use"),
                ("Answers.Items", "access"),
                ("Answers.Items", "retention"),
                ("Answers.Items", "withdrawal"),
            ],
            Signed,
        ];
        foreach (var answers in steps)
        {
            using var next = await NextAsync(file, page, answers);
            page = await next.ReadPageAsync();
            Assert.True(
                next.StatusCode == HttpStatusCode.OK,
                page.QuerySelector(".errors")?.TextContent
            );
        }

        using var saved = await NextAsync(file, page);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
    }

    private static Task<HttpResponseMessage> NextAsync(
        CaseFile file,
        IHtmlDocument page,
        params (string Name, string Value)[] answers
    ) =>
        file.Client.SendFormAsync(
            page,
            file.Path + "/consentimientos/nuevo",
            Form,
            [.. answers, ("Go", "next")]
        );

    private static async Task<List<JsonElement>> ListAsync(CaseFile file)
    {
        var list = await file.Client.GetFromJsonAsync<JsonElement>(
            $"/api/consents?case={file.Id}",
            TestContext.Current.CancellationToken
        );
        return [.. list.GetProperty("items").EnumerateArray()];
    }

    [Theory]
    [EveryDatabase]
    public async Task The_agency_that_received_a_case_names_who_works_on_it(DatabaseKind kind)
    {
        await using var file = await CaseFile.OpenAsync(kind);
        var agency = await OtherAgencyAsync(file.Host);
        await GiveAsync(file, agency);
        var consent = (await ListAsync(file)).Single().GetProperty("id").GetGuid();
        using var lead = await file.Host.AsGuestAsync(Role.Supervisor, agency);
        using var guest = await file.Host.AsGuestAsync(Role.Caseworker, agency);
        await file.SendAsync(
            $"/consentimientos/{consent}/compartir",
            "share-by-consent",
            ("Answers.Days", "30")
        );
        var access = file.Path + "/acceso";
        using var before = await guest.GetAsync(new Uri(file.Path, UriKind.Relative));
        var waiting = (await lead.PageAsync("/")).QuerySelector($".todo a[href='{access}']");
        var page = await lead.PageAsync(access);
        var form = page.QuerySelector("input[name=_handler][value^=name-colleagues]")!
            .GetAttribute("value")!;

        using var named = await lead.SendFormAsync(
            page,
            access,
            form,
            ("Answers.Users", file.Host.GuestId(Role.Caseworker).ToString())
        );
        var story = await guest.PageAsync(file.Path);

        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        Assert.NotNull(waiting);
        Assert.NotNull(named.Headers.Location);
        // A guest works in it; moving and closing it stays with whose it is.
        Assert.Null(story.QuerySelector("select[name='Move.To']"));
        Assert.Null(story.QuerySelector($"a[href='{file.Path}/cerrar']"));
    }

    private static async Task<Guid> OtherAgencyAsync(FaroHost host)
    {
        var id = Guid.Empty;
        await host.WriteAsync(act =>
        {
            id = act.NewId();
            act.Db.Agencies.Add(
                new Agency
                {
                    Id = id,
                    Name = "Colectivo de prueba",
                    ShortName = "Colectivo",
                    Sector = "social",
                    Kind = "civil-society",
                    CreatedAt = act.Now,
                }
            );
            act.Db.Users.Add(
                new User
                {
                    Id = act.NewId(),
                    UserName = "coordinacion.colectivo",
                    NormalizedUserName = User.Fold("coordinacion.colectivo"),
                    DisplayName = "Coordinación del colectivo",
                    AgencyId = id,
                    RoleCodes = [Role.Supervisor.Code],
                    CreatedAt = act.Now,
                }
            );
            return Task.CompletedTask;
        });
        return id;
    }
}
