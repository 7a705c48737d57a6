// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access.Entering;
using Faro.Programme.Vault;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Access.Account;

/// <summary>Secrets of one-time codes, sealed with a key of their owner.</summary>
internal static class TotpSecrets
{
    private const string Field = "totp";

    /// <summary>Minutes in which a secret that was begun must be confirmed.</summary>
    public const int MinutesToConfirm = 30;

    public static async Task<byte[]> BeginAsync(Act act, User user, CancellationToken cancellation)
    {
        var key = await KeyAsync(act, user, cancellation);
        if (key is null)
        {
            key = act.Vault.NewKey(user.Id);
            act.Db.SealedKeys.Add(key);
        }

        var secret = Totp.NewSecret();
        user.TotpBox = act.Vault.Seal(key, secret, Field);
        user.TotpBegunAt = act.Now;
        user.TotpLastStep = 0;
        return secret;
    }

    /// <returns>Null when none was begun.</returns>
    public static async Task<byte[]?> OpenAsync(
        Act act,
        User user,
        CancellationToken cancellation
    ) =>
        user.TotpBox is { } box && await KeyAsync(act, user, cancellation) is { } key
            ? act.Vault.Open(key, box, Field)
            : null;

    /// <returns>The step of a right code that was not used before; null when there is none.</returns>
    public static async Task<long?> MatchAsync(
        Act act,
        User user,
        Secret code,
        CancellationToken cancellation
    ) =>
        await OpenAsync(act, user, cancellation) is { } secret
            ? Totp.Match(secret, code.Reveal(), act.Now, user.TotpLastStep)
            : null;

    /// <summary>No second step any more: secret, key and recovery codes are gone.</summary>
    public static async Task ForgetAsync(Act act, User user, CancellationToken cancellation)
    {
        if (await KeyAsync(act, user, cancellation) is { } key)
        {
            act.Db.SealedKeys.Remove(key);
        }

        (user.TwoFactorEnabled, user.TotpBox, user.TotpBegunAt) = (false, null, null);
        user.RecoveryPrints = [];
        user.ChangeStamp();
    }

    public static bool IsBegun(User user, DateTimeOffset now) =>
        user is { TotpOn: false, TotpBox: not null }
        && user.TotpBegunAt?.AddMinutes(MinutesToConfirm) > now;

    private static Task<SealedKey?> KeyAsync(Act act, User user, CancellationToken cancellation) =>
        act.Db.SealedKeys.FirstOrDefaultAsync(key => key.OwnerId == user.Id, cancellation);
}
