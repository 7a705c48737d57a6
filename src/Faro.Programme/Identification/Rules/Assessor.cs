// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Identification.Rules;

/// <summary>
/// Holds recorded facts against the law: which elements are met, which are not, which cannot be said yet, and by what. Pure:
/// the same facts and day give the same. It prepares a decision and never makes one.
/// </summary>
/// <remarks>
/// Two determinations that may differ (R1): Palermo asks for an act, a means and a purpose; the offence of LG 10 for an act
/// and a purpose, and means belong only to some of the offences of exploitation (LG 13, 19, 20, 22, 24).
/// </remarks>
public static class Assessor
{
    /// <param name="sheet">What is recorded.</param>
    /// <param name="today">The law of this day is held against what is not over, or whose end is not known.</param>
    public static Assessment Assess(FactSheet sheet, DateOnly today)
    {
        var day = sheet.LastDay ?? today;
        return new Assessment(
            day,
            sheet.LastDay is not null,
            sheet.Age,
            sheet.IsUnable,
            [.. LawBook.Laws.Select(law => Law(sheet, law, day))],
            [.. sheet.Facts.Where(fact => fact.Kind == FactKinds.Consents)]
        );
    }

    private static LawFinding Law(FactSheet sheet, string law, DateOnly day)
    {
        if (LawBook.VersionOn(law, day) is not { } version)
        {
            return new LawFinding(law, null, Conclusions.CannotBeSaid, [], []);
        }

        var findings = LawBook
            .Offences.Where(offence => offence.Law == law)
            .Where(offence => offence.Form.Length == 0 || Concerns(sheet, offence.Form))
            .Select(offence => Offence(sheet, offence, day))
            .ToLookup(finding => finding.Form.Length == 0);
        var elements = findings[true].Single().Elements;
        return new LawFinding(law, version, Conclude(elements), elements, [.. findings[false]]);
    }

    /// <summary>Some fact says that there was, or was to be, this form of exploitation, or that it is not known.</summary>
    private static bool Concerns(FactSheet sheet, string form) =>
        sheet
            .Stated(new FactRef(FactKinds.Forms, form))
            .Concat(sheet.Stated(new FactRef(FactKinds.IntendedForms, form)))
            .Any(fact => fact.Answer != FactAnswers.No);

    private static OffenceFinding Offence(FactSheet sheet, Offence offence, DateOnly day)
    {
        var elements = offence.Elements.Select(element => Element(sheet, element, day)).ToArray();
        return new OffenceFinding(
            offence.Code,
            offence.Form,
            offence.Article,
            offence.Words,
            offence.Note,
            Conclude(elements),
            elements
        );
    }

    private static string Conclude(IReadOnlyList<ElementFinding> elements) =>
        elements.All(element => element.State is ElementStates.Met or ElementStates.NotRequired)
            ? Conclusions.Present
        : elements.Any(element => element.State == ElementStates.NotMet) ? Conclusions.NotPresent
        : Conclusions.CannotBeSaid;

    private static ElementFinding Element(FactSheet sheet, Element element, DateOnly day)
    {
        var ways = element.Ways.Where(way => way.IsLawOn(day)).ToArray();
        var shown = ways.Select(way => Shown(sheet, way)).OfType<WayFinding>().ToArray();
        var isWaived = element.IsWaivedForMinors && (sheet.Age.IsMinor || sheet.IsUnable);
        var state =
            shown.Length > 0 ? ElementStates.Met
            : isWaived ? ElementStates.NotRequired
            : ways.All(way => IsRuledOut(sheet, way)) ? ElementStates.NotMet
            : ElementStates.NotKnown;
        var asked = ways.SelectMany(way => way.Alternatives).SelectMany(each => each).ToHashSet();
        var stated = sheet.Facts.Where(fact => asked.Contains(new(fact.Kind, fact.Code))).ToArray();
        return new ElementFinding(
            element.Code,
            element.Article,
            element.Words,
            state,
            shown,
            state == ElementStates.NotKnown
                ? [.. ways.Where(way => !IsRuledOut(sheet, way)).Select(Named)]
                : [],
            [.. stated.Where(fact => fact.Answer == FactAnswers.No)],
            [.. stated.Where(fact => fact is { Answer: FactAnswers.Yes, IsDoubtful: true })]
        );
    }

    private static WayFinding? Shown(FactSheet sheet, Way way)
    {
        var holding = way
            .Alternatives.Where(facts => facts.All(fact => sheet.Of(fact) == Truth.Yes))
            .ToArray();
        return holding.Length == 0
            ? null
            : new WayFinding(
                Named(way),
                [
                    .. holding
                        .SelectMany(facts => facts)
                        .Distinct()
                        .SelectMany(sheet.Stated)
                        .Where(fact => fact is { Answer: FactAnswers.Yes, IsDoubtful: false }),
                ]
            );
    }

    private static bool IsRuledOut(FactSheet sheet, Way way) =>
        way.Alternatives.All(facts => facts.Any(fact => sheet.Of(fact) == Truth.No));

    private static WayName Named(Way way) => new(way.Article, way.Words);
}
