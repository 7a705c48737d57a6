// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Faro.Programme.People;

namespace Faro.Programme.Demo;

/// <summary>
/// An agency's own list of invented people, as a spreadsheet would hold it: some of the register's people and others that the
/// programme never met, written down anew by somebody in a hurry. The same seed gives the same bytes.
/// </summary>
internal sealed class DemoList
{
    /// <summary>People whom no list of the programme's own has; together with the register's the whole that an estimate is after.</summary>
    private const int Others = 340;

    /// <summary>From where numbers begin that the register's people never reach.</summary>
    private const int FirstOther = 5_000_000;

    private readonly ulong _seed;
    private readonly List<DemoPerson> _people;

    /// <param name="seed">Of the demonstration.</param>
    /// <param name="count">People in the register.</param>
    public DemoList(ulong seed, int count)
    {
        _seed = seed;
        var names = new NamePool();
        var known = Math.Min(count, DemoSize.Usual);
        _people =
        [
            .. Enumerable
                .Range(0, known)
                .Select(i =>
                    DemoPerson.Make(names, "", seed, (int)((long)i * count / known), count)
                ),
            .. Enumerable
                .Range(0, Others)
                .Select(i => DemoPerson.Make(names, "", seed, FirstOther + i, FirstOther + Others)),
        ];
    }

    /// <param name="row">Of <c>lists.csv</c>: how many of a hundred women, men and others the agency meets.</param>
    /// <param name="list">Place of the list, from 1.</param>
    /// <returns>CSV in UTF-8.</returns>
    public byte[] Write(IReadOnlyDictionary<string, string> row, int list)
    {
        var text = new StringBuilder(row["columns"]).Append('\n');
        var folio = 0;
        foreach (var (number, person) in _people.Index())
        {
            var dice = Dice.Of(_seed + ((ulong)list << 40), number);
            if (!Meets(row, person, dice))
            {
                continue;
            }

            Append(text, ++folio, person, dice);
            // Now and then somebody is written down twice.
            if (dice.Chance(4))
            {
                Append(text, ++folio, person, dice);
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Who truly is on which lists: bit i for the list of row i; 0 for those whom no list has.</summary>
    /// <param name="rows">Of <c>lists.csv</c>.</param>
    public IReadOnlyList<int> Truth(IReadOnlyList<IReadOnlyDictionary<string, string>> rows) =>
        [
            .. _people.Select(
                (person, number) =>
                    rows.Index()
                        .Where(row =>
                            Meets(
                                row.Item,
                                person,
                                Dice.Of(_seed + ((ulong)(row.Index + 1) << 40), number)
                            )
                        )
                        .Sum(row => 1 << row.Index)
            ),
        ];

    private static bool Meets(
        IReadOnlyDictionary<string, string> row,
        DemoPerson person,
        Dice dice
    ) =>
        dice.Chance(
            int.Parse(
                row[person.Facts.Sex == "female" ? "women" : "others"],
                CultureInfo.InvariantCulture
            )
        );

    private static void Append(StringBuilder text, int folio, DemoPerson person, Dice dice)
    {
        var identity = person.Identity;
        var isTwisted = dice.Chance(4);
        text.AppendJoin(
                ',',
                folio.ToString(CultureInfo.InvariantCulture),
                Misspelt(identity.GivenNames, dice),
                Misspelt(isTwisted ? identity.Surname2 : identity.Surname1, dice),
                isTwisted ? Misspelt(identity.Surname1, dice)
                    : dice.Chance(15) ? ""
                    : Misspelt(identity.Surname2, dice),
                Born(identity.Birth, dice),
                person.Facts.Sex == "female" ? "mujer" : "hombre",
                dice.Chance(70) && identity.Documents.Count > 0 ? identity.Documents[0].Number : ""
            )
            .Append('\n');
    }

    /// <summary>One slip in eight: an accent lost, two letters swapped, one left out or a second name dropped.</summary>
    private static string Misspelt(string name, Dice dice)
    {
        if (name.Length < 4 || !dice.Chance(12))
        {
            return name;
        }

        var at = dice.Between(1, name.Length - 3);
        return dice.Below(4) switch
        {
            0 => WithoutAccents(name),
            1 => name[..at] + name[at + 1] + name[at] + name[(at + 2)..],
            2 => name.Remove(at, 1),
            _ => name.Split(' ')[0],
        };
    }

    private static string WithoutAccents(string name) =>
        string.Concat(
                name.Normalize(NormalizationForm.FormD)
                    .Where(letter =>
                        CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark
                    )
            )
            .Normalize(NormalizationForm.FormC);

    private static string Born(BirthDate? birth, Dice dice)
    {
        if (birth is not { Precision: BirthPrecisions.Day } || dice.Chance(6))
        {
            return "";
        }

        // Day and month in each other's place, as in a form of another country.
        var day = birth.Earliest();
        if (day.Day <= 12 && dice.Chance(5))
        {
            day = new DateOnly(day.Year, day.Day, day.Month);
        }

        return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
