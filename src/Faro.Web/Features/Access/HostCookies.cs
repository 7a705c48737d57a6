// SPDX-License-Identifier: Apache-2.0
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Faro.Web.Features.Access;

/// <summary>
/// Over https every name begins with <c>__Host-</c>, which browsers take only from this very host, for all paths and
/// securely (RFC 6265bis §4.1.3.2); over plain http, which is for one machine and for tests, they would refuse it.
/// </summary>
internal sealed class HostCookies : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    public static string NameFor(HttpContext context, string name) =>
        context.Request.IsHttps ? "__Host-" + name : name;

    public string? GetRequestCookie(HttpContext context, string key) =>
        _cookies.GetRequestCookie(context, NameFor(context, key));

    public void AppendResponseCookie(
        HttpContext context,
        string key,
        string? value,
        CookieOptions options
    ) => _cookies.AppendResponseCookie(context, NameFor(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _cookies.DeleteCookie(context, NameFor(context, key), options);
}
