// SPDX-License-Identifier: Apache-2.0

namespace Faro.Programme.Access.Users;

/// <summary>Ends the pause after too many wrong tries.</summary>
public sealed class UnlockUser(OperationDoor door) : Operation<UnlockUserInput, Done>(door)
{
    public override Permission Permission => Permissions.ManageUsers;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        UnlockUserInput input,
        CancellationToken cancellation
    )
    {
        if (await act.Db.Users.FindAsync([input.UserId], cancellation) is not { } user)
        {
            return new Refusal(AccessRefusals.UserNotFound);
        }

        user.ForgetWrongTries();
        act.Note("user", user.Id);
        return default(Done);
    }
}

/// <param name="UserId">Whose account.</param>
public sealed record UnlockUserInput(Guid UserId);
