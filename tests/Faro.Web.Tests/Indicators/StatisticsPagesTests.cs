// SPDX-License-Identifier: Apache-2.0
using System.Net;
using Faro.Programme.Access;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Web.Tests.Indicators;

public sealed class StatisticsPagesTests
{
    [Theory]
    [EveryDatabase]
    public async Task Staff_count_178_people_most_of_them_from_Guatemala(DatabaseKind kind)
    {
        await using var host = await StartAsync(kind);

        var page = await host.As(Role.Analyst).PageAsync("/estadisticas");

        Assert.Equal("178", page.QuerySelector("p.big b")!.TextContent);
        var first = page.QuerySelector("#citizenship tbody tr")!;
        Assert.Equal("Guatemala", first.QuerySelector("th")!.TextContent);
        Assert.Equal("120", first.QuerySelector("td")!.TextContent);
    }

    [Theory]
    [EveryDatabase]
    public async Task The_public_version_hides_small_groups_with_one_mark(DatabaseKind kind)
    {
        await using var host = await StartAsync(kind);

        var page = await host.As(Role.Analyst).PageAsync("/estadisticas?version=publica");

        Assert.DoesNotContain("El Salvador", page.Body!.TextContent, StringComparison.Ordinal);
        var shown = page.QuerySelectorAll("section.card > .scroll td")
            .Select(cell => cell.TextContent.Trim())
            .Where(text => text.Length > 0)
            .ToHashSet(StringComparer.Ordinal);
        Assert.Contains("protegido", shown);
        Assert.All(shown, text => Assert.True(text == "protegido" || text.EndsWith('0'), text));
    }

    [Theory]
    [InlineData("caseworker")]
    [InlineData("administrator")]
    [InlineData("secretary")]
    public async Task Roles_without_statistics_are_turned_away(string role)
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);

        using var answer = await host.As(Role.Find(role)!)
            .GetAsync(new Uri("/estadisticas", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Every_page_of_the_area_speaks_both_languages()
    {
        await using var host = await StartAsync(DatabaseKind.Sqlite);
        string[] paths =
        [
            "/estadisticas",
            "/indicadores",
            "/indicadores/nueva",
            "/publicaciones",
            "/publico",
        ];
        foreach (var path in paths)
        {
            using var client = host.As(Role.Analyst);
            var spanish = (await client.PageAsync(path)).QuerySelector("h1")!.TextContent;
            client.DefaultRequestHeaders.Add("Accept-Language", "en-US");
            var english = (await client.PageAsync(path)).QuerySelector("h1")!.TextContent;
            Assert.NotEqual(spanish, english);
        }
    }

    private static async Task<FaroHost> StartAsync(DatabaseKind kind)
    {
        var host = await FaroHost.StartAsync(kind);
        await host.WriteAsync(act =>
        {
            CountedPeople.Add(act);
            return Task.CompletedTask;
        });
        return host;
    }
}
