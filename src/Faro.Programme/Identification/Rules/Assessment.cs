// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Identification.Rules;

/// <summary>Recorded facts held against both laws. It carries its words, so that it can be printed as it stood.</summary>
/// <param name="LawOn">The day whose law was taken.</param>
/// <param name="LawOnIsLastDay">It is the last recorded day of what was done; else the day of asking.</param>
/// <param name="Age">Whether she was a child.</param>
/// <param name="IsUnable">She was unable to understand the act.</param>
/// <param name="Laws">Side by side.</param>
/// <param name="Consents">What she is said to have consented to; it changes nothing (R4).</param>
public sealed record Assessment(
    DateOnly LawOn,
    bool LawOnIsLastDay,
    AgeFinding Age,
    bool IsUnable,
    IReadOnlyList<LawFinding> Laws,
    IReadOnlyList<StatedFact> Consents
)
{
    public LawFinding Law(string law) => Laws.First(finding => finding.Law == law);
}

/// <param name="Law">One of <see cref="LawBook.Laws"/>.</param>
/// <param name="Version">Null when this Faro holds no text of that law for the day.</param>
/// <param name="Conclusion">A code of the list <c>determination-conclusions</c>.</param>
/// <param name="Elements">Of trafficking itself.</param>
/// <param name="Modalities">Offences of exploitation that the facts concern, each with elements of its own.</param>
public sealed record LawFinding(
    string Law,
    LawVersion? Version,
    string Conclusion,
    IReadOnlyList<ElementFinding> Elements,
    IReadOnlyList<OffenceFinding> Modalities
);

/// <summary>One offence of exploitation held against the facts.</summary>
public sealed record OffenceFinding(
    string Code,
    string Form,
    string Article,
    LocalText Words,
    LocalText Note,
    string Conclusion,
    IReadOnlyList<ElementFinding> Elements
);

/// <param name="Code">Of the element.</param>
/// <param name="Article">As people cite it.</param>
/// <param name="Words">Its name.</param>
/// <param name="State">A code of the list <c>element-states</c>.</param>
/// <param name="Shown">Every way in which it is met, with the facts that show it.</param>
/// <param name="Missing">When it cannot be said yet: what would show it.</param>
/// <param name="Against">Facts that say no.</param>
/// <param name="Doubtful">Facts that would show it once corroborated.</param>
public sealed record ElementFinding(
    string Code,
    string Article,
    LocalText Words,
    string State,
    IReadOnlyList<WayFinding> Shown,
    IReadOnlyList<WayName> Missing,
    IReadOnlyList<StatedFact> Against,
    IReadOnlyList<StatedFact> Doubtful
);

/// <summary>A way in which an element is met, and by what.</summary>
public sealed record WayFinding(WayName Name, IReadOnlyList<StatedFact> Facts);

/// <summary>A way in which an element can be met.</summary>
public sealed record WayName(string Article, LocalText Words);

/// <summary>Codes of the list <c>determination-conclusions</c>.</summary>
public static class Conclusions
{
    public const string List = "determination-conclusions";
    public const string Present = "present";
    public const string NotPresent = "not-present";
    public const string CannotBeSaid = "cannot-be-said";
}

/// <summary>Codes of the list <c>element-states</c>.</summary>
public static class ElementStates
{
    public const string List = "element-states";
    public const string Met = "met";
    public const string NotMet = "not-met";
    public const string NotKnown = "not-known";

    /// <summary>A minor, or unable to understand the act (R2).</summary>
    public const string NotRequired = "not-required";
}
