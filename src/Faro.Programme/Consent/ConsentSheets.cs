// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Documents;

namespace Faro.Programme.Consent;

/// <summary>The sheets that were signed on paper, among the documents of a case.</summary>
public static class ConsentSheets
{
    public static IQueryable<Document> SheetsOf(this IQueryable<Document> documents, Guid caseId) =>
        documents.Where(document =>
            document.CaseId == caseId
            && document.Kind == DocumentKinds.ConsentForm
            && document.RemovedAt == null
        );
}
