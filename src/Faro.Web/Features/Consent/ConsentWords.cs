// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Consent;
using Faro.Programme.People;
using Faro.Web.Words;
using Microsoft.Extensions.Localization;

namespace Faro.Web.Features.Consent;

/// <summary>The ledger's codes as sentences.</summary>
internal static class ConsentWords
{
    public static string Purpose(string code) => CodeChoices.Label(ConsentPurposes.List, code);

    public static string Categories(IEnumerable<string> codes) =>
        string.Join(", ", codes.Select(code => CodeChoices.Label(DataCategories.List, code)));

    public static string Language(string code) => CodeChoices.Label(ConsentText.LanguageList, code);

    public static string Recipient(
        this IStringLocalizer<Text> words,
        string kind,
        string agency,
        string country
    ) =>
        kind switch
        {
            ConsentRecipients.Agency => agency,
            ConsentRecipients.Consulate => words[
                "Recipient.Consulate",
                CodeChoices.Label(PersonFacts.CountryList, country)
            ],
            _ => CodeChoices.Label(ConsentRecipients.List, kind),
        };

    /// <summary>The look of a line's tag and the key of its words.</summary>
    public static (string Tone, string Word) State(ConsentLine line, DateTimeOffset now) =>
        line switch
        {
            { Answer: ConsentAnswers.Refused } => ("r", "State.Refused"),
            { WithdrawnAt: not null } => ("r", "State.Withdrawn"),
            { Until: { } until } when until <= now => ("", "State.Over"),
            { Answer: ConsentAnswers.Exception } => ("a", "State.Exception"),
            _ => ("v", "State.Given"),
        };
}
