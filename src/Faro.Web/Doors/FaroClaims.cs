// SPDX-License-Identifier: Apache-2.0
using System.Security.Claims;
using Faro.Programme.Access.Entering;

namespace Faro.Web.Doors;

/// <summary>What a signed-in request carries.</summary>
public static class FaroClaims
{
    public const string User = "sub";
    public const string Session = "sid";
    public const string Agency = "agency";
    public const string Role = "role";
    public const string Name = "name";
    public const string Compartment = "compartment";

    /// <summary>There when no grant is open to them.</summary>
    public const string NoGrants = "no-grants";

    /// <param name="caller">Who, with the session of the browser or the id of the API token.</param>
    /// <param name="scheme">The authentication scheme.</param>
    public static ClaimsPrincipal Principal(Caller caller, string scheme)
    {
        var claims = new List<Claim>
        {
            new(User, caller.Actor.UserId!.Value.ToString()),
            new(Session, caller.Actor.SessionId!.Value.ToString()),
            new(Name, caller.DisplayName),
        };
        if (caller.Actor.AgencyId is { } agency)
        {
            claims.Add(new Claim(Agency, agency.ToString()));
        }

        if (!caller.Actor.MayHaveGrants)
        {
            claims.Add(new Claim(NoGrants, ""));
        }

        claims.AddRange(caller.Actor.Compartments.Select(code => new Claim(Compartment, code)));
        claims.AddRange(caller.Actor.Roles.Select(role => new Claim(Role, role.Code)));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme, Name, Role));
    }
}
