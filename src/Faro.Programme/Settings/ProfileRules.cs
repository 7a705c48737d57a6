// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Faro.Programme.Settings;

/// <summary>What must hold of the programme's own data, at the first run and ever after.</summary>
internal static partial class ProfileRules
{
    public static List<Refusal> Check(ProfileAnswers answers)
    {
        var refusals = new List<Refusal>();
        CheckText(
            refusals,
            answers.Name,
            nameof(answers.Name),
            SettingsRefusals.NameMissing,
            ProgrammeProfile.NameMaxLength
        );
        CheckText(
            refusals,
            answers.TerritoryName,
            nameof(answers.TerritoryName),
            SettingsRefusals.TerritoryNameMissing,
            ProgrammeProfile.NameMaxLength
        );
        if (!Country().IsMatch(answers.Country))
        {
            refusals.Add(new(SettingsRefusals.CountryMalformed, nameof(answers.Country)));
        }

        if (!Territory().IsMatch(answers.Territory))
        {
            refusals.Add(new(SettingsRefusals.TerritoryMalformed, nameof(answers.Territory)));
        }

        if (!Prefix().IsMatch(answers.NumberPrefix))
        {
            refusals.Add(new(SettingsRefusals.PrefixMalformed, nameof(answers.NumberPrefix)));
        }

        return refusals;
    }

    public static void CheckText(
        List<Refusal> refusals,
        string text,
        string field,
        string missing,
        int longest
    )
    {
        if (text.Length == 0)
        {
            refusals.Add(new Refusal(missing, field));
        }
        else if (text.Length > longest)
        {
            refusals.Add(new Refusal(SettingsRefusals.NameLong, field, longest));
        }
    }

    [GeneratedRegex("^[a-z]{2}$", RegexOptions.None, 1000)]
    private static partial Regex Country();

    // State 01 to 32, and three digits more for a municipality (INEGI, Marco Geoestadístico).
    [GeneratedRegex("^(0[1-9]|[12][0-9]|3[0-2])([0-9]{3})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Territory();

    [GeneratedRegex("^[A-Z]{3}$", RegexOptions.None, 1000)]
    private static partial Regex Prefix();
}
