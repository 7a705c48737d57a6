// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Identification;
using Faro.Programme.Identification.Rules;
using Faro.Programme.People;
using Faro.Web.Words;
using Microsoft.Extensions.Localization;

namespace Faro.Web.Features.Identification;

/// <summary>Recorded facts in words.</summary>
internal static class FactWords
{
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public static string Of(string kind, string code) => FactKinds.Words(kind, code).In(Language);

    /// <summary>The colour of an answer, an element's state or a conclusion.</summary>
    public static string Tone(string code) =>
        code switch
        {
            FactAnswers.Yes or ElementStates.Met or Conclusions.Present => "v",
            FactAnswers.NotKnown or ElementStates.NotKnown or Conclusions.CannotBeSaid => "a",
            _ => "",
        };

    /// <summary>As in <i>Engaño sobre el pago: sí (declaración de la persona, 3 nov 2026; seguro)</i>.</summary>
    public static string Cited(StatedFact fact, IStringLocalizer<Text> words) =>
        words[
            fact.On is null ? "Cited.Undated" : "Cited.Dated",
            Of(fact.Kind, fact.Code),
            CodeChoices.Label(FactSources.List, fact.Source),
            CodeChoices.Label(FactCertainties.List, fact.Certainty),
            fact.On is { } day ? Dates.Day(day) : ""
        ];

    /// <summary>What is known of a place and time, part by part.</summary>
    public static IEnumerable<string> Line(EventFacts facts, IStringLocalizer<Text> words) =>
        new[]
        {
            facts.Until.Length > 0
                ? words["Events.FromTo", facts.From.Length > 0 ? facts.From : "?", facts.Until]
                : facts.From,
            facts.Age is { } age ? words["Events.AtAge", age] : "",
            facts.Place,
            facts is { Latitude: { } north, Longitude: { } east }
                ? string.Create(CultureInfo.CurrentCulture, $"{north}; {east}")
                : "",
            CodeChoices.Label(EventFacts.StateList, facts.State),
            CodeChoices.Label(PersonFacts.CountryList, facts.Country),
            CodeChoices.Label(FactKinds.Places, facts.PlaceKind),
            CodeChoices.Label(EventFacts.TransportList, facts.Transport),
            CodeChoices.Label(EventFacts.CrossingList, facts.Crossing),
        }.Where(text => text.Length > 0);

    /// <summary>What is known of somebody who took part.</summary>
    public static IEnumerable<string> Line(PerpetratorFacts facts) =>
        new[]
        {
            facts.Name,
            CodeChoices.Label(PerpetratorFacts.KindList, facts.Kind),
            CodeChoices.Label(FactKinds.RecruiterRelations, facts.Relation),
            CodeChoices.Label(PersonFacts.SexList, facts.Sex),
            CodeChoices.Label(AgeBands.List, facts.AgeBand),
            CodeChoices.Label(PersonFacts.CountryList, facts.Citizenship),
            CodeChoices.Label(FactKinds.MaritalStatus, facts.MaritalStatus),
            CodeChoices.Label(PerpetratorFacts.StageList, facts.Stage),
        }.Where(text => text.Length > 0);
}
