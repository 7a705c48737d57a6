// SPDX-License-Identifier: Apache-2.0
namespace Faro.Linkage.Tests.Support;

/// <summary>People made up from a few syllables, each on two lists, the second time with a slip now and then.</summary>
internal static class Invented
{
    private static readonly string[] Syllables =
        "ba ce di fo gu ha ji ko lu ma ne pi ro su ta ve xo ya zi que".Split(' ');

    public static IEnumerable<PersonRecord> People(int count)
    {
        for (var person = 0; person < count; person++)
        {
            var phone = Number(person, 6) % 2 == 0 ? "" : $"55{Number(person, 7) % 100_000_000:D8}";
            string[] values =
            [
                Name(person, 1),
                Name(person, 2),
                Name(person, 3),
                $"{1980 + (Number(person, 4) % 30)}-{2 + (Number(person, 5) % 11):D2}-{2 + (Number(person, 8) % 26):D2}",
                Name((int)(Number(person, 9) % 12), 90),
                phone,
            ];
            yield return new PersonRecord("policia", 100 + person, $"p{person}", values);
            string[] again = [.. values];
            again[0] = Number(person, 10) % 5 == 0 ? values[0][..^1] : values[0];
            again[2] = Number(person, 11) % 4 == 0 ? "" : values[2];
            again[3] = Number(person, 12) % 6 == 0 ? values[3][..4] : values[3];
            yield return new PersonRecord("refugio", 100 + person, $"r{person}", again);
        }
    }

    private static string Name(int person, int part) =>
        string.Concat(
            Enumerable
                .Range(0, 3)
                .Select(place => Syllables[Number(person, (part * 10) + place) % Syllables.Length])
        );

    private static long Number(int person, int part) =>
        (long)(Blocking.Keys.Narrow(Blocking.Keys.Narrow((ulong)part, person), part) >> 2);
}
