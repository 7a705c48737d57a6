// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using System.Text.RegularExpressions;
using Faro.Programme;
using Faro.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Web.Pipeline;

/// <summary>
/// What an answer without a body shows: problem details to the API, a page to people. The page is asked for anew as a GET,
/// so that a refused form is not posted again to the page that tells of it.
/// </summary>
internal static partial class ErrorPages
{
    public static void UseErrorPages(this IApplicationBuilder app) =>
        app.UseStatusCodePages(ShowAsync);

    private static async Task ShowAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var request = http.Request;
        if (request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            await AnswerAsync(http);
            return;
        }

        var (method, path, query) = (request.Method, request.Path, request.QueryString);
        (request.Method, request.Path, request.QueryString) = (
            HttpMethods.Get,
            $"/error/{http.Response.StatusCode}",
            QueryString.Empty
        );
        // Without it the page believes that it is itself the one that was not found, and stays empty.
        http.Features.Set<IStatusCodeReExecuteFeature>(
            new StatusCodeReExecuteFeature
            {
                OriginalPathBase = request.PathBase,
                OriginalPath = path,
                OriginalQueryString = query.Value,
            }
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

    /// <summary>
    /// A body that could not be read is told by its place in the JSON; the reader's own message is left out, since it may
    /// quote what somebody wrote.
    /// </summary>
    private static async Task AnswerAsync(HttpContext http)
    {
        if (http.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad)
        {
            var where = Place(bad.InnerException as JsonException);
            await ApiOutcome
                .Problem(
                    [new Refusal(RequestRefusals.Unreadable, where, where)],
                    http.RequestServices.GetRequiredService<RefusalWords>()
                )
                .ExecuteAsync(http);
            return;
        }

        await http
            .RequestServices.GetRequiredService<IProblemDetailsService>()
            .TryWriteAsync(new ProblemDetailsContext { HttpContext = http });
    }

    /// <summary>The path in the body, with the names of the properties that are missing there.</summary>
    private static string Place(JsonException? failure)
    {
        var path = failure?.Path ?? "$";
        var missing = Missing().Match(failure?.Message ?? "").Groups["names"].Value;
        return missing.Length == 0
            ? path
            : $"{path} ({missing.Replace("'", "", StringComparison.Ordinal)})";
    }

    /// <summary>How the reader names required properties that are not there: our own names, nothing of the caller's.</summary>
    [GeneratedRegex(
        "missing required properties including: (?<names>'[^']+'(, '[^']+')*)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Missing();
}
