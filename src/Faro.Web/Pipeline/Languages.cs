// SPDX-License-Identifier: Apache-2.0
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace Faro.Web.Pipeline;

/// <summary>The chosen language, remembered by the browser.</summary>
internal static class Languages
{
    public const string CookieName = "faro-idioma";

    /// <param name="language"><c>es</c> or <c>en</c>; anything else is Spanish.</param>
    /// <param name="back">A path of this site; anything else goes home.</param>
    /// <param name="context">The request.</param>
    public static IResult Choose(string language, string? back, HttpContext context)
    {
        Remember(context, language);
        return Results.LocalRedirect(LocalPath.OrHome(back));
    }

    public static void Remember(HttpContext context, string language)
    {
        var culture = language == "en" ? "en-US" : "es-MX";
        context.Response.Cookies.Append(
            CookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
            new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                IsEssential = true,
            }
        );
    }
}
