// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Access.Entering;
using Microsoft.AspNetCore.Http;

namespace Faro.Web.Features.Access;

/// <summary>The ticket that the browser holds between two steps of signing in.</summary>
internal static class StepCookie
{
    private const string Name = "faro-paso";

    public static void Remember(HttpContext http, Secret ticket) =>
        http.Response.Cookies.Append(
            HostCookies.NameFor(http, Name),
            ticket.Reveal(),
            Options(http, TimeSpan.FromMinutes(SignInTickets.Minutes))
        );

    public static Secret Read(HttpContext http) =>
        new(http.Request.Cookies[HostCookies.NameFor(http, Name)]);

    public static void Forget(HttpContext http) =>
        http.Response.Cookies.Delete(HostCookies.NameFor(http, Name), Options(http, null));

    public static CookieOptions Options(HttpContext http, TimeSpan? age) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = http.Request.IsHttps,
            Path = "/",
            MaxAge = age,
            IsEssential = true,
        };
}
