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
    private const string Brotli = "br";

    public static void AddFaroAssets(this IServiceCollection services) =>
        services.AddSingleton<FaroAssets>();

    public static IEndpointConventionBuilder MapFaroAssets(this IEndpointRouteBuilder app) =>
        app.MapMethods("/assets/{file}", [HttpMethods.Get, HttpMethods.Head], Serve)
            .ExcludeFromDescription();

    private static IResult Serve(string file, FaroAssets assets, HttpContext context)
    {
        var compressed = AcceptsBrotli(context.Request);
        if (assets.Read(file, compressed) is not { } bytes)
        {
            return Results.NotFound();
        }

        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = HeaderNames.AcceptEncoding;
        if (compressed)
        {
            headers.ContentEncoding = Brotli;
        }

        var tag = new EntityTagHeaderValue(compressed ? $"\"{file}.{Brotli}\"" : $"\"{file}\"");
        return Results.Bytes(bytes, ContentType(file), entityTag: tag);
    }

    private static bool AcceptsBrotli(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .AcceptEncoding.Any(encoding =>
                encoding.Value.Equals(Brotli, StringComparison.OrdinalIgnoreCase)
                && encoding.Quality != 0
            );

    private static string ContentType(string file) =>
        Path.GetExtension(file) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "application/octet-stream",
        };
}
