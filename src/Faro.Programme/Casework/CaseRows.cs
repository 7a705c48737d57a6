// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Casework;

/// <summary>How operations of daily work come to the row they change.</summary>
internal static class CaseRows
{
    /// <summary>One row that the actor sees, as it was on the screen, in a case that is open.</summary>
    public static async Task<Outcome<CaseRowAtHand<T>>> RowAsync<T>(
        this Act act,
        IQueryable<T> rows,
        Guid id,
        int version,
        CancellationToken cancellation
    )
        where T : class, ICaseRow
    {
        var row = await rows.VisibleTo(act.Actor, act.Db)
            .FirstOrDefaultAsync(each => each.Id == id, cancellation);
        if (row is null)
        {
            return new Refusal(CaseworkRefusals.NotFound);
        }

        var pen = await act.PenAsync(row.CaseId, row.Compartment, cancellation);
        if (!pen.Done)
        {
            return pen.Refusals.ToList();
        }

        return row.Version == version
            ? new CaseRowAtHand<T>(row, pen.Value)
            : new Refusal(CaseworkRefusals.ChangedMeanwhile);
    }

    /// <summary>As <see cref="RowAsync"/>, on its way to another compartment, of those in which the actor works.</summary>
    public static async Task<Outcome<CaseRowAtHand<T>>> MovedRowAsync<T>(
        this Act act,
        IQueryable<T> rows,
        Guid id,
        int version,
        string compartment,
        CancellationToken cancellation
    )
        where T : class, ICaseRow
    {
        var found = await act.RowAsync(rows, id, version, cancellation);
        if (!found.Done || found.Value.Row.Compartment == compartment)
        {
            return found;
        }

        var pen = await act.PenAsync(found.Value.Row.CaseId, compartment, cancellation);
        return pen.Done ? found : pen.Refusals.ToList();
    }

    /// <summary>What the audit says of a row: its case, and which row of which kind.</summary>
    public static void NoteRow(this Act act, Guid caseId, string kind, Guid rowId) =>
        act.Note("case", caseId, (kind, rowId.ToString()));
}

/// <summary>A row that is about to be changed, with the case it stands in.</summary>
internal sealed record CaseRowAtHand<T>(T Row, CasePen Pen);
