// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Web.Features.Access;

/// <summary>How a request proves who it is: the cookie of a session, or the bearer token of the API.</summary>
public static class FaroAuthentication
{
    internal static void AddFaroAuthentication(
        this IServiceCollection services,
        FaroOptions options
    )
    {
        _ = options;
        services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie => cookie.LoginPath = "/entrar");
    }

    internal static void MapFaroAuthentication(this IEndpointRouteBuilder app) => _ = app;
}
