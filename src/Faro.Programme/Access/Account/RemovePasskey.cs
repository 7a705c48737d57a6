// SPDX-License-Identifier: Apache-2.0
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Access.Account;

/// <summary>Takes a passkey of one's own away.</summary>
public sealed class RemovePasskey(OperationDoor door) : Operation<RemovePasskeyInput, Done>(door)
{
    public override Permission Permission => Permissions.OwnAccount;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        RemovePasskeyInput input,
        CancellationToken cancellation
    )
    {
        var (id, owner) = (input.CredentialId, act.Actor.UserId);
        var passkeys = act.Db.Set<IdentityUserPasskey<Guid>>();
        var passkey = await passkeys.FirstOrDefaultAsync(
            candidate => candidate.CredentialId == id && candidate.UserId == owner,
            cancellation
        );
        if (passkey is null)
        {
            return new Refusal(AccessRefusals.PasskeyNotFound);
        }

        passkeys.Remove(passkey);
        act.Note("user", owner);
        return default(Done);
    }
}

/// <param name="CredentialId">As the authenticator named it.</param>
public sealed record RemovePasskeyInput(byte[] CredentialId);
