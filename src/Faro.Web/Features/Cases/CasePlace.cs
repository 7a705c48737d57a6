// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Web.Features.Approvals;
using Faro.Web.Features.Consent;
using Faro.Web.Features.Documents;
using Faro.Web.Features.Identification;
using Faro.Web.Features.Screening;

namespace Faro.Web.Features.Cases;

/// <summary>One page of a case: a tab beneath its head, shown to whom it opens.</summary>
/// <param name="Ending">What follows the case's own address; empty for the story.</param>
/// <param name="Word">The key of its words.</param>
/// <param name="Asks">The permission of its page.</param>
internal sealed record CasePlace(string Ending, string Word, Permission Asks)
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
        new(ApprovalsLinks.Ending, "Place.Approvals", Permissions.ViewCaseContent),
        new("/notas", "Place.Diary", Permissions.ViewCaseContent),
        new("/tareas", "Place.Tasks", Permissions.ViewCaseContent),
        new(DocumentsLinks.Ending, "Place.Documents", Permissions.ViewCaseContent),
        new("/acceso", "Place.Access", Permissions.ViewCases),
    ];

    public string PathOf(Guid id) => CasesLinks.Case(id) + Ending;
}
