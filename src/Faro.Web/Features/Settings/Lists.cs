// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme;
using Faro.Web.FormParts;

namespace Faro.Web.Features.Settings;

/// <summary>Code lists as choices of these forms, in the language of the request.</summary>
internal static class Lists
{
    public static IReadOnlyList<Choice> Of(string list, TimeProvider clock)
    {
        var today = clock.Today();
        return
        [
            .. CodeLists
                .Get(list)
                .Offered(today)
                .Select(entry => new Choice(entry.Code, entry.Label(CultureInfo.CurrentUICulture))),
        ];
    }

    public static IReadOnlyList<Choice> Countries(TimeProvider clock) =>
        [.. Of("countries", clock).Where(country => country.Value.Length == 2)];
}
