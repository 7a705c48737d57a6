// SPDX-License-Identifier: Apache-2.0
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Cases;

/// <summary>
/// The one place that knows what is due in a case. An area whose rows have a day adds them to <see cref="Days"/>, and its
/// operations call <see cref="RefreshAsync"/> after they changed one.
/// </summary>
internal static class NextDue
{
    public static async Task RefreshAsync(Act act, Case file, CancellationToken cancellation)
    {
        // The query reads what the operation has just changed.
        await act.Db.SaveChangesAsync(cancellation);
        file.NextDueOn = await Days(act.Db, file.Id).MinAsync(cancellation);
    }

    private static IQueryable<DateOnly?> Days(FaroDb db, Guid caseId) =>
        db
            .Documents.Where(document =>
                document.CaseId == caseId && document.RemovedAt == null && document.Current > 0
            )
            .Select(document => document.ExpiresOn);
}
