// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.People;

namespace Faro.Programme.Demo;

/// <summary>One invented person. The same seed, number and count give the same person on every machine and day.</summary>
/// <param name="Facts">What statistics may know.</param>
/// <param name="Identity">Invented names and papers; says in its notes that it is invented.</param>
/// <param name="RegisteredOn">From 2005 on; later people have later dates.</param>
/// <param name="Place">0 to 99: which of the registering agencies met her, by their weights.</param>
internal sealed record DemoPerson(
    PersonFacts Facts,
    PersonIdentity Identity,
    DateOnly RegisteredOn,
    int Place
)
{
    private const int FirstYear = 2005;

    /// <summary>New people per year since 2005, in proportion; the last year is half a year.</summary>
    private static readonly int[] Years =
    [
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10,
        10,
        9,
        9,
        8,
        8,
        9,
        5,
        6,
        8,
        9,
        10,
        11,
        6,
    ];

    /// <param name="names">Names to draw from.</param>
    /// <param name="note">Says that she is invented.</param>
    /// <param name="seed">Any.</param>
    /// <param name="number">0 to <paramref name="count"/> − 1.</param>
    /// <param name="count">People in all.</param>
    public static DemoPerson Make(NamePool names, string note, ulong seed, int number, int count)
    {
        var dice = Dice.Of(seed, number);
        var day = Day((number + dice.Share()) / count);
        var form = Form(dice);
        var sex = Sex(dice, form);
        var age = Age(dice, form);
        var citizenship = dice.Weigh(
            ("gt", 66),
            ("hn", 12),
            ("sv", 7),
            ("mx", 8),
            ("ni", 3),
            ("co", 2),
            ("ve", 1),
            ("cu", 1)
        );
        var isAgeKnown = !dice.Chance(5);
        var facts = new PersonFacts
        {
            Sex = sex,
            Gender = sex switch
            {
                "female" => "feminine",
                "male" when form == "sexual-exploitation" && dice.Chance(25) =>
                    "transgender-feminine",
                "male" => "masculine",
                _ => "not-specified",
            },
            AgeBand = isAgeKnown ? AgeBands.Of(age) : "",
            AgeInDoubt = !isAgeKnown,
            Citizenship = citizenship,
            Status = dice.Chance(78) ? "actual-victim" : "possible-victim",
            ExploitationForms = Forms(dice, form),
        };
        return new DemoPerson(
            facts,
            Identify(dice, names, note, number, facts, isAgeKnown ? Birth(dice, day, age) : null),
            day,
            dice.Below(100)
        );
    }

    /// <param name="share">How much of the programme's life is over: 0 to 1.</param>
    private static DateOnly Day(double share)
    {
        var left = share * Years.Sum();
        var year = 0;
        while (left >= Years[year])
        {
            left -= Years[year++];
        }

        var days = year == Years.Length - 1 ? 181 : 365;
        return new DateOnly(FirstYear + year, 1, 1).AddDays((int)(left / Years[year] * days));
    }

    private static string Form(Dice dice) =>
        dice.Weigh(
            ("sexual-exploitation", 45),
            ("forced-labour", 22),
            ("labour-exploitation", 14),
            ("servitude", 6),
            ("forced-begging", 6),
            ("minors-in-crime", 3),
            ("forced-marriage", 2),
            ("child-labour", 2)
        );

    private static List<string> Forms(Dice dice, string form)
    {
        var second = dice.Chance(12) ? Form(dice) : form;
        return dice.Chance(3) ? []
            : second == form ? [form]
            : [form, second];
    }

    private static string Sex(Dice dice, string form)
    {
        var women = form switch
        {
            "sexual-exploitation" => 92,
            "servitude" or "forced-marriage" => 95,
            "forced-labour" or "labour-exploitation" => 34,
            _ => 50,
        };
        return dice.Chance(1) ? "not-known"
            : dice.Chance(women) ? "female"
            : "male";
    }

    private static int Age(Dice dice, string form)
    {
        var (least, most) = form switch
        {
            "sexual-exploitation" => (12, 38),
            "servitude" => (13, 45),
            "forced-begging" or "child-labour" => (5, 17),
            "minors-in-crime" => (12, 17),
            "forced-marriage" => (12, 22),
            _ => (15, 56),
        };
        // The younger of two throws: most were young.
        return Math.Min(dice.Between(least, most), dice.Between(least, most));
    }

    private static BirthDate Birth(Dice dice, DateOnly day, int age)
    {
        var born = day.AddYears(-age).AddDays(-dice.Below(360));
        return dice.Weigh(
            (BirthDate.On(born), 66),
            (new BirthDate(BirthPrecisions.Month, born.Year, born.Month), 6),
            (new BirthDate(BirthPrecisions.Year, born.Year), 19),
            (
                new BirthDate(
                    BirthPrecisions.Estimated,
                    born.Year - 1,
                    LatestYear: Math.Min(born.Year + 1, day.Year)
                ),
                9
            )
        );
    }

    private static PersonIdentity Identify(
        Dice dice,
        NamePool names,
        string note,
        int number,
        PersonFacts facts,
        BirthDate? birth
    )
    {
        var given = facts.Sex == "male" ? names.Male : names.Female;
        var isMayan = facts.Citizenship == "gt" && dice.Chance(55);
        string Surname() => dice.Pick(isMayan ? names.MayanSurnames : names.Surnames);
        var digits = number.ToString("D7", CultureInfo.InvariantCulture);
        return new PersonIdentity
        {
            GivenNames = dice.Chance(45)
                ? $"{dice.Pick(given)} {dice.Pick(given)}"
                : dice.Pick(given),
            Surname1 = Surname(),
            Surname2 = dice.Chance(88) ? Surname() : "",
            Aliases = dice.Chance(10) ? [dice.Pick(given)] : [],
            Birth = birth,
            // No authority gives out such a number.
            Documents = dice.Chance(55)
                ? [new IdentityDocument(Paper(facts.Citizenship), "XX" + digits, facts.Citizenship)]
                : [],
            // Area code 322, exchange 000: no such line can be rung.
            Phones = dice.Chance(30)
                ? [new IdentityPhone("+52322000" + digits[^4..], dice.Chance(60))]
                : [],
            Notes = note,
        };
    }

    private static string Paper(string citizenship) =>
        citizenship switch
        {
            "gt" => "dpi-cui",
            "hn" => "dni",
            "sv" => "dui",
            "mx" => "birth-certificate",
            _ => "passport",
        };
}
