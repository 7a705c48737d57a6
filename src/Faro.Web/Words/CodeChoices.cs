// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme;
using Faro.Web.FormParts;

namespace Faro.Web.Words;

/// <summary>Code lists as a form offers them and as a page writes them, in the language of the request.</summary>
internal static class CodeChoices
{
    /// <summary>What may be chosen today, in the list's own order.</summary>
    public static IReadOnlyList<Choice> Of(string list, TimeProvider clock) =>
        [
            .. CodeLists
                .Get(list)
                .Offered(clock.Today())
                .Select(entry => new Choice(entry.Code, entry.Label(CultureInfo.CurrentUICulture))),
        ];

    /// <summary>As <see cref="Of"/>, by the alphabet of the request's language: for long lists.</summary>
    public static IReadOnlyList<Choice> Sorted(string list, TimeProvider clock) =>
        [.. Of(list, clock).OrderBy(choice => choice.Label, StringComparer.CurrentCulture)];

    /// <summary>The words of one code; empty for an empty code.</summary>
    public static string Label(string list, string code) =>
        code.Length == 0 ? "" : CodeLists.Get(list).Label(code, CultureInfo.CurrentUICulture);
}
