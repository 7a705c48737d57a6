// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Faro.Linkage;

/// <summary>How a name sounds to a Spanish-speaking clerk, so that what was spelt by ear is found again.</summary>
/// <remarks>
/// Our own rules for Latin American names; order matters. Since accents are folded before, ñ and ni+vowel fall together
/// with n, and güe with gue. The Mayan reading is a second key for every name, never a guess at who is indigenous.
/// A search takes both keys (too many candidates are ranked low rather than missed), linkage the first.
/// </remarks>
public static class NameSound
{
    /// <summary>One or two keys; equal keys sound alike.</summary>
    /// <param name="word">Lower case, without accents and apostrophes.</param>
    /// <returns>The Spanish reading, then the Mayan one when it differs.</returns>
    public static IReadOnlyList<string> Keys(string word)
    {
        var spanish = Key(word);
        var mayan = Mayan(word);
        return spanish == mayan ? [spanish] : [spanish, mayan];
    }

    /// <summary>The Spanish reading.</summary>
    /// <param name="word">Lower case, without accents and apostrophes.</param>
    /// <returns>A short key; empty for an empty word.</returns>
    public static string Key(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var key = new StringBuilder(word.Length);
        for (var at = 0; at < word.Length; )
        {
            var (sound, taken) = Sound(word, at);
            at += taken;
            foreach (var letter in sound)
            {
                if (key.Length == 0 || key[^1] != letter)
                {
                    key.Append(letter);
                }
            }
        }

        Soften(key);
        return key.Length > 0 ? key.ToString() : word;
    }

    /// <summary>Mayan spellings, official and colonial, brought to Spanish letters first (Xol, Q'eqchi').</summary>
    private static string Mayan(string word)
    {
        var text = new StringBuilder(word).Replace("qu", "k").Replace('q', 'k').ToString();
        if (text.StartsWith('x'))
        {
            text = "sh" + text[1..];
        }

        if (text.EndsWith('x'))
        {
            text = text[..^1] + "sh";
        }

        return Key(text);
    }

    private static (string Sound, int Taken) Sound(string word, int at)
    {
        var next = Letter(word, at + 1);
        var third = Letter(word, at + 2);
        return word[at] switch
        {
            'c' or 'k' or 'g' or 'q' => Throat(word[at], next, third),
            's' when next == 'h' => ("@", 2),
            's' when next == 'c' && third is 'e' or 'i' => ("s", 2),
            's' or 'z' => ("s", 1),
            'l' when next == 'l' => ("y", 2),
            // Tz'utujil, Dzul: no Spanish word has these letters together.
            't' when next == 'z' || (next == 's' && third != '\0') => ("s", 2),
            'd' when next == 'z' => ("s", 2),
            't' when next == 'h' => ("t", 2),
            'p' when next == 'h' => ("f", 2),
            'h' when next == 'u' && IsFront(third) => ("g", 2),
            'h' when next == 'u' && third == 'a' => ("gu", 2),
            'h' => ("", 1),
            'w' when IsFront(next) => ("g", 1),
            'w' => ("gu", 1),
            'j' when at == 0 && next == 'e' => ("y", 1),
            'x' when at == 0 || (IsVowel(Letter(word, at - 1)) && IsVowel(next)) => ("j", 1),
            'x' => ("s", 1),
            'v' => ("b", 1),
            'y' when !IsVowel(next) => ("i", 1),
            'n' when next is 'b' or 'p' or 'v' => ("m", 1),
            'n' when next == 'i' && IsVowel(third) => ("n", 2),
            'n' when next == 'y' && IsVowel(third) => ("n", 2),
            var letter => (letter.ToString(), 1),
        };

        // Jennifer, Yenifer, Gerardo, Jerardo: an initial ge or je is heard as ye by many, so all begin alike.
        (string, int) Throat(char letter, char following, char after) =>
            letter switch
            {
                'c' when following == 'h' => ("@", 2),
                'c' when IsFront(following) => ("s", 1),
                'c' when following == 'k' => ("k", 2),
                'g' when following == 'u' && IsFront(after) => ("g", 2),
                'g' when at == 0 && following == 'e' => ("y", 1),
                'g' when IsFront(following) => ("j", 1),
                'g' => ("g", 1),
                'q' when following == 'u' => ("k", 2),
                _ => ("k", 1),
            };
    }

    /// <summary>A final s or z is often not heard, and not written.</summary>
    private static void Soften(StringBuilder key)
    {
        if (key.Length > 2 && key[^1] == 's')
        {
            key.Length--;
        }
    }

    private static char Letter(string word, int at) =>
        at >= 0 && at < word.Length ? word[at] : '\0';

    private static bool IsFront(char letter) => letter is 'e' or 'i' or 'y';

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
