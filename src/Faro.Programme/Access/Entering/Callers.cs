// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Access.Entering;

/// <summary>Who is at the door: asked of the database at each request, so that an end takes effect at once.</summary>
public static class Callers
{
    /// <returns>Null when the session ended or ran out, or the account is closed.</returns>
    public static Task<Caller?> CallerOfSessionAsync(
        this FaroDb db,
        Guid sessionId,
        DateTimeOffset now,
        CancellationToken cancellation
    ) =>
        db.CallerOfAsync(
            db.Sessions.Where(session => session.Id == sessionId && session.EndedAt == null)
                .Select(session => new Pass
                {
                    Id = session.Id,
                    UserId = session.UserId,
                    ExpiresAt = session.ExpiresAt,
                }),
            now,
            cancellation
        );

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
        return await db.CallerOfAsync(
            db.ApiTokens.Where(token => token.Hash == hash && token.RevokedAt == null)
                .Select(token => new Pass
                {
                    Id = token.Id,
                    UserId = token.UserId,
                    ExpiresAt = token.ExpiresAt,
                }),
            now,
            cancellation
        );
    }

    private static async Task<Caller?> CallerOfAsync(
        this FaroDb db,
        IQueryable<Pass> passes,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var grants = LivingGrant.PossibleAt(db, now);
        var found = await (
            from pass in passes
            join user in db.Users on pass.UserId equals user.Id
            where !user.Closed
            select new
            {
                pass.Id,
                pass.ExpiresAt,
                UserId = user.Id,
                user.AgencyId,
                user.RoleCodes,
                user.Compartments,
                user.DisplayName,
                user.Language,
                MayHaveGrants = grants.Any(grant => grant.UserId == user.Id)
                    || grants.Any(grant => grant.UserId == null && grant.AgencyId == user.AgencyId),
            }
        )
            .AsNoTracking()
            .FirstOrDefaultAsync(cancellation);
        if (found is null || found.ExpiresAt <= now)
        {
            return null;
        }

        Role[] roles = [.. found.RoleCodes.Select(Role.Find).OfType<Role>()];
        return new Caller(
            new Actor(found.UserId, found.Id, found.AgencyId, roles)
            {
                Compartments = found.Compartments,
                MayHaveGrants = found.MayHaveGrants,
            },
            found.DisplayName,
            found.Language
        );
    }

    /// <summary>A session or a token.</summary>
    private sealed class Pass
    {
        public Guid Id { get; init; }

        public Guid UserId { get; init; }

        public DateTimeOffset ExpiresAt { get; init; }
    }
}

/// <summary>Somebody whose session or token lives.</summary>
/// <param name="Actor">As who acts.</param>
/// <param name="DisplayName">As the screen greets.</param>
/// <param name="Language">As it speaks.</param>
public sealed record Caller(Actor Actor, string DisplayName, string Language);
