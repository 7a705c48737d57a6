// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Web.Pipeline;

/// <summary>How the API reads and writes JSON, and what it answers to a body that it cannot read.</summary>
internal static class ApiJson
{
    public static void AddApiJson(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            var options = json.SerializerOptions;
            options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            // What an input needs must be there: a request without it is refused before any operation.
            options.RespectNullableAnnotations = true;
            options.RespectRequiredConstructorParameters = true;
            options.TypeInfoResolver = (
                options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()
            ).WithAddedModifier(LeaveOutNulls);
        });
        // The failure reaches Problem, which says where in the body it is.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
    }

    /// <summary>What may be null may be left out.</summary>
    private static void LeaveOutNulls(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.IsSetNullable))
        {
            property.IsRequired = false;
        }
    }
}
