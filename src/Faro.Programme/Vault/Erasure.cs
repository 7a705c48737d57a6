// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Vault;

/// <summary>Erasing what is sealed, inside an operation.</summary>
public static class Erasure
{
    /// <summary>
    /// Deletes the owner's key, blind tokens and files, and writes the tombstone that keeps backups from bringing them back. The
    /// caller deletes its own sealed rows, and returns no refusal after this.
    /// </summary>
    public static async Task EraseSealedAsync(
        this Act act,
        Guid ownerId,
        CancellationToken cancellation
    )
    {
        await act
            .Db.SealedKeys.Where(key => key.OwnerId == ownerId)
            .ExecuteDeleteAsync(cancellation);
        await act
            .Db.BlindTokens.Where(token => token.OwnerId == ownerId)
            .ExecuteDeleteAsync(cancellation);
        await act
            .Db.DocumentPieces.Where(piece => piece.OwnerId == ownerId)
            .ExecuteDeleteAsync(cancellation);
        var ledger = act.Get<ErasureLedger>();
        ledger.Append(ownerId);
        act.AfterCommit(() => ledger.Confirm(ownerId));
    }
}

/// <summary>
/// After a restore, or a start on an older copy: drops the keys of everybody who was erased since. Returns how many it
/// found.
/// </summary>
internal sealed class ApplyErasures(OperationDoor door)
    : Operation<IReadOnlyCollection<Guid>, int>(door)
{
    public override Permission Permission => Permissions.ErasePeople;

    protected internal override async Task<Outcome<int>> ActAsync(
        Act act,
        IReadOnlyCollection<Guid> input,
        CancellationToken cancellation
    )
    {
        var dropped = 0;
        foreach (var owners in input.Chunk(500))
        {
            dropped += await act
                .Db.SealedKeys.Where(key => owners.Contains(key.OwnerId))
                .ExecuteDeleteAsync(cancellation);
            await act
                .Db.BlindTokens.Where(token => owners.Contains(token.OwnerId))
                .ExecuteDeleteAsync(cancellation);
            await act
                .Db.DocumentPieces.Where(piece => owners.Contains(piece.OwnerId))
                .ExecuteDeleteAsync(cancellation);
            await act
                .Db.SealedIdentities.Where(identity => owners.Contains(identity.PersonId))
                .ExecuteDeleteAsync(cancellation);
            await act
                .Db.PersonRelations.Where(tie =>
                    owners.Contains(tie.PersonId) || owners.Contains(tie.RelativeId)
                )
                .ExecuteDeleteAsync(cancellation);
            await act
                .Db.People.Where(person => owners.Contains(person.Id) && person.ErasedAt == null)
                .ExecuteUpdateAsync(
                    person => person.SetProperty(row => row.ErasedAt, act.Now),
                    cancellation
                );
        }

        act.Note("", null, ("keys", $"{dropped}"));
        return dropped;
    }
}
