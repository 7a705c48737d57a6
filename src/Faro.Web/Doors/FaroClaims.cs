// SPDX-License-Identifier: Apache-2.0
using System.Security.Claims;
using Faro.Programme.Access;

namespace Faro.Web.Doors;

/// <summary>What a signed-in request carries.</summary>
public static class FaroClaims
{
    public const string User = "sub";
    public const string Session = "sid";
    public const string Agency = "agency";
    public const string Role = "role";
    public const string Name = "name";

    /// <param name="user">Who.</param>
    /// <param name="session">The session of the browser, or the id of the API token.</param>
    /// <param name="scheme">The authentication scheme.</param>
    public static ClaimsPrincipal Principal(User user, Guid session, string scheme)
    {
        var claims = new List<Claim>
        {
            new(User, user.Id.ToString()),
            new(Session, session.ToString()),
            new(Name, user.DisplayName),
        };
        if (user.AgencyId is { } agency)
        {
            claims.Add(new Claim(Agency, agency.ToString()));
        }

        claims.AddRange(user.RoleCodes.Select(code => new Claim(Role, code)));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme, Name, Role));
    }
}
