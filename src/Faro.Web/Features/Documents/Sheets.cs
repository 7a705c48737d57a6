// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Cases;
using Faro.Programme.Consent;
using Faro.Programme.Documents;
using Faro.Web.FormParts;
using Faro.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.Documents;

/// <summary>Signed sheets among the documents of a case, for whoever has to name one.</summary>
internal static class Sheets
{
    public static async Task<Choice[]> ChoicesAsync(
        FaroDb db,
        Actor actor,
        Guid caseId,
        CancellationToken cancellation
    )
    {
        var sheets = await db
            .Documents.VisibleTo(actor, db)
            .SheetsOf(caseId)
            .Where(document => document.Current > 0)
            .OrderByDescending(document => document.Id)
            .Select(document => new { document.Id, document.CreatedAt })
            .ToListAsync(cancellation);
        var kind = CodeChoices.Label(DocumentKinds.List, DocumentKinds.ConsentForm);
        return
        [
            .. sheets.Select(sheet => new Choice(
                sheet.Id.ToString(),
                $"{kind}, {Dates.Moment(sheet.CreatedAt)}"
            )),
        ];
    }
}
