// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Faro.Programme.Access;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Web.Tests.Releases;

public sealed class PublicPageTests
{
    [Theory]
    [EveryDatabase]
    public async Task What_two_people_decided_is_public_and_nothing_else(DatabaseKind kind)
    {
        await using var host = await StartAsync(kind);
        using var nobody = host.AsPublic();
        var before = await TextAsync(nobody, "/publico");
        Assert.DoesNotContain("Guatemala", before, StringComparison.Ordinal);

        var id = await PublishAsync(host);

        var page = await TextAsync(nobody, "/publico");
        Assert.Contains("Guatemala", page, StringComparison.Ordinal);
        Assert.DoesNotContain("El Salvador", page, StringComparison.Ordinal);
        Assert.DoesNotContain("178", page, StringComparison.Ordinal);
        Assert.DoesNotContain("deducir", page, StringComparison.Ordinal);
        Assert.Contains("data-quick-exit", page, StringComparison.Ordinal);
        var list = await nobody.GetFromJsonAsync<JsonElement>("/api/releases");
        Assert.Equal(id, list.GetProperty("items")[0].GetProperty("id").GetGuid());
    }

    [Theory]
    [EveryDatabase]
    public async Task The_file_has_tags_and_holds_no_small_count(DatabaseKind kind)
    {
        await using var host = await StartAsync(kind);
        var id = await PublishAsync(host);
        using var nobody = host.AsPublic();

        var lines = (await TextAsync(nobody, $"/publico/{id}/tablas.csv")).Split("\r\n");

        Assert.StartsWith("#date+reported,#adm2+code,", lines[1], StringComparison.Ordinal);
        Assert.Contains(
            lines,
            line => line.Contains(",citizenship,gt,Guatemala,,,120,", StringComparison.Ordinal)
        );
        Assert.All(
            lines.Skip(2).Where(line => line.Length > 0),
            line =>
            {
                var count = line.Split(',')[^2];
                Assert.True(
                    count.Length == 0
                        || int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) >= 10
                );
            }
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task A_proposal_stays_inside_until_it_is_approved(DatabaseKind kind)
    {
        await using var host = await StartAsync(kind);
        using var supervisor = host.As(Role.Supervisor);
        using var proposed = await supervisor.PostAsync(
            new Uri("/api/releases/propose", UriKind.Relative),
            null
        );
        var id = await proposed.Content.ReadFromJsonAsync<Guid>();
        using var nobody = host.AsPublic();

        using var own = await supervisor.PostAsync(
            new Uri($"/api/releases/{id}/approve", UriKind.Relative),
            null
        );
        using var one = await nobody.GetAsync(new Uri($"/api/releases/{id}", UriKind.Relative));
        using var file = await nobody.GetAsync(
            new Uri($"/publico/{id}/tablas.csv", UriKind.Relative)
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, own.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, one.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
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

    private static async Task<Guid> PublishAsync(FaroHost host)
    {
        using var analyst = host.As(Role.Analyst);
        using var proposed = await analyst.PostAsync(
            new Uri("/api/releases/propose", UriKind.Relative),
            null
        );
        var id = await proposed.Content.ReadFromJsonAsync<Guid>();
        using var officer = host.As(Role.DataProtection);
        using var approved = await officer.PostAsync(
            new Uri($"/api/releases/{id}/approve", UriKind.Relative),
            null
        );
        Assert.Equal(HttpStatusCode.OK, approved.StatusCode);
        return id;
    }

    private static Task<string> TextAsync(HttpClient client, string path) =>
        client.GetStringAsync(new Uri(path, UriKind.Relative));
}
