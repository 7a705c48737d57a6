// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Faro.Programme.Access;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Web.Tests.People;

public sealed class PeopleApiTests
{
    private static readonly object Person = new
    {
        facts = new { sex = "female", status = "possible-victim" },
        identity = new { givenNames = "Marisol", surname1 = "Núñez" },
    };

    [Theory]
    [EveryDatabase]
    public async Task A_person_is_registered_listed_read_and_erased(DatabaseKind kind)
    {
        await using var host = await FaroHost.StartAsync(kind);
        using var client = host.As(Role.Caseworker);
        using var officer = host.As(Role.DataProtection);

        var id = (
            await client.PostedAsync("/api/people/register", Person, HttpStatusCode.OK)
        ).GetGuid();
        var one = await client.GetFromJsonAsync<JsonElement>($"/api/people/{id}");
        var identity = await client.PostedAsync(
            $"/api/people/{id}/read-identity",
            new { },
            HttpStatusCode.OK
        );
        var found = await client.PostedAsync(
            "/api/people/search",
            new { names = "nunes" },
            HttpStatusCode.OK
        );
        await officer.PostedAsync(
            $"/api/people/{id}/erase",
            new { reason = "duplicate", typedNumber = "PVR-2026-0001" },
            HttpStatusCode.OK
        );
        var gone = await client.PostedAsync(
            $"/api/people/{id}/read-identity",
            new { },
            HttpStatusCode.UnprocessableEntity
        );

        Assert.Equal("PVR-2026-0001", one.GetProperty("number").GetString());
        Assert.False(one.TryGetProperty("identity", out _));
        Assert.Equal("Núñez", identity.GetProperty("identity").GetProperty("surname1").GetString());
        Assert.Equal(id, found.GetProperty("people")[0].GetProperty("id").GetGuid());
        Assert.Equal("person.erased", gone.GetProperty("code").GetString());
    }

    [Theory]
    [EveryDatabase]
    public async Task Pages_follow_one_another_until_there_are_no_more(DatabaseKind kind)
    {
        await using var host = await FaroHost.StartAsync(kind);
        using var client = host.As(Role.Caseworker);
        for (var turn = 0; turn < 5; turn++)
        {
            await client.PostedAsync(
                "/api/people/register",
                new { facts = new { sex = "male", status = "not-a-victim" } },
                HttpStatusCode.OK
            );
        }

        var numbers = new List<string?>();
        for (var after = ""; after is not null; )
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"/api/people?take=2{after}");
            numbers.AddRange(
                page.GetProperty("items")
                    .EnumerateArray()
                    .Select(item => item.GetProperty("number").GetString())
            );
            after = page.GetProperty("next").GetString() is { } next ? $"&after={next}" : null;
        }

        Assert.Equal(5, numbers.Count);
        Assert.Equal(
            "PVR-2026-0005 PVR-2026-0004 PVR-2026-0003 PVR-2026-0002 PVR-2026-0001",
            string.Join(' ', numbers)
        );
    }

    [Theory]
    [InlineData("administrator")]
    [InlineData("analyst")]
    [InlineData("trainer")]
    public async Task Roles_without_people_are_refused_every_door(string role)
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var client = host.As(Role.Find(role)!);

        using var list = await client.GetAsync(new Uri("/api/people", UriKind.Relative));
        using var page = await client.GetAsync(new Uri("/personas", UriKind.Relative));
        using var search = await client.PostAsJsonAsync("/api/people/search", new { names = "a" });

        Assert.Equal(HttpStatusCode.Forbidden, list.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, search.StatusCode);
    }

    [Fact]
    public async Task A_refusal_is_problem_details_with_its_code()
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var client = host.As(Role.Caseworker);

        var nobody = await client.PostedAsync(
            $"/api/people/{Guid.Empty}/read-identity",
            new { },
            HttpStatusCode.NotFound
        );
        var wrong = await client.PostedAsync(
            "/api/people/register",
            new { facts = new { sex = "", status = "possible-victim" } },
            HttpStatusCode.UnprocessableEntity
        );

        Assert.Equal("person.not-found", nobody.GetProperty("code").GetString());
        Assert.Equal("Sex", wrong.GetProperty("refusals")[0].GetProperty("field").GetString());
    }
}
