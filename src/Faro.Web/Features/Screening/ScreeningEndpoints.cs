// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Web.Doors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Faro.Web.Features.Screening;

/// <summary>The service worker stands where its pages stand: it can speak for no others.</summary>
internal static class ScreeningEndpoints
{
    public static void MapInterviewWorker(this IEndpointRouteBuilder app) =>
        app.MapGet(ScreeningLinks.Worker, Serve)
            .RequireDoor(Permissions.Public)
            .ExcludeFromDescription();

    private static IResult Serve(FaroAssets assets, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Text(assets.Inline("sw.js"), "text/javascript; charset=utf-8");
    }
}
