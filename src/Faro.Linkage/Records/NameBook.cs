// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;

namespace Faro.Linkage.Records;

/// <summary>Names as lists write them, each taken apart once however many records bear it.</summary>
internal sealed class NameBook(Lexicon lexicon)
{
    private readonly Dictionary<string, GivenCodes> _given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SurnameCodes> _surnames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Whole, int Key)> _aliases = new(
        StringComparer.Ordinal
    );
    private readonly Dictionary<int, int> _sounds = [];
    private readonly Dictionary<ulong, int> _pairs = [];

    /// <summary>Writes the codes of a name into a row.</summary>
    /// <param name="row">The row's codes.</param>
    /// <param name="given">Given names as the list has them.</param>
    /// <param name="surname">First surname, or both.</param>
    /// <param name="second">Second surname.</param>
    /// <returns>Whether there was any name.</returns>
    public bool Put(Span<int> row, string? given, string? surname, string? second)
    {
        var names = Given(given ?? "");
        var first = Surname(surname ?? "");
        var last = Surname(second ?? "").AsSecond;
        return Put(
            row,
            names,
            last == 0 ? first.FirstAlone : first.Whole,
            last == 0 ? first.SecondAlone : last
        );
    }

    /// <summary>Writes the codes of a name that stands in one column.</summary>
    public bool PutWhole(Span<int> row, string? whole)
    {
        var name = PersonName.OfWhole(whole);
        return Put(row, Codes(name.Given), lexicon.Code(name.First), lexicon.Code(name.Second));
    }

    /// <summary>Writes the codes of an alias.</summary>
    public void PutAlias(Span<int> row, string? alias)
    {
        if (string.IsNullOrEmpty(alias))
        {
            return;
        }

        if (!_aliases.TryGetValue(alias, out var codes))
        {
            var folded = Cleaned.Fold(alias);
            var words = GivenNames.Split(folded);
            codes.Whole = lexicon.Code(folded);
            codes.Key =
                words.Length > 1
                    ? Pair(
                        Sound(lexicon.Code(GivenNames.Formal(words[0])[0])),
                        Sound(lexicon.Code(words[^1]))
                    )
                    : 0;
            _aliases.Add(alias, codes);
        }

        (row[(int)Field.Alias], row[(int)Field.AliasKey]) = codes;
    }

    private bool Put(Span<int> row, GivenCodes given, int first, int second)
    {
        var sound = Sound(first);
        row[(int)Field.Given] = given.All;
        row[(int)Field.Given1] = given.First;
        row[(int)Field.Given2] = given.Second;
        row[(int)Field.GivenKey1] = given.FirstSound;
        row[(int)Field.GivenKey2] = given.SecondSound;
        row[(int)Field.Surnames] = first == 0 && second == 0 ? 0 : Pair(first, second);
        row[(int)Field.Surname1] = first;
        row[(int)Field.Surname2] = second;
        row[(int)Field.SurnameKey1] = sound;
        row[(int)Field.SurnameKey2] = Sound(second);
        row[(int)Field.NameKey] =
            given.FirstSound == 0 || sound == 0 ? 0 : Pair(given.FirstSound, sound);
        return given.First != 0 || first != 0;
    }

    private GivenCodes Given(string raw)
    {
        if (!_given.TryGetValue(raw, out var codes))
        {
            _given.Add(raw, codes = Codes(GivenNames.Split(Cleaned.Fold(raw))));
        }

        return codes;
    }

    private GivenCodes Codes(string[] words)
    {
        var first = words.Length > 0 ? words[0] : "";
        var second = lexicon.Code(words.Length > 1 ? words[1] : "");
        return new GivenCodes(
            lexicon.Code(string.Join(' ', words)),
            lexicon.Code(first),
            second,
            Sound(lexicon.Code(GivenNames.Formal(first)[0])),
            Sound(second)
        );
    }

    private SurnameCodes Surname(string raw)
    {
        if (!_surnames.TryGetValue(raw, out var codes))
        {
            var folded = Cleaned.Fold(raw);
            var alone = PersonName.Alone(folded);
            codes = new SurnameCodes(
                lexicon.Code(PersonName.Join(folded)),
                lexicon.Code(alone.First),
                lexicon.Code(alone.Second),
                lexicon.Code(PersonName.SecondSurname(folded))
            );
            _surnames.Add(raw, codes);
        }

        return codes;
    }

    private int Sound(int code)
    {
        if (!_sounds.TryGetValue(code, out var sound))
        {
            _sounds.Add(code, sound = lexicon.Code(NameSound.Key(lexicon[code].ToString())));
        }

        return sound;
    }

    /// <summary>A number for two codes in this order, from 1; in a space of its own, compared only with its like.</summary>
    private int Pair(int one, int other)
    {
        // Times an odd number is one to one, and spreads pairs that share a code.
        var pair = unchecked((((ulong)(uint)one << 32) | (uint)other) * 0x9E3779B97F4A7C15);
        if (!_pairs.TryGetValue(pair, out var code))
        {
            _pairs.Add(pair, code = _pairs.Count + 1);
        }

        return code;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct GivenCodes(
        int All,
        int First,
        int Second,
        int FirstSound,
        int SecondSound
    );

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct SurnameCodes(
        int Whole,
        int FirstAlone,
        int SecondAlone,
        int AsSecond
    );
}
