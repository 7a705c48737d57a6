// SPDX-License-Identifier: Apache-2.0
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Web.Doors;

internal static class DoorRegistration
{
    public static void AddFaroDoors(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentActor>();
        services.AddAuthorization();
        services.AddSingleton<IAuthorizationPolicyProvider, DoorPolicies>();
        services.AddScoped<IAuthorizationHandler, DoorPolicies.Answer>();
        services.AddScoped<IAuthorizationMiddlewareResultHandler, DoorRefusals>();
    }
}
