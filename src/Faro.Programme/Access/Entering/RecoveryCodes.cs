// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Vault;

namespace Faro.Programme.Access.Entering;

/// <summary>Ten codes on paper for the day the phone is gone. Each works once; only keyed fingerprints are kept.</summary>
internal static class RecoveryCodes
{
    public const int Count = 10;
    private const int Groups = 3;
    private const string Kind = "recovery-code";

    /// <summary>Codes of 59 bits; the fingerprints go into the account in place of any before.</summary>
    public static IReadOnlyList<Secret> Renew(User user, SealingVault vault)
    {
        string[] codes = [.. Enumerable.Range(0, Count).Select(_ => PaperCode.Make(Groups))];
        user.RecoveryPrints = [.. codes.Select(code => Print(user, vault, code))];
        return [.. codes.Select(code => new Secret(code))];
    }

    /// <summary>Takes the code away when it is one of those that are left.</summary>
    public static bool Take(User user, SealingVault vault, Secret code)
    {
        var print = Print(user, vault, code.Reveal());
        // A new list: what is stored as one value is compared as one value.
        var left = user.RecoveryPrints.Where(kept => kept != print).ToList();
        var taken = left.Count < user.RecoveryPrints.Count;
        user.RecoveryPrints = left;
        return taken;
    }

    private static string Print(User user, SealingVault vault, string code) =>
        Convert.ToHexStringLower(vault.Blind(Kind, $"{user.Id}/{PaperCode.Fold(code)}"));
}
