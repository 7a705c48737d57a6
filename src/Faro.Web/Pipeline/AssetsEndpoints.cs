// SPDX-License-Identifier: Apache-2.0
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Faro.Web.Pipeline;

/// <summary>Serves the client part: names carry a hash, so a browser may keep a file for ever.</summary>
internal static class AssetsEndpoints
{
    public static void AddFaroAssets(this IServiceCollection services) =>
        services.AddSingleton<FaroAssets>();

    public static IEndpointConventionBuilder MapFaroAssets(this IEndpointRouteBuilder app) =>
        app.MapMethods("/assets/{file}", [HttpMethods.Get, HttpMethods.Head], Serve)
            .ExcludeFromDescription();

    private static IResult Serve(string file, FaroAssets assets, HttpContext context)
    {
        if (assets.Find(file) is not { } found)
        {
            return Results.NotFound();
        }

        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = HeaderNames.AcceptEncoding;
        if (
            context
                .Request.Headers.AcceptEncoding.ToString()
                .Contains("br", StringComparison.Ordinal)
        )
        {
            headers.ContentEncoding = "br";
            return Results.Bytes(found.Brotli, found.ContentType);
        }

        return Results.Bytes(found.Plain, found.ContentType);
    }
}
