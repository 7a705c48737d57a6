// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Caseload.Together;

namespace Faro.Web.Features.Caseload;

/// <summary>A batch among others.</summary>
public sealed record BatchRow(Guid Id, string Action, string By, DateTimeOffset At, int Cases)
{
    /// <summary>The newest first, after the last of the page before.</summary>
    public static IQueryable<BatchRow> All(FaroDb db, Actor actor, Guid? after)
    {
        var batches = db.CaseBatches.VisibleTo(actor);
        if (after is { } last)
        {
            batches = batches.Where(batch => batch.Id < last);
        }

        return batches
            .OrderByDescending(batch => batch.Id)
            .Select(batch => new BatchRow(
                batch.Id,
                batch.Action,
                db.Users.Where(user => user.Id == batch.RequestedBy)
                    .Select(user => user.DisplayName)
                    .FirstOrDefault()
                    ?? "",
                batch.RequestedAt,
                batch.CaseCount
            ));
    }
}
