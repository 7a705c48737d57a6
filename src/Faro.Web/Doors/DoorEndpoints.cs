// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Microsoft.AspNetCore.Builder;

namespace Faro.Web.Doors;

/// <summary>States the permission of an endpoint or of a whole group.</summary>
public static class DoorEndpoints
{
    public static TBuilder RequireDoor<TBuilder>(this TBuilder builder, Permission permission)
        where TBuilder : IEndpointConventionBuilder
    {
        var door = new DoorAttribute(permission);
        builder.Add(endpoint => endpoint.Metadata.Add(door));
        return builder;
    }
}
