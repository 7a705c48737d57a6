// SPDX-License-Identifier: Apache-2.0
using System.Net;
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.People;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Faro.Web.Tests.People;

public sealed class PeoplePagesTests
{
    private static readonly (string, string)[] Marisol =
    [
        ("Answers.Sex", "female"),
        ("Answers.Status", "possible-victim"),
        ("Answers.Citizenship", "gt"),
        ("Answers.ExploitationForms", "forced-labour"),
        ("Answers.ExploitationForms", "servitude"),
        ("Answers.GivenNames", "Marisol Ixchel"),
        ("Answers.Surname1", "Núñez"),
        ("Answers.BirthDay", "9"),
        ("Answers.BirthMonth", "3"),
        ("Answers.BirthYear", "2007"),
        ("Answers.Documents[0].Kind", "passport"),
        ("Answers.Documents[0].Number", "GT 998877"),
        ("Answers.Phones[1].Number", "+502 4123 9876"),
        ("Answers.Phones[1].Safe", "no"),
    ];

    [Theory]
    [EveryDatabase]
    public async Task A_person_is_registered_and_her_page_shows_no_identity(DatabaseKind kind)
    {
        await using var host = await FaroHost.StartAsync(kind);
        using var client = host.As(Role.Caseworker);

        var path = await RegisterAsync(client, Marisol);
        var page = await client.PageAsync(path);

        Assert.Equal("PVR-2026-0001", page.QuerySelector("h1")!.TextContent[..13]);
        Assert.Contains("18 a 20 años", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Guatemala", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Condición de siervo", page.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Marisol", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Her_identity_is_shown_after_a_post_once_and_kept_nowhere()
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var client = host.As(Role.Caseworker);
        var path = await RegisterAsync(client, Marisol) + "/identidad";

        var closed = await client.PageAsync(path);
        using var answer = await client.SendFormAsync(path, "see-identity");
        var open = await answer.ReadPageAsync();

        Assert.DoesNotContain("Núñez", closed.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Marisol Ixchel Núñez", open.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("9 de marzo de 2007", open.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("No llamar", open.Body.TextContent, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal(1, await CountAsync(host, "read-identity"));
    }

    [Theory]
    [EveryDatabase]
    public async Task Her_identity_can_be_corrected_without_script(DatabaseKind kind)
    {
        await using var host = await FaroHost.StartAsync(kind);
        using var client = host.As(Role.Caseworker);
        var path = await RegisterAsync(client, Marisol) + "/identidad/corregir";

        using var opened = await client.SendFormAsync(path, "open-identity");
        var form = await opened.ReadPageAsync();
        using var saved = await client.SendFormAsync(
            form,
            path,
            "change-identity",
            ("Answers.Surname1", "Ixcoy")
        );
        using var found = await SearchAsync(client, "ixcoi marizol");
        var page = await found.ReadPageAsync();

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("PVR-2026-0001", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("nombre, de oído", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_leaves_no_word_in_an_address()
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var client = host.As(Role.Caseworker);
        await RegisterAsync(client, Marisol);

        using var found = await SearchAsync(client, "nunez");
        var page = await found.ReadPageAsync();
        using var number = await SearchAsync(client, "pvr-2026-0001");

        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        Assert.DoesNotContain(
            page.QuerySelectorAll("[href],[action]"),
            element =>
                $"{element.GetAttribute("href")}{element.GetAttribute("action")}".Contains(
                    "nunez",
                    StringComparison.OrdinalIgnoreCase
                )
        );
        Assert.Equal(HttpStatusCode.Redirect, number.StatusCode);
        Assert.Matches("/personas/[0-9a-f-]{36}$", number.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_likely_double_is_shown_before_anybody_is_registered_again()
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var client = host.As(Role.Caseworker);
        await RegisterAsync(client, Marisol);

        using var asked = await client.SendFormAsync("/personas/nueva", "register-person", Marisol);
        var page = await asked.ReadPageAsync();
        using var sure = await client.SendFormAsync(
            page,
            "/personas/nueva",
            "register-person",
            ("Answers.IsSomebodyElse", "true")
        );

        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Contains(
            "PVR-2026-0001",
            page.QuerySelector(".warn")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Redirect, sure.StatusCode);
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var client = host.As(Role.Caseworker);

        using var answer = await client.SendFormAsync(
            "/personas/nueva",
            "register-person",
            ("Answers.GivenNames", "Marisol"),
            ("Answers.BirthDay", "31"),
            ("Answers.BirthMonth", "2"),
            ("Answers.BirthYear", "2007")
        );
        var page = await answer.ReadPageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(
            PeopleRefusals.BirthNotADate,
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(PeopleRefusals.SexUnknown, page.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal("Marisol", page.QuerySelector("#Answers-GivenNames")!.GetAttribute("value"));
        Assert.Equal("true", page.QuerySelector("#Answers-Sex")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Erasure_asks_for_a_reason_and_her_number()
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var caseworker = host.As(Role.Caseworker);
        using var officer = host.As(Role.DataProtection);
        var person = await RegisterAsync(caseworker, Marisol);
        var path = person + "/borrar";

        using var slip = await officer.SendFormAsync(
            path,
            "erase-person",
            ("Answers.Reason", "holder-request"),
            ("Answers.TypedNumber", "PVR-2026-0002")
        );
        using var done = await officer.SendFormAsync(
            path,
            "erase-person",
            ("Answers.Reason", "holder-request"),
            ("Answers.TypedNumber", "PVR-2026-0001")
        );
        var page = await officer.PageAsync(person);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, slip.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Contains("se borró para siempre", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Family_is_tied_seen_from_both_ends_and_untied()
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var client = host.As(Role.Caseworker);
        var mother = await RegisterAsync(
            client,
            ("Answers.Sex", "female"),
            ("Answers.Status", "not-a-victim")
        );
        var child = await RegisterAsync(
            client,
            ("Answers.Sex", "male"),
            ("Answers.Status", "possible-victim")
        );

        using var tied = await client.SendFormAsync(
            child + "/familia",
            "add-relation",
            ("Answers.RelativeNumber", "PVR-2026-0001"),
            ("Answers.Kind", "parent")
        );
        var seen = await client.PageAsync(mother);
        var family = await client.PageAsync(mother + "/familia");
        using var untied = await client.SendFormAsync(
            family,
            mother + "/familia",
            "remove-relation",
            (
                "Removal.Id",
                family.QuerySelector("button[name='Removal.Id']")!.GetAttribute("value")!
            )
        );

        Assert.Equal(HttpStatusCode.Redirect, tied.StatusCode);
        Assert.Contains("Hija o hijo", seen.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, untied.StatusCode);
        Assert.DoesNotContain(
            "Hija o hijo",
            (await client.PageAsync(mother)).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task The_list_filters_and_pages(DatabaseKind kind)
    {
        await using var host = await FaroHost.StartAsync(kind);
        using var client = host.As(Role.Caseworker);
        await RegisterManyAsync(host, 60);

        var first = await client.PageAsync("/personas");
        var next = first.QuerySelector("nav.pages a")!.GetAttribute("href")!;
        var second = await client.PageAsync(next);
        var men = await client.PageAsync("/personas?sex=male");

        Assert.Equal(50, first.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(10, second.QuerySelectorAll("tbody tr").Length);
        Assert.Null(second.QuerySelector("nav.pages a"));
        Assert.Equal("PVR-2026-0060", first.QuerySelector("tbody a")!.TextContent);
        Assert.Equal("PVR-2026-0010", second.QuerySelector("tbody a")!.TextContent);
        Assert.NotNull(men.QuerySelector(".empty"));
    }

    [Fact]
    public async Task A_person_of_another_agency_is_not_found()
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var client = host.As(Role.Caseworker);
        var id = Guid.Empty;
        await host.WriteAsync(act =>
        {
            id = act.NewId();
            act.Db.People.Add(
                new Person
                {
                    Id = id,
                    Number = "PVR-2026-0900",
                    AgencyId = act.NewId(),
                    Sex = "female",
                    Status = "possible-victim",
                }
            );
            return Task.CompletedTask;
        });

        string[] doors = ["", "/corregir", "/identidad", "/identidad/corregir", "/familia"];
        foreach (var door in doors)
        {
            using var answer = await client.GetAsync(
                new Uri($"/personas/{id}{door}", UriKind.Relative)
            );
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private static Task<HttpResponseMessage> SearchAsync(HttpClient client, string query) =>
        client.SendFormAsync("/personas", "find-people", ("Answers.Query", query));

    /// <returns>The path of the new person's page.</returns>
    private static async Task<string> RegisterAsync(
        HttpClient client,
        params (string, string)[] answers
    )
    {
        using var answer = await client.SendFormAsync(
            "/personas/nueva",
            "register-person",
            answers
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var location = answer.Headers.Location!;
        return location.IsAbsoluteUri ? location.AbsolutePath : location.ToString();
    }

    private static async Task RegisterManyAsync(FaroHost host, int count)
    {
        var register = host.Services.GetRequiredService<RegisterPerson>();
        var input = new RegisterPersonInput(
            new PersonFacts { Sex = "female", Status = "possible-victim" },
            AgencyId: host.AgencyId
        );
        for (var turn = 0; turn < count; turn++)
        {
            Assert.True((await register.RunAsync(Actor.System, input)).Done);
        }
    }

    private static async Task<int> CountAsync(FaroHost host, string act)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<FaroDb>()
            .AuditEntries.CountAsync(entry => entry.Act == act);
    }
}
