// SPDX-License-Identifier: Apache-2.0
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Access.Account;

/// <summary>One more passkey of one's own. The web door has verified the browser's answer.</summary>
public sealed class AddPasskey(OperationDoor door) : Operation<AddPasskeyInput, Done>(door)
{
    public const int MaxPerPerson = 10;
    public const int NameMaxLength = 60;

    public override Permission Permission => Permissions.OwnAccount;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        AddPasskeyInput input,
        CancellationToken cancellation
    )
    {
        if (await act.CameByTokenAsync(cancellation))
        {
            return new Refusal(AccessRefusals.NotByToken);
        }

        var user = await act.OwnUserAsync(cancellation);
        var name = input.Name.Trim();
        if (name.Length == 0)
        {
            return new Refusal(AccessRefusals.NameMissing, nameof(input.Name));
        }

        if (name.Length > NameMaxLength)
        {
            return new Refusal(AccessRefusals.NameLong, nameof(input.Name), NameMaxLength);
        }

        var passkeys = act.Db.Set<IdentityUserPasskey<Guid>>();
        if (
            await passkeys.CountAsync(passkey => passkey.UserId == user.Id, cancellation)
            >= MaxPerPerson
        )
        {
            return new Refusal(AccessRefusals.PasskeysTooMany, "", MaxPerPerson);
        }

        var id = input.Passkey.CredentialId;
        if (await passkeys.AnyAsync(passkey => passkey.CredentialId == id, cancellation))
        {
            return new Refusal(AccessRefusals.PasskeyRefused);
        }

        passkeys.Add(Row(user.Id, input.Passkey, name));
        act.Note("user", user.Id);
        return default(Done);
    }

    private static IdentityUserPasskey<Guid> Row(Guid owner, UserPasskeyInfo info, string name) =>
        new()
        {
            UserId = owner,
            CredentialId = info.CredentialId,
            Data = new IdentityPasskeyData
            {
                Name = name,
                PublicKey = info.PublicKey,
                CreatedAt = info.CreatedAt,
                SignCount = info.SignCount,
                Transports = info.Transports,
                IsUserVerified = info.IsUserVerified,
                IsBackupEligible = info.IsBackupEligible,
                IsBackedUp = info.IsBackedUp,
                AttestationObject = info.AttestationObject,
                ClientDataJson = info.ClientDataJson,
            },
        };
}

/// <param name="Passkey">As the verified answer of the browser gives it.</param>
/// <param name="Name">What its owner calls it.</param>
public sealed record AddPasskeyInput(UserPasskeyInfo Passkey, string Name);
