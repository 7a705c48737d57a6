// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;

namespace Faro.Linkage.Records;

/// <summary>Names taken apart: particles dropped, abbreviations written out, familiar forms known.</summary>
internal static class GivenNames
{
    private static readonly FrozenSet<string> Particles = FrozenSet.Create(
        StringComparer.Ordinal,
        "de",
        "del",
        "la",
        "las",
        "los",
        "el",
        "y"
    );

    private static readonly FrozenDictionary<string, string[]> Familiar = ReadFamiliar();

    /// <summary>Given names as words: "Ma. de los Ángeles" is maria angeles.</summary>
    public static string[] Split(string folded)
    {
        var words = Words(folded);
        if (words is ["ma" or "mª", ..])
        {
            words[0] = "maria";
        }
        else if (words is ["j", _, ..])
        {
            words[0] = "jose";
        }

        return words;
    }

    /// <summary>Words without particles; a name of nothing but particles stays whole.</summary>
    public static string[] Words(string folded)
    {
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = words.Where(word => !Particles.Contains(word)).ToArray();
        return kept.Length > 0 ? kept : words;
    }

    /// <summary>The names that a familiar form may stand for; the name itself when it is none.</summary>
    public static IReadOnlyList<string> Formal(string name) =>
        Familiar.TryGetValue(name, out var names) ? names : [name];

    /// <summary>Whether a name is a familiar form.</summary>
    public static bool HasFamiliar(ReadOnlySpan<char> name) =>
        Familiar.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(name);

    /// <summary>Whether one may be the familiar form of the other, or both of a third.</summary>
    public static bool AreFamiliar(string left, string right) =>
        (Familiar.ContainsKey(left) || Familiar.ContainsKey(right))
        && Formal(left).Intersect(Formal(right), StringComparer.Ordinal).Any();

    private static FrozenDictionary<string, string[]> ReadFamiliar()
    {
        using var stream =
            typeof(GivenNames).Assembly.GetManifestResourceStream("nicknames.csv")
            ?? throw new InvalidOperationException("Bug in Faro: nicknames.csv is not embedded");
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line[0] != '#')
            .Skip(1)
            .Select(line => line.Split(','))
            .ToFrozenDictionary(
                cells => cells[0],
                cells => cells[1].Split(' '),
                StringComparer.Ordinal
            );
    }
}
