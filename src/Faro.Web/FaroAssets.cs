// SPDX-License-Identifier: Apache-2.0
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Web;

/// <summary>The files of the client part and where they are served.</summary>
public sealed class FaroAssets
{
    private const string Folder = "/assets/";

    public string Url(string name) => Folder + name;
}

internal static class AssetsEndpoints
{
    public static void AddFaroAssets(this IServiceCollection services) =>
        services.AddSingleton<FaroAssets>();

    public static IEndpointConventionBuilder MapFaroAssets(this IEndpointRouteBuilder app) =>
        app.MapGet("/assets/{file}", (string file) => Results.NotFound(file));
}
