// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme;

namespace Faro.Web.Features.Settings;

/// <summary>Code lists as choices of these forms, in the language of the request.</summary>
internal static class Lists
{
    public static IEnumerable<(string Code, string Text)> Of(string list, TimeProvider clock)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().Date);
        return CodeLists
            .Get(list)
            .Offered(today)
            .Select(entry => (entry.Code, entry.Label(CultureInfo.CurrentUICulture)));
    }

    public static IEnumerable<(string Code, string Text)> Countries(TimeProvider clock) =>
        Of("countries", clock).Where(country => country.Code.Length == 2);
}
