// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Identification;
using Faro.Programme.Identification.Rules;

namespace Faro.Web.Features.Identification;

/// <summary>The steps in which facts are asked, in the order in which people tell them.</summary>
internal static class FactSteps
{
    public const string Circumstances = "circunstancias";

    public static readonly IReadOnlyList<FactStep> All =
    [
        new(
            "captacion",
            FactKinds.RecruitmentMethods,
            FactKinds.RecruiterRelations,
            FactKinds.RecruitmentPlatforms,
            FactKinds.Deceptions
        ),
        new("acciones", FactKinds.Acts, FactKinds.PalermoActs),
        new("medios", FactKinds.Controls, FactKinds.PalermoMeans),
        new(
            "explotacion",
            FactKinds.Forms,
            FactKinds.IntendedForms,
            FactKinds.PalermoPurposes,
            FactKinds.SexualTypes,
            FactKinds.Sectors,
            FactKinds.Activities,
            FactKinds.Places,
            FactKinds.ExploitationPlatforms
        ),
        new("trabajo", FactKinds.Conditions),
        new(Circumstances, FactKinds.Circumstances),
        new(
            "persona",
            FactKinds.Vulnerabilities,
            FactKinds.Capacities,
            FactKinds.AgeProofs,
            FactKinds.Consents,
            FactKinds.PrimaryLanguage,
            FactKinds.SecondaryLanguage,
            FactKinds.OtherCitizenship,
            FactKinds.MaritalStatus,
            FactKinds.Children,
            FactKinds.Education,
            FactKinds.MigrantTypes
        ),
    ];

    public static FactStep? Find(string code) => All.FirstOrDefault(step => step.Code == code);

    /// <returns>Null after the last, and for what is no step.</returns>
    public static FactStep? After(string code) =>
        All.SkipWhile(step => step.Code != code).Skip(1).FirstOrDefault();

    /// <summary>Of kinds with many codes, those that what is recorded already makes worth asking.</summary>
    /// <returns>Null when all of them are.</returns>
    public static IReadOnlySet<string>? WorthAsking(string kind, FactSheet sheet, DateOnly today) =>
        kind switch
        {
            FactKinds.Circumstances => Concerned(sheet, today),
            FactKinds.Activities => WithinSectors(sheet),
            _ => null,
        };

    /// <summary>Activities whose code begins with the section that was recorded as the sector.</summary>
    private static HashSet<string> WithinSectors(FactSheet sheet) =>
        CodeLists
            .Get(FactKinds.Activities)
            .Entries.Select(entry => entry.Code)
            .Where(code =>
                sheet.Of(new FactRef(FactKinds.Sectors, code.Split('-')[0])) == Truth.Yes
            )
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Circumstances for which an offence asks that the recorded facts concern.</summary>
    private static HashSet<string> Concerned(FactSheet sheet, DateOnly today) =>
        Assessor
            .Assess(sheet, today)
            .Law(LawBook.Mexico)
            .Modalities.SelectMany(offence =>
                LawBook.Offences.First(each => each.Code == offence.Code).Elements
            )
            .SelectMany(element => element.Ways)
            .SelectMany(way => way.Alternatives)
            .SelectMany(facts => facts)
            .Where(fact => fact.Kind == FactKinds.Circumstances)
            .Select(fact => fact.Code)
            .ToHashSet(StringComparer.Ordinal);
}

/// <param name="Code">Part of the address; its words are <c>Step.…</c>.</param>
/// <param name="Kinds">Codes of the list <c>fact-kinds</c>.</param>
internal sealed record FactStep(string Code, params IReadOnlyList<string> Kinds);
