// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Web.Features.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Web.Features.Access;

/// <summary>Until the programme exists every page leads to the first run. Once it does, nothing is asked any more.</summary>
internal sealed class FirstTimeGate
{
    private static readonly string[] Open =
    [
        SettingsLinks.FirstTime,
        "/assets",
        "/health",
        "/idioma",
        "/error",
        "/api",
        "/openapi",
        "/metrics",
    ];

    private volatile bool _begun;

    public async Task<bool> IsClosedAsync(FaroDb db, CancellationToken cancellation)
    {
        if (!_begun)
        {
            _begun = await db.Profiles.AnyAsync(cancellation);
        }

        return !_begun;
    }

    public static bool Concerns(PathString path) =>
        !Open.Any(open => path.StartsWithSegments(open, StringComparison.Ordinal));
}

internal static class FirstTimePipeline
{
    public static void UseFirstTime(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                if (
                    FirstTimeGate.Concerns(context.Request.Path)
                    && await app
                        .Services.GetRequiredService<FirstTimeGate>()
                        .IsClosedAsync(
                            context.RequestServices.GetRequiredService<FaroDb>(),
                            context.RequestAborted
                        )
                )
                {
                    context.Response.Redirect(SettingsLinks.FirstTime);
                    return;
                }

                await next(context);
            }
        );
}
