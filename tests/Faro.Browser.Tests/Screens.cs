// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Web.Doors;
using Microsoft.AspNetCore.Routing;

namespace Faro.Browser.Tests;

/// <summary>Every screen that can be opened without an id, with somebody who may.</summary>
internal static class Screens
{
    /// <returns>Path, and the code of the role that opens it; empty for the public.</returns>
    public static IReadOnlyList<(string Path, string Role)> All(BrowserHost browser) =>
        [
            .. ((IEndpointRouteBuilder)browser.Host.App)
                .DataSources.SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(endpoint =>
                    endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>()
                        is not null
                )
                .Where(endpoint => endpoint.RoutePattern.Parameters.Count == 0)
                .Select(endpoint =>
                    ("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), Asks(endpoint))
                )
                .Where(screen => screen.Item2 is not null)
                .Select(screen => (screen.Item1, Opener(screen.Item2!)))
                .Distinct()
                .Order(),
        ];

    private static Permission? Asks(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<DoorAttribute>()?.Asks;

    private static string Opener(Permission asks) =>
        asks == Permissions.Public
            ? ""
            : Role.All.First(role => role.Permissions.Contains(asks)).Code;
}
