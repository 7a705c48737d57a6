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

    /// <summary>From separate columns. "García-López" alone is two surnames; "de Pérez" in second place is a husband's.</summary>
    public static PersonName Of(string? given, string? surname, string? second)
    {
        var first = Cleaned.Fold(surname);
        var last = Cleaned.Fold(second);
        if (IsMarried(last))
        {
            last = "";
        }

        var words = GivenNames.Words(first);
        if (last.Length == 0 && words.Length > 1 && words[0].Length > 3)
        {
            var husband = first.IndexOf(" de ", StringComparison.Ordinal);
            return husband > 0 && IsMarried(first[(husband + 1)..])
                ? new(GivenNames.Split(Cleaned.Fold(given)), Join(first[..husband]), "")
                : new(
                    GivenNames.Split(Cleaned.Fold(given)),
                    words[0],
                    string.Concat(words.AsSpan(1))
                );
        }

        return new(GivenNames.Split(Cleaned.Fold(given)), string.Concat(words), Join(last));
    }

    /// <summary>From one column: "López Ruiz, Ana María", or given names first and, from three words on, two surnames last.</summary>
    public static PersonName OfWhole(string? name)
    {
        var comma = (name ?? "").IndexOf(',', StringComparison.Ordinal);
        if (comma > 0)
        {
            return Of(name![(comma + 1)..], name[..comma], null);
        }

        var words = GivenNames.Split(Cleaned.Fold(name));
        return words.Length switch
        {
            < 2 => new(words, "", ""),
            2 => new([words[0]], words[1], ""),
            _ => new(words[..^2], words[^2], words[^1]),
        };
    }

    private static string Join(string folded) => string.Concat(GivenNames.Words(folded));

    private static bool IsMarried(string folded) =>
        folded.StartsWith("de ", StringComparison.Ordinal)
        && folded.Split(' ') is { Length: 2 } words
        && Array.IndexOf(BornWithDe, words[1]) < 0;
}
