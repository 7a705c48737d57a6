// SPDX-License-Identifier: Apache-2.0
namespace Faro.Linkage.Records;

/// <summary>The names of one record, taken apart.</summary>
/// <param name="Given">Given names, folded.</param>
/// <param name="First">First surname, folded; empty when missing.</param>
/// <param name="Second">Second surname, folded; empty when missing.</param>
internal readonly record struct PersonName(string[] Given, string First, string Second)
{
    /// <summary>Surnames that begin with "de" by birth, not by marriage.</summary>
    private static readonly string[] BornWithDe =
    [
        "leon",
        "paz",
        "jesus",
        "dios",
        "santiago",
        "anda",
    ];

    /// <summary>Words that begin a surname of two words: San José, Monte de Oca, O'Brien.</summary>
    private static readonly string[] Beginnings =
    [
        "san",
        "santa",
        "santo",
        "monte",
        "mac",
        "mc",
        "o",
        "van",
        "von",
        "da",
        "do",
        "dos",
        "di",
        "du",
        "le",
        "st",
    ];

    /// <summary>Surnames of a record that has one column for them, or whose second one is empty: "García-López" is two
    /// surnames, "Pérez de Soto" is one and a husband's.</summary>
    /// <param name="folded">Folded text.</param>
    /// <returns>First and second surname, joined without spaces; empty when missing.</returns>
    public static (string First, string Second) Alone(string folded)
    {
        var words = GivenNames.Words(folded);
        if (words.Length < 2 || Array.IndexOf(Beginnings, words[0]) >= 0)
        {
            return (string.Concat(words), "");
        }

        var husband = folded.IndexOf(" de ", StringComparison.Ordinal);
        return husband > 0 && IsMarried(folded[(husband + 1)..])
            ? (Join(folded[..husband]), "")
            : (words[0], string.Concat(words.AsSpan(1)));
    }

    /// <summary>A second surname; empty when it is a husband's.</summary>
    public static string SecondSurname(string folded) => IsMarried(folded) ? "" : Join(folded);

    /// <summary>A surname as one word, without particles.</summary>
    public static string Join(string folded) => string.Concat(GivenNames.Words(folded));

    /// <summary>From one column: "López Ruiz, Ana María", or given names first and, from three words on, two surnames last.</summary>
    public static PersonName OfWhole(string? name)
    {
        var comma = (name ?? "").IndexOf(',', StringComparison.Ordinal);
        if (comma > 0)
        {
            var (first, second) = Alone(Cleaned.Fold(name![..comma]));
            return new(GivenNames.Split(Cleaned.Fold(name[(comma + 1)..])), first, second);
        }

        var words = GivenNames.Split(Cleaned.Fold(name));
        return words.Length switch
        {
            < 2 => new(words, "", ""),
            2 => new([words[0]], words[1], ""),
            _ => new(words[..^2], words[^2], words[^1]),
        };
    }

    private static bool IsMarried(string folded) =>
        folded.StartsWith("de ", StringComparison.Ordinal)
        && folded.Split(' ') is { Length: 2 } words
        && Array.IndexOf(BornWithDe, words[1]) < 0;
}
