// SPDX-License-Identifier: Apache-2.0
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Access.Entering;

/// <summary>Ending sessions and tokens inside an operation.</summary>
internal static class SessionWrites
{
    /// <summary>Ends every living session of this person but one.</summary>
    /// <returns>How many ended.</returns>
    public static async Task<int> EndSessionsAsync(
        this Act act,
        Guid userId,
        Guid? butNot,
        CancellationToken cancellation
    )
    {
        var living = await act
            .Db.Sessions.Where(session =>
                session.UserId == userId && session.EndedAt == null && session.Id != butNot
            )
            .ToListAsync(cancellation);
        living.ForEach(session => session.EndedAt = act.Now);
        return living.Count;
    }

    public static async Task RevokeTokensAsync(
        this Act act,
        Guid userId,
        CancellationToken cancellation
    )
    {
        var living = await act
            .Db.ApiTokens.Where(token => token.UserId == userId && token.RevokedAt == null)
            .ToListAsync(cancellation);
        living.ForEach(token => token.RevokedAt = act.Now);
    }
}
