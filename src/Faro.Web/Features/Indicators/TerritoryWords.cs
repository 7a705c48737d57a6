// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme;

namespace Faro.Web.Features.Indicators;

/// <summary>How a territory is called on the screen.</summary>
internal static class TerritoryWords
{
    /// <param name="code">CVEGEO of 2 or 5 digits, or a country.</param>
    /// <param name="own">The programme's own territory, whose name is known.</param>
    /// <param name="ownName">That name.</param>
    /// <param name="language">Of the labels.</param>
    public static string Label(string code, string own, string ownName, CultureInfo language)
    {
        if (code == own)
        {
            return ownName;
        }

        if (!char.IsAsciiDigit(code[0]))
        {
            return CodeLists.Get("countries").Label(code, language);
        }

        var state = CodeLists.Get(TerritoryCode.StateList).Label(code[..2], language);
        return code.Length == 2 ? state : $"{state}, {code}";
    }
}
