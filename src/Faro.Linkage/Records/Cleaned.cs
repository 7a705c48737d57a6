// SPDX-License-Identifier: Apache-2.0
using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Faro.Linkage.Records;

/// <summary>Text made comparable: encoding repaired, no accents, lower case, words joined by one space.</summary>
internal static class Cleaned
{
    /// <summary>What UTF-8 read as Windows-1252 always begins with in Western names.</summary>
    private static readonly SearchValues<char> BrokenMarks = SearchValues.Create("ÃÂ");

    /// <summary>Windows-1252 characters of bytes 80 to 9F; the rest of that page equals Latin-1.</summary>
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Ways in which lists say "we do not know".</summary>
    private static readonly FrozenSet<string> Nothing = FrozenSet.Create(
        StringComparer.Ordinal,
        "n a",
        "n d",
        "s d",
        "s n",
        "nd",
        "null",
        "none",
        "nan",
        "unknown",
        "not known",
        "desconocido",
        "desconocida",
        "se desconoce",
        "sin dato",
        "sin datos",
        "sin informacion",
        "no aplica",
        "no especificado",
        "ninguno",
        "ninguna",
        "xxx"
    );

    /// <summary>Folds a value; ñ becomes n, apostrophes vanish (a glottal stop is written in too many ways).</summary>
    /// <param name="value">As the list has it.</param>
    /// <returns>The folded text, empty when the value says nothing.</returns>
    public static string Fold(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return "";
        }

        var text = Repair(value);
        if (!Ascii.IsValid(text))
        {
            text = Decompose(text);
        }

        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            Add(folded, letter);
        }

        if (folded.Length > 0 && folded[^1] == ' ')
        {
            folded.Length--;
        }

        var result = folded.ToString();
        return Nothing.Contains(result) ? "" : result;
    }

    /// <summary>Letters and their marks apart. Half a surrogate pair, as cut cells leave it, becomes U+FFFD.</summary>
    public static string Decompose(string text) =>
        (
            text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0
                ? text
                : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))
        ).Normalize(NormalizationForm.FormD);

    /// <summary>Repairs UTF-8 that was once read as Windows-1252 ("PÃ©rez"); other text comes back as it is.</summary>
    public static string Repair(string value)
    {
        if (value.AsSpan().IndexOfAny(BrokenMarks) < 0)
        {
            return value;
        }

        var bytes = new byte[value.Length];
        for (var i = 0; i < value.Length; i++)
        {
            var place = Windows1252.IndexOf(value[i], StringComparison.Ordinal);
            if (place < 0 && value[i] > 'ÿ')
            {
                return value;
            }

            bytes[i] = (byte)(place < 0 ? value[i] : 0x80 + place);
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // Not UTF-8 after all: a true Ã, as in Portuguese names.
            return value;
        }
    }

    /// <summary>Upper-case letters and digits only, as document numbers are compared.</summary>
    public static string Compact(string? value)
    {
        var folded = Fold(value);
        var compact = folded.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return compact.Length < 4 || compact.All(letter => letter == compact[0]) ? "" : compact;
    }

    /// <summary>The last eight digits of a telephone number: country and trunk codes are written too freely.</summary>
    public static string Phone(string? value)
    {
        var digits = string.Concat((value ?? "").Where(char.IsAsciiDigit));
        var last = digits.Length > 8 ? digits[^8..] : digits;
        return last.Length < 7 || last.All(digit => digit == last[0]) ? "" : last;
    }

    private static void Add(StringBuilder folded, char letter)
    {
        if (char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter))
        {
            folded.Append(letter);
        }
        else if (char.IsLetterOrDigit(letter))
        {
            folded.Append(char.ToLowerInvariant(letter));
        }
        else if (
            letter is not ('\'' or '’' or '‘' or 'ʼ' or '`' or '´')
            && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark
            && folded.Length > 0
            && folded[^1] != ' '
        )
        {
            folded.Append(' ');
        }
    }
}
