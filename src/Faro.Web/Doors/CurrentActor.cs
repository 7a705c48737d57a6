// SPDX-License-Identifier: Apache-2.0
using System.Security.Claims;
using Faro.Programme;
using Faro.Programme.Access;
using Microsoft.AspNetCore.Http;

namespace Faro.Web.Doors;

/// <summary>Who this request is, as the programme knows them.</summary>
public sealed class CurrentActor(IHttpContextAccessor http, TimeProvider clock)
{
    private Actor? _actor;

    public Actor Actor => _actor ??= Read(http.HttpContext?.User, clock);

    /// <summary>The name shown in the bar; empty for the public.</summary>
    public string DisplayName => http.HttpContext?.User.FindFirstValue(FaroClaims.Name) ?? "";

    private static Actor Read(ClaimsPrincipal? principal, TimeProvider clock)
    {
        if (principal?.Identity?.IsAuthenticated != true)
        {
            return Actor.Public;
        }

        return new Actor(
            Id(principal, FaroClaims.User),
            Id(principal, FaroClaims.Session),
            Id(principal, FaroClaims.Agency),
            [
                .. principal
                    .FindAll(FaroClaims.Role)
                    .Select(claim => Role.Find(claim.Value))
                    .OfType<Role>(),
            ]
        )
        {
            Compartments =
            [
                .. principal.FindAll(FaroClaims.Compartment).Select(claim => claim.Value),
            ],
            MayHaveGrants = !principal.HasClaim(claim => claim.Type == FaroClaims.NoGrants),
            At = clock.GetUtcNow(),
        };
    }

    private static Guid? Id(ClaimsPrincipal principal, string claim) =>
        Guid.TryParse(principal.FindFirstValue(claim), out var id) ? id : null;
}
