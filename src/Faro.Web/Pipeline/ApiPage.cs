// SPDX-License-Identifier: Apache-2.0
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

    /// <summary>Cuts a list that was read one longer than asked.</summary>
    public static ApiPage<T> From<T>(List<T> oneMore, int take, Func<T, Guid> key) =>
        oneMore.Count > take
            ? new ApiPage<T>(oneMore[..take], key(oneMore[take - 1]).ToString())
            : new ApiPage<T>(oneMore, null);

    /// <returns>Between 1 and 200; 50 when not said.</returns>
    public static int Take(int? asked) => Math.Clamp(asked ?? DefaultTake, 1, MaxTake);
}
