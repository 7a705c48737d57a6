// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Faro.Programme.Access.Entering;

/// <summary>Signs out everywhere, at once. Gives how many browsers that was.</summary>
public sealed class EndAllSessions(OperationDoor door) : Operation<EndAllSessionsInput, int>(door)
{
    public override Permission Permission => Permissions.OwnAccount;

    protected internal override async Task<Outcome<int>> ActAsync(
        Act act,
        EndAllSessionsInput input,
        CancellationToken cancellation
    )
    {
        var owner = act.Actor.UserId!.Value;
        var ended = await act.EndSessionsAsync(
            owner,
            input.ButThisOne ? act.Actor.SessionId : null,
            cancellation
        );
        act.Note("user", owner, ("sessions", ended.ToString(CultureInfo.InvariantCulture)));
        return ended;
    }
}

/// <param name="ButThisOne">The browser that asks stays signed in.</param>
public sealed record EndAllSessionsInput(bool ButThisOne);
