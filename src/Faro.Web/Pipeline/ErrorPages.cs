// SPDX-License-Identifier: Apache-2.0
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Web.Pipeline;

/// <summary>
/// What an answer without a body shows: problem details to the API, a page to people. The page is asked for anew as a GET,
/// so that a refused form is not posted again to the page that tells of it.
/// </summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this IApplicationBuilder app) =>
        app.UseStatusCodePages(ShowAsync);

    private static async Task ShowAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var request = http.Request;
        if (request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            await http
                .RequestServices.GetRequiredService<IProblemDetailsService>()
                .TryWriteAsync(new ProblemDetailsContext { HttpContext = http });
            return;
        }

        var (method, path, query) = (request.Method, request.Path, request.QueryString);
        (request.Method, request.Path, request.QueryString) = (
            HttpMethods.Get,
            $"/error/{http.Response.StatusCode}",
            QueryString.Empty
        );
        http.SetEndpoint(null);
        request.RouteValues.Clear();
        try
        {
            await context.Next(http);
        }
        finally
        {
            (request.Method, request.Path, request.QueryString) = (method, path, query);
        }
    }
}
