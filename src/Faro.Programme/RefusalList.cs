// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme;

/// <summary>Rules of a form, one a line: what does not hold is a refusal.</summary>
internal static class RefusalList
{
    public static void Must(
        this List<Refusal> refusals,
        bool holds,
        string code,
        string field = "",
        params object[] values
    )
    {
        if (!holds)
        {
            refusals.Add(new Refusal(code, field, values));
        }
    }

    /// <param name="refusals">The rules so far.</param>
    /// <param name="text">What was written.</param>
    /// <param name="limit">Most letters; the words of the refusal get it.</param>
    /// <param name="code">The area's code for a text that is too long.</param>
    /// <param name="field">The input's field.</param>
    public static void AtMost(
        this List<Refusal> refusals,
        string text,
        int limit,
        string code,
        string field
    ) => refusals.Must(text.Length <= limit, code, field, limit);
}
