// SPDX-License-Identifier: Apache-2.0
using System.Security.Claims;
using Faro.Programme;
using Faro.Programme.Access.Entering;
using Faro.Web.Doors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Faro.Web.Features.Access;

/// <summary>Asks the database at each request whether the session lives and what its person may do by now.</summary>
internal sealed class SessionEvents(FaroDb db, TimeProvider clock) : CookieAuthenticationEvents
{
    // Renewing the cookie at every request would cost an answer its cache; once in five minutes is enough.
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(5);

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var caller = Guid.TryParse(
            context.Principal?.FindFirstValue(FaroClaims.Session),
            out var session
        )
            ? await db.CallerOfSessionAsync(
                session,
                clock.GetUtcNow(),
                context.HttpContext.RequestAborted
            )
            : null;
        if (caller is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(SessionCookie.Scheme);
            return;
        }

        context.ReplacePrincipal(FaroClaims.Principal(caller, SessionCookie.Scheme));
    }

    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew = context.ElapsedTime > Renewal;
        return Task.CompletedTask;
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        // Only a page that was asked for can be gone back to; a form that was sent cannot.
        var back = HttpMethods.IsGet(context.Request.Method)
            ? context.Request.Path + context.Request.QueryString
            : null;
        context.Response.Redirect(AccessLinks.Step(AccessLinks.SignIn, back));
        return Task.CompletedTask;
    }
}
