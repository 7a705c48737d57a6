// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Identification;
using Faro.Programme.Identification.Rules;

namespace Faro.Programme.Tests.Identification;

/// <summary>Sheets of facts as a lawyer would write them on paper.</summary>
internal static class FactSteps
{
    public static readonly DateOnly Today = new(2026, 11, 25);

    public static readonly AgeClues Adult = Aged("24-26");

    public static AgeClues Aged(string band, bool inDoubt = false) =>
        new(band, inDoubt, Today, null, []);

    /// <param name="age">What tells her age.</param>
    /// <param name="lastDay">When it ended, if it did.</param>
    /// <param name="facts">As in <c>trafficking-acts:recruit</c>, with <c>=no</c> or <c>=not-known</c>, or <c>?</c> for a doubtful yes.</param>
    public static FactSheet Sheet(AgeClues age, DateOnly? lastDay, params string[] facts) =>
        new(facts.Select(Fact), age, lastDay);

    public static FactSheet Sheet(params string[] facts) => Sheet(Adult, null, facts);

    public static StatedFact Fact(string text, int number)
    {
        var isDoubtful = text.EndsWith('?');
        var parts = text.TrimEnd('?').Split(':', '=');
        return new StatedFact(
            new Guid(number + 1, 0, 0, new byte[8]),
            parts[0],
            parts[1],
            parts.Length > 2 ? parts[2] : FactAnswers.Yes,
            FactSources.Statement,
            Today,
            isDoubtful ? FactCertainties.Doubtful : FactCertainties.Certain
        );
    }

    public static string Conclusion(this FactSheet sheet, string law) =>
        Assessor.Assess(sheet, Today).Law(law).Conclusion;

    public static ElementFinding Element(this FactSheet sheet, string law, string element) =>
        Assessor.Assess(sheet, Today).Law(law).Elements.First(each => each.Code == element);

    public static OffenceFinding Offence(this FactSheet sheet, string offence) =>
        Assessor
            .Assess(sheet, Today)
            .Law(LawBook.Mexico)
            .Modalities.First(each => each.Code == offence);

    public static string State(this OffenceFinding offence, string element) =>
        offence.Elements.First(each => each.Code == element).State;
}
