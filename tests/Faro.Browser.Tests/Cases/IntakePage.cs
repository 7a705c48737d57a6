// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;

namespace Faro.Browser.Tests.Cases;

/// <summary><c>docs/intake.md</c>, written from what was counted.</summary>
internal static class IntakePage
{
    public const string Least = "Registro con lo menos";
    public const string ByName = "Registro con nombre, y alguien se le parece";

    private const double Key = 0.28;
    private const double Point = 1.1;
    private const double Think = 1.35;

    private static readonly Dictionary<string, string> English = new(StringComparer.Ordinal)
    {
        [Least] = "**Intake with the least**: a call, how it came and her sex; no name",
        [ByName] =
            "**Intake with a name**, age and country; somebody alike is shown, looked at and ruled out",
        ["Entrevista de detección"] =
            "Short screening: consent first, every question that must be answered, a note",
        ["Hechos, con su prueba"] =
            "Facts: recruitment, act, means and form of exploitation, each with its evidence",
        ["Determinación, propuesta"] = "Determination, proposed with reasons",
        ["Determinación, confirmada por otra persona"] =
            "Determination, confirmed by a second person from her first page",
        ["Consentimiento, firmado en papel"] = "Consent to the use of data, signed on paper",
        ["Riesgo y necesidades"] = "Risk and needs assessed",
        ["Plan y primera meta"] = "Plan in her own words, and a first goal",
        ["Atención y primer servicio"] = "Moved to assistance, and a first service recorded",
        ["Cierre"] = "Closure with its reason",
        ["Reapertura"] = "Reopened where it stood",
    };

    public static string Write(IReadOnlyList<Effort> all)
    {
        var page = new StringBuilder(
            """
            # What a case asks of the hand

            Counted by the test that walks a case from the first sign to its end through the screens alone (`tests/Faro.Browser.Tests/Cases/CaseWalkTests.cs`): in Spanish, on a screen of 360 pixels, on SQLite and on PostgreSQL, following the link that each page offers as what usually comes next. The test fails when this page says anything else than what it counted.

            | Stage | Pages | Clicks | Fields | Keys | Seconds |
            |---|--:|--:|--:|--:|--:|

            """
        );
        foreach (var each in all)
        {
            Row(page, English[each.Stage], each);
        }

        Row(
            page,
            "**Whole walk, the first row left out**",
            new Effort("")
            {
                Pages = all.Skip(1).Sum(each => each.Pages),
                Clicks = all.Skip(1).Sum(each => each.Clicks),
                Fields = all.Skip(1).Sum(each => each.Fields),
                Keys = all.Skip(1).Sum(each => each.Keys),
            }
        );
        page.Append(
            """

            How it was counted:

            - Each stage begins where the one before ended, intake on the first page after signing in.
            - *Pages*: pages loaded, so waits on a slow network. *Clicks*: presses of a finger or button; a choice from a list is two (open, choose), a text field one (to enter it). *Fields*: questions answered; what the form answers itself (today, the own agency, "she says so") is not counted. *Keys*: characters typed.
            - *Seconds* is an estimate, not a measurement of people: the keystroke-level model (Card, Moran and Newell, Communications of the ACM 23(7), 1980, 396-410) with 0.28 s a key or press, 1.1 s to point, and 1.35 s to think before every field and every page. Talking, reading aloud and waiting for the network are not in it. Three seconds of waiting a page, as on a 2G line, add three times the pages.
            - The interview is the shortest that can be finished; a real one lasts as long as the person wishes.

            """
        );
        return page.ToString();
    }

    private static void Row(StringBuilder page, string name, Effort effort)
    {
        var seconds =
            (effort.Keys * Key)
            + (effort.Clicks * (Point + Key))
            + ((effort.Fields + effort.Pages) * Think);
        page.AppendLine(
            CultureInfo.InvariantCulture,
            $"| {name} | {effort.Pages} | {effort.Clicks} | {effort.Fields} | {effort.Keys} | {Math.Ceiling(seconds)} |"
        );
    }
}
