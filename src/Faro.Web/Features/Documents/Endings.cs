// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Cases;
using Faro.Programme.Consent;
using Faro.Programme.Documents;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.Documents;

/// <summary>What ends soon or has ended in open cases that somebody sees: documents to renew, consents to ask for again.</summary>
internal static class Endings
{
    private const int Most = 200;

    /// <summary>Also those that have ended: they stay until somebody renews or removes them.</summary>
    public static Task<List<EndingRow>> DocumentsAsync(
        FaroDb db,
        Actor actor,
        DateOnly today,
        CancellationToken cancellation
    ) =>
        (
            from document in Documents(db, actor, today)
            join file in db.Cases on document.CaseId equals file.Id
            orderby document.ExpiresOn
            select new EndingRow(
                document.Id,
                document.CaseId,
                file.Number,
                document.Kind,
                document.ExpiresOn!.Value
            )
        )
            .Take(Most)
            .ToListAsync(cancellation);

    public static IQueryable<Document> Documents(FaroDb db, Actor actor, DateOnly today)
    {
        var until = today.AddDays(Document.DaysBeforeEnd);
        return db
            .Documents.VisibleTo(actor, db)
            .Where(document =>
                document.RemovedAt == null
                && document.Current > 0
                && document.ExpiresOn <= until
                && db.Cases.Any(file => file.Id == document.CaseId && file.ClosedOn == null)
            );
    }

    /// <summary>Living ones only: what has ended opens nothing, and whether it is asked for again is a decision.</summary>
    public static async Task<IReadOnlyList<EndingRow>> ConsentsAsync(
        FaroDb db,
        Actor actor,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var rows = await (
            from entry in Consents(db, actor, clock.GetUtcNow())
            join file in db.Cases on entry.CaseId equals file.Id
            orderby entry.Until
            select new
            {
                entry.Id,
                entry.CaseId,
                file.Number,
                entry.Purpose,
                Until = entry.Until!.Value,
            }
        )
            .Take(Most)
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new EndingRow(
                row.Id,
                row.CaseId,
                row.Number,
                row.Purpose,
                row.Until.LastDay(clock)
            )),
        ];
    }

    public static IQueryable<ConsentEntry> Consents(FaroDb db, Actor actor, DateTimeOffset now)
    {
        var until = now.AddDays(Document.DaysBeforeEnd);
        return db
            .Consents.VisibleTo(actor, db)
            .LivingAt(now)
            .Where(entry =>
                // It says again that they live, so that the index begins there and not at the first that ever ended.
                entry.Until > now
                && entry.Until <= until
                && db.Cases.Any(file => file.Id == entry.CaseId && file.ClosedOn == null)
            );
    }
}

/// <param name="Id">Of the document or consent.</param>
/// <param name="CaseId">In whose file.</param>
/// <param name="Number">Of the case.</param>
/// <param name="Code">Kind of document, or purpose.</param>
/// <param name="On">Its last day.</param>
internal sealed record EndingRow(Guid Id, Guid CaseId, string Number, string Code, DateOnly On);
