// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access.Account;
using Faro.Programme.Access.Entering;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Access.Users;

/// <summary>
/// A password for one sign-in, handed over and shown once; the person must choose her own. Sessions and tokens end, so
/// she notices.
/// </summary>
public sealed class ResetPassword(OperationDoor door) : Operation<ResetPasswordInput, Secret>(door)
{
    public override Permission Permission => Permissions.ManageUsers;

    protected internal override Task<ResetPasswordInput> PrepareAsync(
        Preparation preparation,
        ResetPasswordInput input,
        CancellationToken cancellation
    )
    {
        var temporary = TemporaryPassword.Make();
        return Task.FromResult(
            input with
            {
                Temporary = temporary,
                Password = NewPassword.Made(preparation, temporary),
            }
        );
    }

    protected internal override async Task<Outcome<Secret>> ActAsync(
        Act act,
        ResetPasswordInput input,
        CancellationToken cancellation
    )
    {
        if (await act.Db.Users.FindAsync([input.UserId], cancellation) is not { } user)
        {
            return new Refusal(AccessRefusals.UserNotFound);
        }

        if (user.Closed)
        {
            return new Refusal(AccessRefusals.UserClosed);
        }

        if (user.Id == act.Actor.UserId)
        {
            return new Refusal(AccessRefusals.NotYourself);
        }

        user.PasswordHash = input.Password!.Hash;
        user.MustChangePassword = true;
        user.ForgetWrongTries();
        user.ChangeStamp();
        if (input.ForgetSecondStep)
        {
            await TotpSecrets.ForgetAsync(act, user, cancellation);
            await act
                .Db.Set<IdentityUserPasskey<Guid>>()
                .Where(passkey => passkey.UserId == user.Id)
                .ExecuteDeleteAsync(cancellation);
        }

        await act.EndSessionsAsync(user.Id, null, cancellation);
        await act.RevokeTokensAsync(user.Id, cancellation);
        act.Note("user", user.Id, ("second-step", input.ForgetSecondStep ? "forgotten" : "kept"));
        return input.Temporary;
    }
}

/// <param name="UserId">Whose account.</param>
/// <param name="ForgetSecondStep">The phone or key is gone too: one-time codes, recovery codes and passkeys go.</param>
public sealed record ResetPasswordInput(Guid UserId, bool ForgetSecondStep)
{
    internal NewPassword? Password { get; init; }

    internal Secret Temporary { get; init; }
}
