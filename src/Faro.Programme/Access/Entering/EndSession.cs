// SPDX-License-Identifier: Apache-2.0
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Access.Entering;

/// <summary>Signs one browser of one's own out.</summary>
public sealed class EndSession(OperationDoor door) : Operation<EndSessionInput, Done>(door)
{
    public override Permission Permission => Permissions.OwnAccount;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        EndSessionInput input,
        CancellationToken cancellation
    )
    {
        var (id, owner) = (input.SessionId ?? act.Actor.SessionId, act.Actor.UserId);
        var session = await act.Db.Sessions.FirstOrDefaultAsync(
            candidate => candidate.Id == id && candidate.UserId == owner,
            cancellation
        );
        if (session is null)
        {
            return new Refusal(AccessRefusals.SessionNotFound);
        }

        session.EndedAt ??= act.Now;
        act.Note("session", session.Id);
        return default(Done);
    }
}

/// <param name="SessionId">Null for the one that asks.</param>
public sealed record EndSessionInput(Guid? SessionId);
