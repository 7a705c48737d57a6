// SPDX-License-Identifier: Apache-2.0
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Access.Entering;

/// <summary>Who is at the door: asked of the database at each request, so that an end takes effect at once.</summary>
public static class Callers
{
    /// <returns>Null when the session ended or ran out, or the account is closed.</returns>
    public static async Task<Caller?> CallerOfSessionAsync(
        this FaroDb db,
        Guid sessionId,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var found = await (
            from session in db.Sessions
            join user in db.Users on session.UserId equals user.Id
            where session.Id == sessionId && session.EndedAt == null && !user.Closed
            select new
            {
                session.ExpiresAt,
                user.Id,
                user.AgencyId,
                user.RoleCodes,
                user.Compartments,
                user.DisplayName,
                user.Language,
            }
        )
            .AsNoTracking()
            .FirstOrDefaultAsync(cancellation);
        return found is null || found.ExpiresAt <= now
            ? null
            : Make(
                found.Id,
                sessionId,
                found.AgencyId,
                found.RoleCodes,
                found.Compartments,
                found.DisplayName,
                found.Language
            );
    }

    /// <returns>Null when the token is not ours, ran out or was revoked, or the account is closed.</returns>
    public static async Task<Caller?> CallerOfTokenAsync(
        this FaroDb db,
        Secret secret,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        if (!secret.Reveal().StartsWith(ApiToken.Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var hash = ApiToken.HashOf(secret);
        var found = await (
            from token in db.ApiTokens
            join user in db.Users on token.UserId equals user.Id
            where token.Hash == hash && token.RevokedAt == null && !user.Closed
            select new
            {
                TokenId = token.Id,
                token.ExpiresAt,
                user.Id,
                user.AgencyId,
                user.RoleCodes,
                user.Compartments,
                user.DisplayName,
                user.Language,
            }
        )
            .AsNoTracking()
            .FirstOrDefaultAsync(cancellation);
        return found is null || found.ExpiresAt <= now
            ? null
            : Make(
                found.Id,
                found.TokenId,
                found.AgencyId,
                found.RoleCodes,
                found.Compartments,
                found.DisplayName,
                found.Language
            );
    }

    private static Caller Make(
        Guid userId,
        Guid sessionId,
        Guid? agencyId,
        List<string> roleCodes,
        List<string> compartments,
        string displayName,
        string language
    ) =>
        new(
            new Actor(userId, sessionId, agencyId, [.. roleCodes.Select(Role.Find).OfType<Role>()])
            {
                Compartments = compartments,
            },
            displayName,
            language
        );
}

/// <summary>Somebody whose session or token lives.</summary>
/// <param name="Actor">As who acts.</param>
/// <param name="DisplayName">As the screen greets.</param>
/// <param name="Language">As it speaks.</param>
public sealed record Caller(Actor Actor, string DisplayName, string Language);
