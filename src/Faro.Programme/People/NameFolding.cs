// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;

namespace Faro.Programme.People;

/// <summary>Names as the blind index sees them: lower case, without accents, word by word.</summary>
public static class NameFolding
{
    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal)
    {
        "de",
        "del",
        "la",
        "las",
        "los",
        "y",
        "e",
    };

    /// <summary>
    /// Distinct words in the order written; particles (de, del, la, y …) only when there is nothing else. Ma. is María, as
    /// half of Mexico's birth certificates write it.
    /// </summary>
    public static IReadOnlyList<string> Words(params IEnumerable<string> names)
    {
        var words = names
            .SelectMany(name => Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(word => word == "ma" ? "maria" : word)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var telling = words.Where(word => !Particles.Contains(word)).ToList();
        return telling.Count > 0 ? telling : words;
    }

    /// <summary>
    /// Lower case, marks dropped (ñ becomes n), letters of other alphabets' kin spelt out, apostrophes dropped because in
    /// Mayan names they are part of the word (K'iche'), everything else that is no letter or digit a space.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            switch (char.ToLowerInvariant(letter))
            {
                case '\'' or '’' or '‘' or 'ʼ' or 'ʻ' or '`' or '´':
                    break;
                case 'ß':
                    folded.Append("ss");
                    break;
                case 'æ':
                    folded.Append("ae");
                    break;
                case 'œ':
                    folded.Append("oe");
                    break;
                case 'ø':
                    folded.Append('o');
                    break;
                case 'ł':
                    folded.Append('l');
                    break;
                case 'đ' or 'ð':
                    folded.Append('d');
                    break;
                case 'ı':
                    folded.Append('i');
                    break;
                case var lower:
                    folded.Append(char.IsLetterOrDigit(lower) ? lower : ' ');
                    break;
            }
        }

        return folded.ToString().Trim();
    }
}
