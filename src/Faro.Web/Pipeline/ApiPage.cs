// SPDX-License-Identifier: Apache-2.0
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Pipeline;

/// <summary>One page of a collection.</summary>
/// <param name="Items">At most as many as were asked for.</param>
/// <param name="Next">The cursor for <c>?after=</c>, or null at the end.</param>
public sealed record ApiPage<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>How collections are cut into pages.</summary>
public static class ApiPage
{
    public const int DefaultTake = 50;
    public const int MaxTake = 200;

    /// <summary>Answers with the first page of what is left of a collection.</summary>
    /// <param name="ordered">What comes after the cursor, in order.</param>
    /// <param name="take">As it was asked for.</param>
    /// <param name="key">What a cursor names.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<Ok<ApiPage<T>>> ToPageAsync<T>(
        this IQueryable<T> ordered,
        int? take,
        Func<T, Guid> key,
        CancellationToken cancellation
    )
    {
        var size = Take(take);
        // One more than asked tells whether there is another page.
        var read = await ordered.Take(size + 1).ToListAsync(cancellation);
        return TypedResults.Ok(
            read.Count > size
                ? new ApiPage<T>(read[..size], key(read[size - 1]).ToString())
                : new ApiPage<T>(read, null)
        );
    }

    /// <returns>Between 1 and 200; 50 when not said.</returns>
    public static int Take(int? asked) => Math.Clamp(asked ?? DefaultTake, 1, MaxTake);
}
