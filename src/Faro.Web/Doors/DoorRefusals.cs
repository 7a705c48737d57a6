// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Web.Pipeline;
using Faro.Web.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Faro.Web.Doors;

/// <summary>Turns people away: those who are nobody yet to the sign-in page, the others with 403, and it is recorded.</summary>
internal sealed class DoorRefusals(OperationDoor door, CurrentActor current, RefusalWords words)
    : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public async Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        if (context.GetEndpoint() is null)
        {
            // Nothing is here to be closed: say so, whoever asks.
            await next(context);
            return;
        }

        if (!authorizeResult.Succeeded && context.User.Identity?.IsAuthenticated == true)
        {
            // The route's pattern, never its values: a value may be a person's id, which the door must not tell apart.
            var pattern = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
            var act = $"door:{context.Request.Method} {pattern}";
            await door.RecordRefusalAsync(
                current.Actor,
                act.Length > 80 ? act[..80] : act,
                [new Refusal(AccessRefusals.NotAllowed)],
                context.RequestAborted
            );
            await AnswerAsync(context);
            return;
        }

        await _usual.HandleAsync(next, context, policy, authorizeResult);
    }

    /// <summary>The API says the code; a page leaves the rest to the error page.</summary>
    private Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            Outcome<Done> outcome = new Refusal(AccessRefusals.NotAllowed);
            return outcome.ToApi(words).ExecuteAsync(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
