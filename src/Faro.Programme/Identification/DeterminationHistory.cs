// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Identification;

/// <summary>The determinations of a case, newest first: what each found, never why.</summary>
public static class DeterminationHistory
{
    public static Task<List<DeterminationRow>> ReadAsync(
        FaroDb db,
        Actor actor,
        Guid caseId,
        CancellationToken cancellation
    ) =>
        db
            .Determinations.VisibleTo(actor, db)
            .Where(each => each.CaseId == caseId)
            .OrderByDescending(each => each.Id)
            .Select(each => new DeterminationRow(
                each.Id,
                each.Outcome,
                each.State,
                each.Body,
                each.DecidedOn,
                each.ReviewOn,
                each.ReflectionUntil,
                each.IsFollowed,
                each.ProposedBy,
                db.Users.Where(user => user.Id == each.ProposedBy)
                    .Select(user => user.DisplayName)
                    .FirstOrDefault()
                    ?? "",
                each.FindingsHash
            ))
            .ToListAsync(cancellation);
}

/// <summary>One determination in the history of a case.</summary>
public sealed record DeterminationRow(
    Guid Id,
    string Outcome,
    string State,
    string Body,
    DateOnly DecidedOn,
    DateOnly? ReviewOn,
    DateOnly? ReflectionUntil,
    bool IsFollowed,
    Guid? ProposedById,
    string ProposedBy,
    string FindingsHash
)
{
    /// <summary>It is what holds now.</summary>
    public bool Holds => State == DeterminationStates.InForce && !IsFollowed;
}
