// SPDX-License-Identifier: Apache-2.0
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Access.Entering;

/// <summary>
/// Signs in with a passkey whose answer the web door has verified (WebAuthn level 2). It is two steps in one, since the
/// device has asked for a finger or a number; a pause after wrong passwords does not keep it out, so nobody can lock a
/// person out by guessing.
/// </summary>
public sealed class SignInWithPasskey(OperationDoor door)
    : Operation<SignInWithPasskeyInput, SignInStep>(door)
{
    public override Permission Permission => Permissions.Public;

    protected internal override async Task<Outcome<SignInStep>> ActAsync(
        Act act,
        SignInWithPasskeyInput input,
        CancellationToken cancellation
    )
    {
        var id = input.Passkey.CredentialId;
        var passkey = await act
            .Db.Set<IdentityUserPasskey<Guid>>()
            .FirstOrDefaultAsync(
                candidate => candidate.CredentialId == id && candidate.UserId == input.UserId,
                cancellation
            );
        var user = await act.Db.Users.FirstOrDefaultAsync(
            candidate => candidate.Id == input.UserId,
            cancellation
        );
        if (passkey is null || user is not { Closed: false })
        {
            return new Refusal(AccessRefusals.PasskeyRefused);
        }

        passkey.Data.SignCount = input.Passkey.SignCount;
        passkey.Data.IsBackedUp = input.Passkey.IsBackedUp;
        passkey.Data.IsUserVerified = input.Passkey.IsUserVerified;
        return SignInPath.Next(act, user, SignInMethods.Passkey, input.Device);
    }
}

/// <param name="UserId">Whose passkey it is.</param>
/// <param name="Passkey">As the verified answer of the browser left it (its counter has grown).</param>
/// <param name="Device">Kind of browser and system.</param>
public sealed record SignInWithPasskeyInput(Guid UserId, UserPasskeyInfo Passkey, string Device);
