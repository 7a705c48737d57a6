// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Microsoft.AspNetCore.Authorization;

namespace Faro.Web.Doors;

/// <summary>A policy per permission; an endpoint that states none is closed.</summary>
internal sealed class DoorPolicies : IAuthorizationPolicyProvider
{
    private static readonly AuthorizationPolicy Closed = new AuthorizationPolicyBuilder()
        .RequireAssertion(_ => false)
        .Build();

    public Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        Task.FromResult<AuthorizationPolicy?>(
            new AuthorizationPolicyBuilder()
                .AddRequirements(new Asks(Permissions.Get(policyName)))
                .Build()
        );

    public Task<AuthorizationPolicy> GetDefaultPolicyAsync() => Task.FromResult(Closed);

    public Task<AuthorizationPolicy?> GetFallbackPolicyAsync() =>
        Task.FromResult<AuthorizationPolicy?>(Closed);

    internal sealed record Asks(Permission Permission) : IAuthorizationRequirement;

    internal sealed class Answer(CurrentActor current) : AuthorizationHandler<Asks>
    {
        protected override Task HandleRequirementAsync(
            AuthorizationHandlerContext context,
            Asks requirement
        )
        {
            if (current.Actor.May(requirement.Permission))
            {
                context.Succeed(requirement);
            }

            return Task.CompletedTask;
        }
    }
}
