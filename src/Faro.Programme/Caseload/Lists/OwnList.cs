// SPDX-License-Identifier: Apache-2.0
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Caseload.Lists;

/// <summary>How operations find the saved list that they change.</summary>
internal static class OwnList
{
    /// <summary>One that the actor sees and may change, as it was on the screen.</summary>
    public static async Task<Outcome<SavedList>> OwnListAsync(
        this Act act,
        Guid id,
        int version,
        CancellationToken cancellation
    )
    {
        var list = await act
            .Db.SavedLists.VisibleTo(act.Actor)
            .FirstOrDefaultAsync(row => row.Id == id, cancellation);
        if (list is null)
        {
            return new Refusal(CaseloadRefusals.ListNotFound);
        }

        if (!act.Actor.MayChange(list))
        {
            return new Refusal(CaseloadRefusals.ListNotYours);
        }

        return list.Version == version ? list : new Refusal(CaseloadRefusals.ListChanged);
    }

    public static async Task BeginWithAsync(
        this Act act,
        Guid user,
        Guid listId,
        CancellationToken cancellation
    )
    {
        var first = await act.Db.FirstLists.FindAsync([user], cancellation);
        if (first is null)
        {
            act.Db.FirstLists.Add(new FirstList { UserId = user, ListId = listId });
        }
        else
        {
            first.ListId = listId;
        }
    }
}
