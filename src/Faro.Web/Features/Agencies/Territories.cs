// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme;

namespace Faro.Web.Features.Agencies;

/// <summary>CVEGEO codes as people read them.</summary>
internal static class Territories
{
    /// <summary>The state's name, with the code of a municipality beside it.</summary>
    public static string Label(string code, string wholeCountry)
    {
        if (code.Length < 2)
        {
            return wholeCountry;
        }

        var state = CodeLists
            .Get(TerritoryCode.StateList)
            .Label(code[..2], CultureInfo.CurrentUICulture);
        return code.Length == 2 ? state : $"{state} ({code})";
    }
}
