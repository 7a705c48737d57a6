// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Storage;
using Faro.Web.Doors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Web.Features.Access;

/// <summary>How a request proves who it is: the cookie of a session, or the bearer token of the API.</summary>
public static class FaroAuthentication
{
    /// <summary>Chooses between the two by the request's <c>Authorization</c> header.</summary>
    private const string Either = "faro";

    /// <summary>The name in the configuration (<c>Faro__Domain</c>) that passkeys belong to, when it is not the host's.</summary>
    private const string Domain = "Faro:Domain";

    internal static void AddFaroAuthentication(
        this IServiceCollection services,
        FaroOptions options
    )
    {
        _ = options;
        services
            .AddAuthentication(Either)
            .AddPolicyScheme(
                Either,
                null,
                choice =>
                    choice.ForwardDefaultSelector = context =>
                        context.Request.Headers.Authorization.Count > 0
                            ? TokenAuthentication.Scheme
                            : SessionCookie.Scheme
            )
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(
                TokenAuthentication.Scheme,
                null
            )
            .AddCookie(SessionCookie.Scheme, SessionCookie.Configure);
        services.AddScoped<SessionEvents>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<FirstTimeGate>();
        services.AddScoped<PasskeyDialogue>();
        services.AddScoped<IPasskeyHandler<User>, PasskeyHandler<User>>();
        services
            .AddOptions<IdentityPasskeyOptions>()
            .Configure<IConfiguration>(
                (passkeys, configuration) =>
                {
                    passkeys.ServerDomain = configuration[Domain];
                    // The key alone names the person and asks for a finger or number: no name to type, two steps in one.
                    passkeys.ResidentKeyRequirement = "required";
                    passkeys.UserVerificationRequirement = "required";
                    passkeys.AuthenticatorTimeout = PasskeyDialogue.Patience;
                    passkeys.ValidateOrigin = context =>
                        ValueTask.FromResult(PasskeyDialogue.IsOurs(context));
                }
            );
    }

    internal static void MapFaroAuthentication(this IEndpointRouteBuilder app)
    {
        app.MapPost(AccessLinks.SignOut, SessionEndpoints.SignOutAsync)
            .RequireDoor(Permissions.Public)
            .ExcludeFromDescription();
        app.MapPost(AccessLinks.PasskeyOptions, SessionEndpoints.AskPasskeyAsync)
            .RequireDoor(Permissions.Public)
            .ExcludeFromDescription();
        app.MapPost(AccessLinks.AccountPasskeyOptions, SessionEndpoints.NewPasskeyAsync)
            .RequireDoor(Permissions.OwnAccount)
            .ExcludeFromDescription();
    }
}
