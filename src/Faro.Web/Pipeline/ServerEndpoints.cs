// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Web.Doors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Faro.Web.Pipeline;

/// <summary>What those who run a server ask it: is it alive, is it ready, how is it doing; and the language switch.</summary>
internal static class ServerEndpoints
{
    public static void MapFaroOperations(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false })
            .RequireDoor(Permissions.Public);
        app.MapHealthChecks("/health/ready").RequireDoor(Permissions.Public);
        app.MapPrometheusScrapingEndpoint("/metrics").RequireDoor(Permissions.ManageSettings);
        app.MapOpenApi("/openapi/{documentName}.json").RequireDoor(Permissions.Public);
        app.MapGet("/idioma/{language}", Languages.Choose)
            .RequireDoor(Permissions.Public)
            .ExcludeFromDescription();
    }
}
