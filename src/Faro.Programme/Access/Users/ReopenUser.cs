// SPDX-License-Identifier: Apache-2.0

namespace Faro.Programme.Access.Users;

/// <summary>A closed account may sign in again, with its old password.</summary>
public sealed class ReopenUser(OperationDoor door) : Operation<ReopenUserInput, Done>(door)
{
    public override Permission Permission => Permissions.ManageUsers;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        ReopenUserInput input,
        CancellationToken cancellation
    )
    {
        if (await act.Db.Users.FindAsync([input.UserId], cancellation) is not { } user)
        {
            return new Refusal(AccessRefusals.UserNotFound);
        }

        user.Closed = false;
        user.ForgetWrongTries();
        act.Note("user", user.Id);
        return default(Done);
    }
}

/// <param name="UserId">Whose account.</param>
public sealed record ReopenUserInput(Guid UserId);
