// SPDX-License-Identifier: Apache-2.0
using Microsoft.AspNetCore.Identity;

namespace Faro.Programme.Access.Account;

/// <summary>A password somebody chose, judged and hashed before the writer is asked.</summary>
/// <param name="Refusal">Null when it will do.</param>
/// <param name="Hash">Empty when refused.</param>
internal sealed record NewPassword(Refusal? Refusal, string Hash)
{
    /// <param name="preparation">The services.</param>
    /// <param name="password">What was typed.</param>
    /// <param name="field">The input's field that holds it.</param>
    /// <param name="ownWords">Names that an acquaintance would try.</param>
    public static NewPassword Judge(
        Preparation preparation,
        Secret password,
        string field,
        params IReadOnlyList<string> ownWords
    )
    {
        var plain = password.Reveal();
        var refusal =
            plain.Length < User.PasswordMinLength
                ? new Refusal(AccessRefusals.PasswordShort, field, User.PasswordMinLength)
            : plain.Length > User.PasswordMaxLength
                ? new Refusal(AccessRefusals.PasswordLong, field, User.PasswordMaxLength)
            : preparation.Get<PasswordStrength>().Score(plain, ownWords) < PasswordStrength.Least
                ? new Refusal(AccessRefusals.PasswordWeak, field)
            : preparation.Get<BreachedPasswords>().Contain(plain)
                ? new Refusal(AccessRefusals.PasswordBreached, field)
            : null;
        return new NewPassword(refusal, refusal is null ? Hashed(preparation, plain) : "");
    }

    /// <summary>Judges the next password of somebody who has one: not the same again, and not made of the own names.</summary>
    public static async Task<NewPassword> OfUserAsync(
        Preparation preparation,
        User user,
        Secret password,
        string field,
        CancellationToken cancellation
    )
    {
        var judged = Judge(
            preparation,
            password,
            field,
            await OwnWords.OfAsync(preparation.Db, user, cancellation)
        );
        var same =
            judged.Refusal is null
            && user.PasswordHash is { } hash
            && preparation
                .Get<IPasswordHasher<User>>()
                .VerifyHashedPassword(user, hash, password.Reveal())
                != PasswordVerificationResult.Failed;
        return same ? new NewPassword(new Refusal(AccessRefusals.PasswordSame, field), "") : judged;
    }

    /// <summary>A password that Faro made itself needs no judging.</summary>
    public static NewPassword Made(Preparation preparation, Secret password) =>
        new(null, Hashed(preparation, password.Reveal()));

    // The hasher asks for a user and looks at nothing of it.
    private static string Hashed(Preparation preparation, string plain) =>
        preparation.Get<IPasswordHasher<User>>().HashPassword(null!, plain);
}
