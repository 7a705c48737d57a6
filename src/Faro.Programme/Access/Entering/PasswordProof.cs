// SPDX-License-Identifier: Apache-2.0
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Access.Entering;

/// <summary>
/// What comparing a typed password found, before the writer is asked. Comparing takes as long for a name that nobody has,
/// so that the time tells nothing.
/// </summary>
/// <param name="UserId">Whose name it was; null when nobody's.</param>
/// <param name="AgainstHash">What it was compared with: another one by now means the proof is worth nothing.</param>
/// <param name="Matches">The password is right.</param>
/// <param name="FreshHash">The same password under today's settings, when those grew; else null.</param>
internal sealed record PasswordProof(
    Guid? UserId,
    string? AgainstHash,
    bool Matches,
    string? FreshHash
)
{
    // A hash of 32 random bytes under the same settings (format 3, HMAC-SHA512, 210,000 rounds): nothing matches it.
    private const string NobodysHash =
        "AQAAAAIAAzRQAAAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==";

    public static async Task<PasswordProof> OfNameAsync(
        Preparation preparation,
        string userName,
        Secret password,
        CancellationToken cancellation
    )
    {
        var folded = User.Fold(userName);
        var found = await preparation
            .Db.Users.AsNoTracking()
            .Where(user => user.NormalizedUserName == folded)
            .Select(user => new { user.Id, user.PasswordHash })
            .FirstOrDefaultAsync(cancellation);
        return Compare(preparation, found?.Id, found?.PasswordHash, password);
    }

    public static async Task<PasswordProof> OfActorAsync(
        Preparation preparation,
        Secret password,
        CancellationToken cancellation
    )
    {
        var id = preparation.Actor.UserId;
        var hash = await preparation
            .Db.Users.AsNoTracking()
            .Where(user => user.Id == id)
            .Select(user => user.PasswordHash)
            .FirstOrDefaultAsync(cancellation);
        return Compare(preparation, id, hash, password);
    }

    /// <summary>The password is right and still the one of this account.</summary>
    public bool Holds(User user) =>
        Matches && UserId == user.Id && AgainstHash == user.PasswordHash;

    private static PasswordProof Compare(
        Preparation preparation,
        Guid? id,
        string? hash,
        Secret password
    )
    {
        var plain = password.Reveal();
        if (plain.Length > User.PasswordMaxLength)
        {
            plain = ""; // Nobody has one so long, and hashing it would only cost time.
        }

        var hasher = preparation.Get<IPasswordHasher<User>>();
        var found = hasher.VerifyHashedPassword(null!, hash ?? NobodysHash, plain);
        var matches = hash is not null && found != PasswordVerificationResult.Failed;
        var fresh =
            matches && found == PasswordVerificationResult.SuccessRehashNeeded
                ? hasher.HashPassword(null!, plain)
                : null;
        return new PasswordProof(id, hash, matches, fresh);
    }
}
