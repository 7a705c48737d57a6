// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Consent;
using Faro.Web.Doors;
using Faro.Web.Features.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Faro.Web.Features.Consent;

/// <summary>A drawn signature, shown and kept nowhere.</summary>
internal static class SignatureEndpoint
{
    public static void MapFaroSignatures(this IEndpointRouteBuilder app) =>
        app.MapGet("/casos/{id:guid}/consentimientos/firma/{occasion:guid}", ShowAsync)
            .RequireDoor(Permissions.ViewCaseContent)
            .ServesDocuments();

    private static async Task<IResult> ShowAsync(
        Guid id,
        Guid occasion,
        ReadSignature read,
        CurrentActor current,
        CancellationToken cancellation
    )
    {
        _ = id;
        var outcome = await read.RunAsync(current.Actor, occasion, cancellation);
        return outcome.Done ? Results.Bytes(outcome.Value, "image/png") : Results.NotFound();
    }
}
