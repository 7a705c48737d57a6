// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Web.Words;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Faro.Web.Pipeline;

/// <summary>An outcome as the API says it: the value, or problem details with the stable refusal codes.</summary>
public static class ApiOutcome
{
    public static Results<Ok<T>, ProblemHttpResult> ToApi<T>(
        this Outcome<T> outcome,
        RefusalWords words
    ) => outcome.Done ? TypedResults.Ok(outcome.Value) : Problem(outcome.Refusals, words);

    /// <summary>Problem details of refusals: the status by the first one's code.</summary>
    internal static ProblemHttpResult Problem(IReadOnlyList<Refusal> refusals, RefusalWords words)
    {
        var first = refusals[0];
        var status = first.Code switch
        {
            RequestRefusals.Unreadable => StatusCodes.Status400BadRequest,
            AccessRefusals.NotAllowed => StatusCodes.Status403Forbidden,
            _ when first.Code.EndsWith(".not-found", StringComparison.Ordinal) =>
                StatusCodes.Status404NotFound,
            _ when first.Code.EndsWith(".changed-meanwhile", StringComparison.Ordinal) =>
                StatusCodes.Status409Conflict,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
        return TypedResults.Problem(
            words.Get(first),
            statusCode: status,
            title: first.Code,
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["code"] = first.Code,
                ["refusals"] = refusals
                    .Select(refusal => new
                    {
                        code = refusal.Code,
                        field = refusal.Field,
                        text = words.Get(refusal),
                    })
                    .ToArray(),
            }
        );
    }
}
