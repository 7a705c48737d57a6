// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Home;

/// <summary>One thing that waits for the reader of the first page.</summary>
/// <param name="Tone">The look of its tag: <c>a</c> wants action, <c>r</c> is late, <c>v</c> is well, empty only tells.</param>
/// <param name="Tag">The key of the tag's words.</param>
/// <param name="Text">The key of its words.</param>
/// <param name="Count">How many, for the words.</param>
/// <param name="Link">Where to do it.</param>
public sealed record TodayItem(string Tone, string Tag, string Text, long Count, string Link)
{
    /// <summary>More than so many are told as more.</summary>
    public const int MostShown = 999;
}
