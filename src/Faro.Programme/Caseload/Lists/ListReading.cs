// SPDX-License-Identifier: Apache-2.0
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Caseload.Lists;

/// <summary>A saved list as a screen and the API show it.</summary>
/// <param name="Id">Its link stays the same, whatever changes in it.</param>
/// <param name="Name">As its makers call it.</param>
/// <param name="Filter">Which cases.</param>
/// <param name="Order">A code of the list <c>case-orders</c>.</param>
/// <param name="Columns">Codes of the list <c>case-columns</c>, in their order.</param>
/// <param name="Shared">The colleagues of the agency have it too.</param>
/// <param name="MayChange">Whether the reader may change it or take it away.</param>
/// <param name="IsFirst">The reader begins with it.</param>
/// <param name="Version">To change it.</param>
public sealed record ListReading(
    Guid Id,
    string Name,
    CaseFilter Filter,
    string Order,
    IReadOnlyList<string> Columns,
    bool Shared,
    bool MayChange,
    bool IsFirst,
    int Version
)
{
    /// <summary>All that somebody has: their own first, then what is shared, by name.</summary>
    public static async Task<IReadOnlyList<ListReading>> AllAsync(
        FaroDb db,
        Actor actor,
        CancellationToken cancellation
    )
    {
        var user = actor.UserId;
        var first = await db
            .FirstLists.Where(row => row.UserId == user)
            .Select(row => (Guid?)row.ListId)
            .FirstOrDefaultAsync(cancellation);
        var lists = await db.SavedLists.VisibleTo(actor).AsNoTracking().ToListAsync(cancellation);
        return
        [
            .. lists
                .OrderBy(list => list.OwnerId != user)
                .ThenBy(list => list.Name, StringComparer.CurrentCulture)
                .Select(list => new ListReading(
                    list.Id,
                    list.Name,
                    CaseFilter.FromJson(list.Filter),
                    list.Order,
                    list.Columns,
                    list.Shared,
                    actor.MayChange(list),
                    list.Id == first,
                    list.Version
                )),
        ];
    }
}
