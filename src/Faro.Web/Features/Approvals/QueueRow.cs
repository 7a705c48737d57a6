// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Approvals;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.Approvals;

/// <summary>One request that waits, as the list and the API show it.</summary>
public sealed record QueueRow(
    Guid Id,
    Guid CaseId,
    string Number,
    string Subject,
    string AskedBy,
    int Level,
    int Levels,
    DateOnly DueOn
)
{
    private const int Most = 200;

    /// <summary>What waits for somebody's answer, the nearest day first.</summary>
    internal static Task<List<QueueRow>> ForAsync(
        FaroDb db,
        Actor actor,
        CancellationToken cancellation
    ) => ReadAsync(db, actor, Approvers.WaitingFor(db, actor), cancellation);

    /// <summary>What somebody asked for that still waits.</summary>
    internal static Task<List<QueueRow>> AskedByAsync(
        FaroDb db,
        Actor actor,
        CancellationToken cancellation
    )
    {
        var me = actor.UserId;
        return ReadAsync(
            db,
            actor,
            db.Approvals.VisibleTo(actor, db)
                .Where(row => row.State == ApprovalStates.Waiting && row.AskedById == me),
            cancellation
        );
    }

    private static Task<List<QueueRow>> ReadAsync(
        FaroDb db,
        Actor actor,
        IQueryable<Approval> approvals,
        CancellationToken cancellation
    ) =>
        (
            from row in approvals
            join file in db.Cases.VisibleTo(actor) on row.CaseId equals file.Id
            where file.ClosedOn == null
            orderby row.DueOn, row.Id
            select new QueueRow(
                row.Id,
                row.CaseId,
                file.Number,
                row.Subject,
                db.Users.Where(user => user.Id == row.AskedById)
                    .Select(user => user.DisplayName)
                    .FirstOrDefault()
                    ?? "",
                row.Level,
                row.Steps.Count,
                row.DueOn
            )
        )
            .Take(Most)
            .ToListAsync(cancellation);
}
