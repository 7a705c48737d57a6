// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using Faro.Programme.Vault;

namespace Faro.Programme.Access.Entering;

/// <summary>Ten codes on paper for the day the phone is gone. Each works once; only keyed fingerprints are kept.</summary>
internal static class RecoveryCodes
{
    public const int Count = 10;

    // No letters that are mistaken for digits or for each other on paper.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Length = 12;
    private const string Kind = "recovery-code";

    /// <summary>Codes of 59 bits, in three groups; the fingerprints go into the account in place of any before.</summary>
    public static IReadOnlyList<Secret> Renew(User user, SealingVault vault)
    {
        string[] codes =
        [
            .. Enumerable
                .Range(0, Count)
                .Select(_ => RandomNumberGenerator.GetString(Letters, Length)),
        ];
        user.RecoveryPrints = [.. codes.Select(code => Print(user, vault, code))];
        return [.. codes.Select(code => new Secret($"{code[..4]}-{code[4..8]}-{code[8..]}"))];
    }

    /// <summary>Takes the code away when it is one of those that are left.</summary>
    public static bool Take(User user, SealingVault vault, Secret code)
    {
        var folded = new string([
            .. code.Reveal().ToLowerInvariant().Where(char.IsAsciiLetterOrDigit),
        ]);
        var print = Print(user, vault, folded);
        // A new list: what is stored as one value is compared as one value.
        var left = user.RecoveryPrints.Where(kept => kept != print).ToList();
        var taken = left.Count < user.RecoveryPrints.Count;
        user.RecoveryPrints = left;
        return taken;
    }

    private static string Print(User user, SealingVault vault, string code) =>
        Convert.ToHexStringLower(vault.Blind(Kind, $"{user.Id}/{code}"));
}
