// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Access.Entering;
using Faro.Web.Doors;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Faro.Web.Features.Access;

/// <summary>What has no page of its own: signing out, and the questions that a passkey answers.</summary>
internal static class SessionEndpoints
{
    public static async Task<IResult> SignOutAsync(
        HttpContext http,
        IAntiforgery antiforgery,
        CurrentActor current,
        EndSession endSession
    )
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }

        if (current.Actor.May(Permissions.OwnAccount))
        {
            await endSession.RunAsync(
                current.Actor,
                new EndSessionInput(null),
                http.RequestAborted
            );
        }

        await http.SignOutAsync(SessionCookie.Scheme);
        // Whatever this browser kept of interviews goes with the session.
        http.Response.Headers["Clear-Site-Data"] = "\"storage\"";
        return Results.LocalRedirect("/");
    }

    public static async Task<IResult> AskPasskeyAsync(
        HttpContext http,
        IAntiforgery antiforgery,
        SignInThrottle throttle,
        PasskeyDialogue dialogue
    ) =>
        !await antiforgery.IsRequestValidAsync(http) ? Results.BadRequest()
        : !throttle.Allows(http, "") ? Results.StatusCode(StatusCodes.Status429TooManyRequests)
        : Results.Content(await dialogue.AskAsync(), "application/json");

    public static async Task<IResult> NewPasskeyAsync(
        HttpContext http,
        IAntiforgery antiforgery,
        CurrentActor current,
        PasskeyDialogue dialogue
    ) =>
        await antiforgery.IsRequestValidAsync(http)
            ? Results.Content(
                await dialogue.OfferAsync(current.Actor.UserId!.Value),
                "application/json"
            )
            : Results.BadRequest();
}
