// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using CsCheck;
using Faro.Programme.People;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Programme.Tests.People;

public sealed class SearchPeopleProperties
{
    private static readonly string[] Given =
    [
        "José",
        "María Guadalupe",
        "Yolanda",
        "Ángel",
        "Jesús",
        "Gerardo",
        "Jennifer",
        "Brayan",
        "Zoila",
        "Cecilia",
        "Guillermo",
        "Hugo",
        "Begoña",
        "Íñigo",
        "Violeta",
        "Wendy",
        "Ximena",
        "K'awiil",
        "Ixchel",
        "Quetzalli",
    ];

    private static readonly string[] Surnames =
    [
        "Núñez",
        "Vásquez",
        "Hernández",
        "Ixcoy",
        "Tz'unun",
        "Xol",
        "Chávez",
        "Güemes",
        "Zúñiga",
        "Llanos",
        "Bautista",
        "de la Cruz",
        "Jiménez",
        "Giménez",
        "Quijivix",
        "Ceballos",
        "Valle",
        "Guerra",
        "Huerta",
        "Muñiz",
    ];

    private static readonly Gen<PersonIdentity> Identities =
        from given in OneOf(Given)
        from first in OneOf(Surnames)
        from second in OneOf(Surnames)
        select new PersonIdentity
        {
            GivenNames = given,
            Surname1 = first,
            Surname2 = second,
        };

    [Theory]
    [EveryDatabase]
    public Task Everybody_is_found_without_accents_and_in_any_order(DatabaseKind kind) =>
        FindsEverybodyAsync(
            kind,
            (identity, random) =>
                string.Join(' ', Shuffled(WordsOf(identity).Select(WithoutAccents), random)),
            [PersonMatches.Name]
        );

    [Theory]
    [EveryDatabase]
    public Task Everybody_is_found_spelt_by_ear(DatabaseKind kind) =>
        FindsEverybodyAsync(
            kind,
            (identity, random) =>
                string.Join(
                    ' ',
                    Shuffled(WordsOf(identity).Select(word => Respelt(word, random)), random)
                ),
            [PersonMatches.Name, PersonMatches.NameByEar]
        );

    private static async Task FindsEverybodyAsync(
        DatabaseKind kind,
        Func<PersonIdentity, Random, string> ask,
        string[] expected
    )
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);
        await Gen.Select(Identities.Array[8], Gen.Int)
            .SampleAsync(
                async sample =>
                {
                    var (identities, seed) = sample;
                    // The order of words is part of the sample: CsCheck prints the seed of a failure.
#pragma warning disable CA5394
                    var random = new Random(seed);
#pragma warning restore CA5394
                    foreach (var identity in identities)
                    {
                        var id = await programme.RegisterAsync(identity);
                        // The one just registered has the highest number, so equals never push her off the list.
                        var query = new PersonQuery { Names = ask(identity, random) };
                        var found = await programme.SearchAsync(query);
                        var hit = Assert.Single(found.People, hit => hit.Id == id);
                        Assert.True(
                            expected.Intersect(hit.Matches, StringComparer.Ordinal).Any(),
                            query.Names
                        );
                    }
                },
                iter: 8,
                threads: 1
            );
    }

    private static Gen<string> OneOf(string[] names) =>
        Gen.Int[0, names.Length - 1].Select(index => names[index]);

    private static string[] WordsOf(PersonIdentity identity) =>
        $"{identity.GivenNames} {identity.Surname1} {identity.Surname2}".Split(' ');

    private static string WithoutAccents(string word) =>
        string.Concat(
            word.Normalize(NormalizationForm.FormD)
                .Where(letter =>
                    CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark
                )
        );

    /// <summary>One spelling that sounds the same, of those that fit the word.</summary>
    private static string Respelt(string word, Random random)
    {
        var plain = WithoutAccents(word).ToLowerInvariant();
        var fitting = new (string From, string To)[]
        {
            ("v", "b"),
            ("b", "v"),
            ("z", "s"),
            ("ce", "se"),
            ("ci", "si"),
            ("gi", "ji"),
            ("ge", "je"),
            ("ll", "y"),
            ("qui", "ki"),
            ("que", "ke"),
            ("ca", "ka"),
            ("ch", "sh"),
            ("hue", "gue"),
            ("ñ", "n"),
            ("tz", "z"),
            ("'", ""),
        }
            .Where(each => plain.Contains(each.From, StringComparison.Ordinal))
            .ToList();
#pragma warning disable CA5394 // part of the sample, see above
        return fitting.Count == 0 ? plain
            : fitting[random.Next(fitting.Count)] is var (from, to)
                ? plain.Replace(from, to, StringComparison.Ordinal)
            : plain;
#pragma warning restore CA5394
    }

    private static string[] Shuffled(IEnumerable<string> words, Random random)
    {
        var all = words.ToArray();
#pragma warning disable CA5394 // part of the sample, see above
        random.Shuffle(all);
#pragma warning restore CA5394
        return all;
    }
}
