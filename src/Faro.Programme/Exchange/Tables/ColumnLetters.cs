// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Exchange.Tables;

/// <summary>Columns as spreadsheets name them.</summary>
public static class ColumnLetters
{
    /// <param name="column">From 1; 0 for no column.</param>
    /// <returns>A, B … Z, AA …; empty for no column.</returns>
    public static string Of(int column)
    {
        var letters = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }
}
