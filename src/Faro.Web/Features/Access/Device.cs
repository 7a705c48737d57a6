// SPDX-License-Identifier: Apache-2.0
using Microsoft.AspNetCore.Http;

namespace Faro.Web.Features.Access;

/// <summary>Kind of browser and system, so that a person knows her devices apart. Nothing finer is kept.</summary>
internal static class Device
{
    // In this order: Edge and Opera also say Chrome, Chrome also says Safari.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    // Android also says Linux, iPhones also say Mac.
    private static readonly (string Sign, string Name)[] Systems =
    [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];

    public static string Of(HttpContext http)
    {
        var header = http.Request.Headers.UserAgent.ToString();
        string[] parts = [Find(Browsers, header), Find(Systems, header)];
        return string.Join(" · ", parts.Where(part => part.Length > 0));
    }

    private static string Find((string Sign, string Name)[] known, string header) =>
        Array.Find(known, each => header.Contains(each.Sign, StringComparison.Ordinal)).Name ?? "";
}
