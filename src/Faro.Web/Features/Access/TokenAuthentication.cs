// SPDX-License-Identifier: Apache-2.0
using System.Text.Encodings.Web;
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Access.Entering;
using Faro.Web.Doors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Faro.Web.Features.Access;

/// <summary>The bearer token of the API: opaque, looked up by its hash at each request.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory log,
    UrlEncoder encoder,
    FaroDb db,
    TimeProvider clock
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public new const string Scheme = "token";
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var caller = await db.CallerOfTokenAsync(
            new Secret(header[Bearer.Length..].Trim()),
            clock.GetUtcNow(),
            Context.RequestAborted
        );
        return caller is null
            ? AuthenticateResult.Fail("The token is not known, ran out or was revoked")
            : AuthenticateResult.Success(
                new AuthenticationTicket(FaroClaims.Principal(caller, Scheme), Scheme)
            );
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }
}
