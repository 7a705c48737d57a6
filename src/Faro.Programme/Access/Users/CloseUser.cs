// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access.Entering;

namespace Faro.Programme.Access.Users;

/// <summary>Nobody signs in with this account any more; its sessions and tokens end at once. It stays for the audit.</summary>
public sealed class CloseUser(OperationDoor door) : Operation<CloseUserInput, Done>(door)
{
    public override Permission Permission => Permissions.ManageUsers;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        CloseUserInput input,
        CancellationToken cancellation
    )
    {
        if (await act.Db.Users.FindAsync([input.UserId], cancellation) is not { } user)
        {
            return new Refusal(AccessRefusals.UserNotFound);
        }

        if (user.Id == act.Actor.UserId)
        {
            return new Refusal(AccessRefusals.NotYourself);
        }

        if (await UserRules.IsLastAdministratorAsync(act.Db, user, cancellation))
        {
            return new Refusal(AccessRefusals.LastAdministrator);
        }

        user.Closed = true;
        user.ChangeStamp();
        await act.EndSessionsAsync(user.Id, null, cancellation);
        await act.RevokeTokensAsync(user.Id, cancellation);
        act.Note("user", user.Id);
        return default(Done);
    }
}

/// <param name="UserId">Whose account.</param>
public sealed record CloseUserInput(Guid UserId);
