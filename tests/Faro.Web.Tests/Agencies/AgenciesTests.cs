// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Faro.Programme.Access;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Web.Tests.Agencies;

public sealed class AgenciesTests
{
    private static readonly (string, string)[] Prosecutor =
    [
        ("Answers.Name", "Fiscalía del Estado, unidad de trata"),
        ("Answers.ShortName", "Fiscalía"),
        ("Answers.Sector", "public-state"),
        ("Answers.Kind", "law-enforcement"),
        ("Answers.Territory", "14"),
        ("Answers.Phone", "+52 33 3000 0000"),
    ];

    [Theory]
    [EveryDatabase]
    public async Task An_agency_is_added_corrected_closed_and_taken_back(DatabaseKind kind)
    {
        await using var host = await FaroHost.StartAsync(kind);
        using var client = host.As(Role.FocalPoint);

        using var added = await client.SendFormAsync(
            "/directorio/nueva",
            "register-agency",
            Prosecutor
        );
        var path = added.Headers.Location!.ToString();
        path = path[path.IndexOf("/directorio", StringComparison.Ordinal)..];
        using var corrected = await client.SendFormAsync(
            path + "/corregir",
            "correct-agency",
            ("Answers.ShortName", "FE-Trata")
        );
        using var closed = await client.SendFormAsync(path + "/cerrar", "close-agency");
        var open = await client.PageAsync("/directorio");
        var former = await client.PageAsync("/directorio?state=closed");
        using var back = await client.SendFormAsync(path, "reopen-agency");
        var list = await client.PageAsync("/directorio?sector=public-state");

        Assert.Equal(HttpStatusCode.Redirect, corrected.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.DoesNotContain(
            "Fiscalía",
            open.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "FE-Trata",
            former.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Jalisco",
            list.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Refugio",
            list.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Everybody_sees_the_directory_and_only_some_may_change_it()
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        foreach (var role in Role.All)
        {
            using var client = host.As(role);
            using var list = await client.GetAsync(new Uri("/directorio", UriKind.Relative));
            using var add = await client.GetAsync(new Uri("/directorio/nueva", UriKind.Relative));

            Assert.Equal(HttpStatusCode.OK, list.StatusCode);
            Assert.Equal(
                role.Permissions.Contains(Permissions.ManageAgencies)
                    ? HttpStatusCode.OK
                    : HttpStatusCode.Forbidden,
                add.StatusCode
            );
        }
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field()
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var client = host.As(Role.Secretary);

        using var answer = await client.SendFormAsync(
            "/directorio/nueva",
            "register-agency",
            ("Answers.Name", "refugio de PRUEBA"),
            ("Answers.Phone", "3221234567")
        );
        var page = await answer.ReadPageAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("true", page.QuerySelector("#Answers-Name")!.GetAttribute("aria-invalid"));
        Assert.Equal("3221234567", page.QuerySelector("#Answers-Phone")!.GetAttribute("value"));
    }

    [Theory]
    [EveryDatabase]
    public async Task The_api_keeps_the_directory_too(DatabaseKind kind)
    {
        await using var host = await FaroHost.StartAsync(kind);
        using var client = host.As(Role.Administrator);
        var facts = new
        {
            name = "Casa Amanecer",
            shortName = "Amanecer",
            sector = "social",
            kind = "civil-society",
        };

        using var made = await client.PostAsJsonAsync("/api/agencies/register", facts);
        var id = await made.Content.ReadFromJsonAsync<Guid>();
        using var again = await client.PostAsJsonAsync("/api/agencies/register", facts);
        using var closed = await client.PostAsJsonAsync($"/api/agencies/{id}/close", new { });
        var first = await client.GetFromJsonAsync<JsonElement>("/api/agencies?take=1");
        var second = await client.GetFromJsonAsync<JsonElement>(
            $"/api/agencies?take=1&after={first.GetProperty("next").GetString()}"
        );
        using var nobody = await client.GetAsync(
            new Uri($"/api/agencies/{Guid.Empty}", UriKind.Relative)
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, closed.StatusCode);
        Assert.Equal(
            "Casa Amanecer",
            second.GetProperty("items")[0].GetProperty("name").GetString()
        );
        Assert.True(second.GetProperty("items")[0].GetProperty("closed").GetBoolean());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
    }
}
