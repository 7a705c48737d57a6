// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Faro.Linkage.Records;

/// <summary>How a name sounds to a Spanish-speaking clerk: equal for names that are spelt by ear.</summary>
/// <remarks>Own rules: b/v, s/z/c/x, ll/y/i, g/j, qu/k/c, h, w/gu, sh/ch, doubled letters, Mayan tz and q.</remarks>
internal static class Phonetic
{
    /// <summary>The key of one folded word.</summary>
    /// <param name="name">Lower case, without accents.</param>
    /// <returns>A short key; empty for an empty name.</returns>
    public static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; )
        {
            var next = i + 1 < name.Length ? name[i + 1] : '\0';
            var (sound, taken) = Sound(name[i], next, i + 2 < name.Length ? name[i + 2] : '\0');
            i += taken;
            foreach (var letter in sound)
            {
                if (key.Length == 0 || key[^1] != letter)
                {
                    key.Append(letter);
                }
            }
        }

        return key.ToString();
    }

    private static (string Sound, int Taken) Sound(char letter, char next, char third) =>
        letter switch
        {
            'c' or 's' when next == 'h' => ("@", 2),
            'c' when next is 'e' or 'i' => ("s", 1),
            'c' when next == 'k' => ("k", 2),
            'c' or 'k' => ("k", 1),
            'q' when next == 'u' && third is 'e' or 'i' => ("k", 2),
            'q' => ("k", 1),
            'd' when next == 'z' => ("s", 2),
            't' when next == 'z' || (next == 's' && third is not '\0') => ("s", 2),
            't' when next == 'h' => ("t", 2),
            'p' when next == 'h' => ("f", 2),
            'z' or 's' => ("s", 1),
            'x' => ("j", 1),
            'l' when next == 'l' => ("i", 2),
            'y' => ("i", 1),
            'g' when next == 'u' && third is 'e' or 'i' => ("g", 2),
            'g' when next is 'e' or 'i' => ("j", 1),
            'h' when next == 'u' && third is 'e' or 'i' => ("gu", 2),
            'h' => ("", 1),
            'w' => ("gu", 1),
            'v' => ("b", 1),
            _ => (letter.ToString(), 1),
        };
}
