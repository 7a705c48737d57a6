// SPDX-License-Identifier: Apache-2.0
using System.Security.Claims;
using Faro.Programme.Access;
using Faro.Programme.Access.Entering;
using Faro.Web.Doors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Faro.Web.Features.Access;

/// <summary>The cookie of a session: it names the session and nothing else; what the person may do is asked each time.</summary>
internal static class SessionCookie
{
    public const string Scheme = "session";
    public const string Name = "faro-sesion";

    public static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.LoginPath = AccessLinks.SignIn;
        cookie.ReturnUrlParameter = "volver";
        cookie.Cookie.Name = Name;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.Cookie.Path = "/";
        cookie.CookieManager = new HostCookies();
        cookie.ExpireTimeSpan = TimeSpan.FromMinutes(Session.IdleMinutes);
        cookie.SlidingExpiration = true;
        cookie.EventsType = typeof(SessionEvents);
    }

    /// <summary>Gives the browser its session, and forgets what it held between the steps.</summary>
    public static Task EnterAsync(HttpContext http, SignInStep step)
    {
        StepCookie.Forget(http);
        return http.SignInAsync(
            Scheme,
            new ClaimsPrincipal(
                new ClaimsIdentity(
                    [
                        new Claim(FaroClaims.User, step.UserId.ToString()),
                        new Claim(FaroClaims.Session, step.SessionId!.Value.ToString()),
                    ],
                    Scheme
                )
            )
        );
    }
}
