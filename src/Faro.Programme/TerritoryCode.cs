// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme;

/// <summary>A place in Mexico by its INEGI code (CVEGEO): 2 digits for a state, 5 for a municipality.</summary>
public static class TerritoryCode
{
    public const string StateList = "mexican-states";

    /// <summary>A known state, or a municipality of one; which municipalities a state has is not checked.</summary>
    public static bool IsKnown(string code) =>
        code.Length is 2 or 5
        && code.All(char.IsAsciiDigit)
        && CodeLists.Get(StateList).Contains(code[..2])
        && !code.EndsWith("000", StringComparison.Ordinal);
}
