// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Faro.Programme.Studies.Steps;

/// <summary>The values of CTDC's variables that hold one of several, in the official spelling and as the 19-column cut codes them.</summary>
internal static class MicrodataValues
{
    public const string GenderList = "ctdc-gender";
    public const string DurationList = "ctdc-duration";
    public const string AgeList = "age-bands";
    public const string CountryList = "countries";

    /// <summary>The code list of a variable's values; empty for years.</summary>
    public static string ListOf(string variable) =>
        variable switch
        {
            "gender" => GenderList,
            "age" => AgeList,
            "duration" => DurationList,
            "citizenship" or "exploitation-country" => CountryList,
            _ => "",
        };

    /// <param name="variable">A code of <see cref="Sources.MicrodataVariables"/> that is no flag.</param>
    /// <param name="cell">As written.</param>
    /// <param name="code">A code of the variable's list, or empty when nothing is known.</param>
    /// <returns>False when the cell is no value of this variable.</returns>
    public static bool TryRead(string variable, string cell, out string code)
    {
        code = "";
        if (cell.Length == 0 || cell.Equals("NULL", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (variable == "year")
        {
            code = cell;
            return int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                && year is >= 1900 and <= 2100;
        }

        var list = CodeLists.Get(ListOf(variable));
        // The cut numbers its bands; 0 is not known.
        if (variable is "age" or "duration" && IsNumber(cell, out var number))
        {
            code = number == 0 ? "" : list.Entries.ElementAtOrDefault(number - 1)?.Code ?? "";
            return number == 0 || code.Length > 0;
        }

        code = Find(list, variable, Fold(cell))?.Code ?? "";
        return code.Length > 0;
    }

    private static CodeEntry? Find(CodeList list, string variable, string folded) =>
        list
            .Entries.Where(entry => entry.Ctdc.Length > 0)
            .FirstOrDefault(entry =>
                variable == "duration"
                    ? folded.StartsWith(Fold(entry.Ctdc), StringComparison.OrdinalIgnoreCase)
                    : folded.Equals(Fold(entry.Ctdc), StringComparison.OrdinalIgnoreCase)
            );

    private static bool IsNumber(string cell, out int number) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    /// <summary>Dashes of any kind and leading zeros differ between editions: <c>09--17</c>, <c>9–17</c>.</summary>
    private static string Fold(string value) =>
        string.Join(
            '-',
            value
                .Split(
                    ['-', '–', '—'],
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                )
                .Select(part => part.Length > 1 ? part.TrimStart('0') : part)
        );
}
