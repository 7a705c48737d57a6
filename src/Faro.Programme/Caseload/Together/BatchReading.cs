// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Caseload.Together;

/// <summary>A batch as a screen and the API show it.</summary>
/// <param name="Id">Which.</param>
/// <param name="Action">A code of the list <c>batch-actions</c>.</param>
/// <param name="ColleagueId">Of whom it speaks.</param>
/// <param name="RequestedBy">Who asked.</param>
/// <param name="RequestedAt">When.</param>
/// <param name="CaseCount">In how many cases.</param>
/// <param name="States">How many are in which state.</param>
/// <param name="Running">A job does or undoes it now.</param>
/// <param name="Undoing">That job undoes it, or one has undone it.</param>
/// <param name="JobId">The last job.</param>
public sealed record BatchReading(
    Guid Id,
    string Action,
    Guid? ColleagueId,
    Guid RequestedBy,
    DateTimeOffset RequestedAt,
    int CaseCount,
    IReadOnlyDictionary<string, int> States,
    bool Running,
    bool Undoing,
    Guid JobId
)
{
    public int Count(string state) => States.GetValueOrDefault(state);

    /// <summary>How many cases the job has settled, of those that it has to.</summary>
    public int Settled =>
        Undoing
            ? Count(CaseBatchItem.Undone) + Count(CaseBatchItem.Kept)
            : CaseCount - Count(CaseBatchItem.Waiting);

    /// <summary>What can be undone now.</summary>
    public bool CanUndo => !Running && Count(CaseBatchItem.Done) > 0;

    /// <returns>Null when there is none that the reader sees.</returns>
    public static async Task<BatchReading?> OneAsync(
        FaroDb db,
        Actor actor,
        Guid id,
        CancellationToken cancellation
    )
    {
        var batch = await db
            .CaseBatches.VisibleTo(actor)
            .AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == id, cancellation);
        if (batch is null)
        {
            return null;
        }

        var states = await db
            .CaseBatchItems.Where(item => item.BatchId == id)
            .GroupBy(item => item.State)
            .Select(group => new { group.Key, Cases = group.Count() })
            .ToDictionaryAsync(
                row => row.Key,
                row => row.Cases,
                StringComparer.Ordinal,
                cancellation
            );
        var running = await db.Jobs.AnyAsync(
            job => job.SubjectId == id && job.EndedAt == null,
            cancellation
        );
        return new BatchReading(
            batch.Id,
            batch.Action,
            batch.ColleagueId,
            batch.RequestedBy,
            batch.RequestedAt,
            batch.CaseCount,
            states,
            running,
            batch.UndoJobId is not null,
            batch.UndoJobId ?? batch.JobId
        );
    }

    /// <summary>Its cases, those first of which something must be said. A case that the reader no longer sees has no number.</summary>
    public static IQueryable<BatchItemRow> Items(FaroDb db, Actor actor, Guid id) =>
        from item in db.CaseBatchItems
        where item.BatchId == id
        orderby item.Reason == "", item.Index
        select new BatchItemRow(
            item.CaseId,
            db.Cases.VisibleTo(actor)
                .Where(file => file.Id == item.CaseId)
                .Select(file => file.Number)
                .FirstOrDefault()
                ?? "",
            item.State,
            item.Reason
        );
}

/// <summary>What came of one case.</summary>
/// <param name="CaseId">Which.</param>
/// <param name="Number">The case's, or empty.</param>
/// <param name="State">A code of the list <c>batch-item-states</c>.</param>
/// <param name="Reason">The refusal's code, or empty.</param>
public sealed record BatchItemRow(Guid CaseId, string Number, string State, string Reason);
