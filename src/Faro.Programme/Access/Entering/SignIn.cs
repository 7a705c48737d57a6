// SPDX-License-Identifier: Apache-2.0
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Access.Entering;

/// <summary>
/// The first step: name and password. Every failure gets the same answer after the same time; the audit of an unknown name
/// does not keep the name, which may well be a password typed in the wrong box.
/// </summary>
public sealed class SignIn(OperationDoor door) : Operation<SignInInput, SignInStep>(door)
{
    public override Permission Permission => Permissions.Public;

    protected internal override async Task<SignInInput> PrepareAsync(
        Preparation preparation,
        SignInInput input,
        CancellationToken cancellation
    ) =>
        input with
        {
            Proof = await PasswordProof.OfNameAsync(
                preparation,
                input.UserName,
                input.Password,
                cancellation
            ),
        };

    protected internal override async Task<Outcome<SignInStep>> ActAsync(
        Act act,
        SignInInput input,
        CancellationToken cancellation
    )
    {
        var proof = input.Proof!;
        var user = await act.Db.Users.FirstOrDefaultAsync(
            candidate => candidate.Id == proof.UserId,
            cancellation
        );
        if (user is null)
        {
            return SignInPath.Refused;
        }

        if (user.Closed || user.IsPausedAt(act.Now))
        {
            act.Note("user", user.Id);
            act.KeepWhenRefused();
            return SignInPath.Refused;
        }

        if (!proof.Holds(user))
        {
            SignInPath.CountWrongTry(act, user);
            return SignInPath.Refused;
        }

        user.PasswordHash = proof.FreshHash ?? user.PasswordHash;
        return SignInPath.Next(act, user, SignInMethods.Password, input.Device);
    }
}

/// <param name="UserName">As typed.</param>
/// <param name="Password">As typed.</param>
/// <param name="Device">Kind of browser and system, for the owner's list of sessions.</param>
public sealed record SignInInput(string UserName, Secret Password, string Device)
{
    internal PasswordProof? Proof { get; init; }
}
