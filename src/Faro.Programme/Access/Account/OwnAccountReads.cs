// SPDX-License-Identifier: Apache-2.0
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Access.Account;

/// <summary>The account of the one who acts, inside an operation.</summary>
internal static class OwnAccountReads
{
    /// <exception cref="InvalidOperationException">An actor with this permission and no account: a bug.</exception>
    public static async Task<User> OwnUserAsync(this Act act, CancellationToken cancellation)
    {
        var id = act.Actor.UserId;
        return await act.Db.Users.FirstOrDefaultAsync(user => user.Id == id, cancellation)
            ?? throw new InvalidOperationException("Bug in Faro: an actor without an account");
    }

    /// <summary>
    /// The one who acts came by an API token: it must not become a lasting way in (another token, a passkey, a code).
    /// </summary>
    public static Task<bool> CameByTokenAsync(this Act act, CancellationToken cancellation)
    {
        var id = act.Actor.SessionId;
        return act.Db.ApiTokens.AnyAsync(token => token.Id == id, cancellation);
    }
}
