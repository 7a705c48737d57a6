// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Identification;

/// <summary>How operations come to the row they correct or take back.</summary>
internal static class FactRows
{
    /// <returns>Null when the case has none of this id, or it was taken back.</returns>
    public static Task<T?> StandingAsync<T>(
        this Act act,
        Guid caseId,
        Guid id,
        CancellationToken cancellation
    )
        where T : class, IFactRow =>
        act
            .Db.Set<T>()
            .FirstOrDefaultAsync(
                row => row.Id == id && row.CaseId == caseId && row.WithdrawnAt == null,
                cancellation
            );

    /// <summary>The row to correct, as it was on the screen, or the one that begins; in its next version.</summary>
    /// <param name="act">Of the one who records.</param>
    /// <param name="caseId">In which case.</param>
    /// <param name="id">Null for a new one.</param>
    /// <param name="version">That was on the screen.</param>
    /// <param name="begin">Makes a new one, of that version.</param>
    /// <param name="cancellation">Ends the search.</param>
    public static async Task<Outcome<T>> NextAsync<T>(
        this Act act,
        Guid caseId,
        Guid? id,
        int version,
        Func<T> begin,
        CancellationToken cancellation
    )
        where T : class, IFactRow
    {
        var row = id is { } known
            ? await act.StandingAsync<T>(caseId, known, cancellation)
            : act.Db.Set<T>().Add(begin()).Entity;
        if (row is null)
        {
            return new Refusal(IdentificationRefusals.RowNotFound);
        }

        if (row.Version != version)
        {
            return new Refusal(IdentificationRefusals.ChangedMeanwhile);
        }

        row.Version++;
        return row;
    }
}

/// <summary>A place and time, or somebody who took part: corrected in place, and taken back without being lost.</summary>
internal interface IFactRow : ICaseRow
{
    DateTimeOffset? WithdrawnAt { get; set; }
}
