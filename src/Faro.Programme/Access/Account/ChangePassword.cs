// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access.Entering;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Access.Account;

/// <summary>A new password of one's own. Every other session ends: whoever knew the old one is out.</summary>
public sealed class ChangePassword(OperationDoor door) : Operation<ChangePasswordInput, Done>(door)
{
    public override Permission Permission => Permissions.OwnAccount;

    protected internal override async Task<ChangePasswordInput> PrepareAsync(
        Preparation preparation,
        ChangePasswordInput input,
        CancellationToken cancellation
    )
    {
        var id = preparation.Actor.UserId;
        var user = await preparation.Db.Users.FirstAsync(
            candidate => candidate.Id == id,
            cancellation
        );
        return input with
        {
            Proof = await PasswordProof.OfActorAsync(preparation, input.Current, cancellation),
            Judged = await NewPassword.OfUserAsync(
                preparation,
                user,
                input.Password,
                nameof(input.Password),
                cancellation
            ),
        };
    }

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        ChangePasswordInput input,
        CancellationToken cancellation
    )
    {
        var user = await act.OwnUserAsync(cancellation);
        if (OwnPassword.Refuse(act, user, input.Proof!, nameof(input.Current)) is { } wrong)
        {
            return wrong;
        }

        if (input.Judged!.Refusal is { } refusal)
        {
            return refusal;
        }

        user.PasswordHash = input.Judged.Hash;
        user.ChangeStamp();
        await act.EndSessionsAsync(user.Id, act.Actor.SessionId, cancellation);
        act.Note("user", user.Id);
        return default(Done);
    }
}

/// <param name="Current">Asked again, since a browser may have been left open.</param>
/// <param name="Password">The new one.</param>
public sealed record ChangePasswordInput(Secret Current, Secret Password)
{
    internal PasswordProof? Proof { get; init; }

    internal NewPassword? Judged { get; init; }
}
