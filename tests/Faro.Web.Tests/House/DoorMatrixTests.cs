// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Net.Http.Json;
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Audit;
using Faro.Programme.Storage;
using Faro.Tests.Support;
using Faro.Web.Doors;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Faro.Web.Tests.House;

/// <summary>Role × route, generated from the routes themselves: every door states a permission, and keeps to it.</summary>
public sealed class DoorMatrixTests
{
    [Fact]
    public async Task Every_endpoint_states_its_door()
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        var open = Endpoints(host)
            .Where(endpoint => endpoint.Metadata.GetMetadata<DoorAttribute>() is null);
        Assert.Empty(open.Select(endpoint => endpoint.DisplayName));
    }

    [Theory]
    [EveryDatabase]
    public async Task Every_role_is_refused_where_it_lacks_the_permission_and_it_is_recorded(
        DatabaseKind kind
    )
    {
        await using var host = await FaroHost.StartAsync(kind);
        var doors = Doors(host).ToArray();
        Assert.NotEmpty(doors);
        var wrong = new List<string>();
        var refused = 0;
        foreach (var role in Role.All)
        {
            using var client = host.As(role);
            foreach (var door in doors)
            {
                using var request = new HttpRequestMessage(new HttpMethod(door.Method), door.Path);
                if (door.Method != "GET")
                {
                    request.Content = JsonContent.Create(new { });
                }

                using var answer = await client.SendAsync(
                    request,
                    HttpCompletionOption.ResponseHeadersRead,
                    TestContext.Current.CancellationToken
                );
                var may = role.Permissions.Contains(door.Asks);
                refused += may ? 0 : 1;
                if (
                    may
                        ? IsTurnedAway(answer.StatusCode)
                        : answer.StatusCode != HttpStatusCode.Forbidden
                )
                {
                    wrong.Add(
                        $"{role.Code} {door.Method} {door.Path} ({door.Asks}): {(int)answer.StatusCode}"
                    );
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        await using var db = host.Services.GetRequiredService<DatabaseEngine>().OpenReader();
        var recorded = await db.AuditEntries.CountAsync(
            entry => entry.Result == AuditResults.Refused && entry.Act.StartsWith("door:"),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(refused, recorded);
    }

    [Fact]
    public async Task Nobody_passes_a_closed_door_without_signing_in()
    {
        await using var host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        using var client = host.AsPublic();
        var wrong = new List<string>();
        foreach (var door in Doors(host).Where(door => door.Asks != Permissions.Public))
        {
            using var request = new HttpRequestMessage(new HttpMethod(door.Method), door.Path);
            if (door.Method != "GET")
            {
                request.Content = JsonContent.Create(new { });
            }

            using var answer = await client.SendAsync(
                request,
                TestContext.Current.CancellationToken
            );
            var toSignIn =
                answer.StatusCode == HttpStatusCode.Redirect
                && answer.Headers.Location?.ToString().Contains("/entrar", StringComparison.Ordinal)
                    == true;
            if (!toSignIn && answer.StatusCode != HttpStatusCode.Unauthorized)
            {
                wrong.Add($"{door.Method} {door.Path}: {(int)answer.StatusCode}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static bool IsTurnedAway(HttpStatusCode status) =>
        status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized || (int)status >= 500;

    /// <summary>Pages by GET; the API by each of its methods. Ids are of nothing: a door speaks before what is behind it.</summary>
    private static IEnumerable<(string Method, string Path, Permission Asks)> Doors(
        FaroHost host
    ) =>
        from endpoint in Endpoints(host)
        let door = endpoint.Metadata.GetMetadata<DoorAttribute>()
        where door is not null
        let methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        let isApi = endpoint
            .RoutePattern.RawText?.TrimStart('/')
            .StartsWith("api/", StringComparison.Ordinal) == true
        from method in methods
        where method == "GET" || (isApi && method is "POST" or "PUT" or "DELETE")
        let path = Fill(endpoint)
        where path is not null
        select (method, path, door.Asks);

    private static IEnumerable<RouteEndpoint> Endpoints(FaroHost host) =>
        ((IEndpointRouteBuilder)host.App)
            .DataSources.SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint =>
                endpoint.RoutePattern.RawText?.Contains("_framework", StringComparison.Ordinal)
                != true
            );

    private static string? Fill(RouteEndpoint endpoint)
    {
        var parts = endpoint.RoutePattern.PathSegments.Select(segment =>
            string.Concat(
                segment.Parts.Select(part =>
                    part switch
                    {
                        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal =>
                            literal.Content,
                        Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator =>
                            separator.Content,
                        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter =>
                            Value(parameter),
                        _ => "",
                    }
                )
            )
        );
        return "/" + string.Join('/', parts);
    }

    private static string Value(
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter
    ) =>
        parameter.ParameterPolicies.Select(policy => policy.Content).FirstOrDefault() switch
        {
            "guid" => "00000000-0000-7000-8000-00000000dead",
            "int" => "404",
            "long" => "9",
            _ => parameter.Name switch
            {
                "language" => "es",
                "documentName" => "v1",
                _ => "x",
            },
        };
}
