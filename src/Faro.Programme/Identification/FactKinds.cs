// SPDX-License-Identifier: Apache-2.0
using System.Collections.Frozen;
using Faro.Programme.Identification.Rules;
using Faro.Programme.People;

namespace Faro.Programme.Identification;

/// <summary>What can be recorded of what was done to somebody: codes of the list <c>fact-kinds</c>.</summary>
public static class FactKinds
{
    public const string List = "fact-kinds";

    public const string Acts = "trafficking-acts";
    public const string PalermoActs = "palermo-acts";
    public const string PalermoMeans = "palermo-means";
    public const string Controls = "control-means";
    public const string PalermoPurposes = "palermo-purposes";
    public const string Forms = "exploitation-forms";
    public const string IntendedForms = "exploitation-intended";
    public const string SexualTypes = "sexual-exploitation-types";
    public const string Sectors = "economic-sectors";
    public const string Places = "exploitation-places";
    public const string ExploitationPlatforms = "exploitation-platforms";
    public const string RecruitmentMethods = "recruitment-methods";
    public const string RecruiterRelations = "recruiter-relations";
    public const string RecruitmentPlatforms = "recruitment-platforms";
    public const string Deceptions = "recruitment-deceptions";
    public const string Conditions = "working-conditions";
    public const string Circumstances = "offence-circumstances";
    public const string Vulnerabilities = "vulnerability-factors";
    public const string Capacities = "person-capacities";
    public const string AgeProofs = "age-proofs";
    public const string Consents = "consent-claims";
    public const string MaritalStatus = "marital-statuses";
    public const string MigrantTypes = "migrant-types";

    public const string Activities = "economic-activities";
    public const string Education = "education-levels";
    public const string PrimaryLanguage = "primary-languages";
    public const string SecondaryLanguage = "secondary-languages";
    public const string OtherCitizenship = "other-citizenships";
    public const string Children = "children-counts";

    private const string Platforms = "online-platforms";

    public static readonly IReadOnlyList<FactKind> All =
    [
        Own(Acts),
        Own(PalermoActs),
        Own(PalermoMeans),
        Own(Controls),
        Own(PalermoPurposes),
        Own(Forms),
        new(IntendedForms, Forms),
        Own(SexualTypes),
        Own(Sectors),
        Own(Places),
        new(ExploitationPlatforms, Platforms),
        Own(RecruitmentMethods),
        Own(RecruiterRelations),
        new(RecruitmentPlatforms, Platforms),
        Own(Deceptions),
        Own(Conditions),
        Own(Circumstances),
        Own(Vulnerabilities),
        Own(Capacities),
        Own(AgeProofs),
        Own(Consents),
        new(MaritalStatus, MaritalStatus, IsSingle: true),
        Own(MigrantTypes),
        Own(Activities),
        new(Education, "education", IsSingle: true),
        new(PrimaryLanguage, "languages", IsSingle: true),
        new(SecondaryLanguage, "languages", IsSingle: true),
        new(OtherCitizenship, PersonFacts.CountryList, IsSingle: true),
        new(Children, Children, IsSingle: true),
    ];

    private static readonly FrozenDictionary<string, FactKind> ByCode = All.ToFrozenDictionary(
        kind => kind.Code,
        StringComparer.Ordinal
    );

    public static FactKind? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <exception cref="KeyNotFoundException">No kind has this code.</exception>
    public static FactKind Get(string code) => ByCode[code];

    /// <summary>Whether this can be recorded: a code of a kind, or an item of a set of indicators.</summary>
    public static bool Accepts(string kind, string code) =>
        Find(kind)?.Accepts(code) ?? IndicatorSets.Find(kind)?.Find(code) is not null;

    /// <summary>What was recorded, in words.</summary>
    public static LocalText Words(string kind, string code) =>
        Find(kind)?.Codes.Find(code) is { } entry ? new LocalText(entry.Es, entry.En)
        : IndicatorSets.Find(kind)?.Find(code) is { } item ? item.Words
        : new LocalText(code, code);

    private static FactKind Own(string code) => new(code, code);
}

/// <param name="Code">A code of the list <c>fact-kinds</c>.</param>
/// <param name="List">The list whose codes it takes.</param>
/// <param name="IsSingle">Only one of them can hold.</param>
public sealed record FactKind(string Code, string List, bool IsSingle = false)
{
    public CodeList Codes => CodeLists.Get(List);

    public bool Accepts(string code) => Codes.Contains(code);
}

/// <summary>Codes of the list <c>fact-answers</c>.</summary>
public static class FactAnswers
{
    public const string List = "fact-answers";
    public const string Yes = "yes";
    public const string No = "no";

    /// <summary>Asked, and not known: another thing than a no, and than never having asked.</summary>
    public const string NotKnown = "not-known";
}

/// <summary>Codes of the list <c>fact-certainties</c>.</summary>
public static class FactCertainties
{
    public const string List = "fact-certainties";
    public const string Certain = "certain";
    public const string Likely = "likely";

    /// <summary>Shows nothing until something else does.</summary>
    public const string Doubtful = "doubtful";
}

/// <summary>Codes of the list <c>fact-sources</c>.</summary>
public static class FactSources
{
    public const string List = "fact-sources";
    public const string Statement = "statement";
    public const string Document = "document";
}
