// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Web.Features.Approvals;
using Faro.Web.Features.Consent;
using Faro.Web.Features.Documents;
using Faro.Web.Features.Identification;
using Faro.Web.Features.Justice;
using Faro.Web.Features.Regularisation;
using Faro.Web.Features.Screening;

namespace Faro.Web.Features.Cases;

/// <summary>One page of a case: a tab beneath its head, shown to whom it opens.</summary>
/// <param name="Ending">What follows the case's own address; empty for the story.</param>
/// <param name="Word">The key of its words.</param>
/// <param name="Asks">The permission of its page.</param>
/// <param name="Part">The part of the case that all of it belongs to; empty for none.</param>
internal sealed record CasePlace(string Ending, string Word, Permission Asks, string Part = "")
{
    /// <summary>In the order in which a case is lived.</summary>
    public static readonly IReadOnlyList<CasePlace> All =
    [
        new("", "Place.Story", Permissions.ViewCases),
        new(ScreeningLinks.Ending, "Place.Interviews", Permissions.ViewCaseContent),
        new(IdentificationLinks.FactsEnding, "Place.Facts", Permissions.ViewCaseContent),
        new(
            IdentificationLinks.DeterminationEnding,
            "Place.Determination",
            Permissions.ViewCaseContent
        ),
        new(ConsentLinks.Ending, "Place.Consents", Permissions.ViewConsents),
        new("/riesgo", "Place.Risk", Permissions.ViewCaseContent),
        new("/seguridad", "Place.Safety", Permissions.ViewCaseContent),
        new("/plan", "Place.Plan", Permissions.ViewCaseContent),
        new("/servicios", "Place.Services", Permissions.ViewCaseContent),
        new(JusticeLinks.Ending, "Place.Justice", Permissions.ViewCaseContent, Compartments.Legal),
        new(
            RegularisationLinks.Ending,
            "Place.Regularisation",
            Permissions.ViewCaseContent,
            Compartments.Legal
        ),
        new(ApprovalsLinks.Ending, "Place.Approvals", Permissions.ViewCaseContent),
        new("/notas", "Place.Diary", Permissions.ViewCaseContent),
        new("/tareas", "Place.Tasks", Permissions.ViewCaseContent),
        new(DocumentsLinks.Ending, "Place.Documents", Permissions.ViewCaseContent),
        new("/acceso", "Place.Access", Permissions.ViewCases),
    ];

    /// <summary>Whether the page opens to the reader of a case.</summary>
    public bool OpensTo(Actor actor, CaseReading file) =>
        actor.May(Asks)
        && (Part.Length == 0 || file.OpenParts.Contains(Part, StringComparer.Ordinal));

    public string PathOf(Guid id) => CasesLinks.Case(id) + Ending;
}
