// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Caseload.Lists;

/// <summary>Takes a saved list away, from everybody who has it. <see cref="RestoreList"/> brings it back.</summary>
public sealed class RemoveList(OperationDoor door) : Operation<ListAtVersion, Done>(door)
{
    public override Permission Permission => Permissions.ViewCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        ListAtVersion input,
        CancellationToken cancellation
    )
    {
        var found = await act.OwnListAsync(input.ListId, input.Version, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        found.Value.RemovedAt = act.Now;
        found.Value.Version++;
        act.Note("list", input.ListId);
        return default(Done);
    }
}

/// <summary>Brings back a list that was taken away, with its name, its link and who began with it.</summary>
public sealed class RestoreList(OperationDoor door) : Operation<Guid, Done>(door)
{
    public override Permission Permission => Permissions.ViewCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var list = await act.Db.SavedLists.FirstOrDefaultAsync(
            row => row.Id == input && row.RemovedAt != null,
            cancellation
        );
        if (list is null || !act.Actor.MayChange(list))
        {
            return new Refusal(CaseloadRefusals.ListNotFound);
        }

        var taken = await act.Db.SavedLists.AnyAsync(
            row => row.OwnerId == list.OwnerId && row.RemovedAt == null && row.Name == list.Name,
            cancellation
        );
        if (taken)
        {
            return new Refusal(CaseloadRefusals.NameTaken);
        }

        list.RemovedAt = null;
        list.Version++;
        act.Note("list", input);
        return default(Done);
    }
}

/// <param name="ListId">Which.</param>
/// <param name="Version">The version that was on the screen.</param>
public sealed record ListAtVersion(Guid ListId, int Version);
