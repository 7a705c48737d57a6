// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;

namespace Faro.Programme.Access;

/// <summary>A code that a person reads aloud or copies from paper: groups of four letters and digits, 20 bits each.</summary>
internal static class PaperCode
{
    // None that is mistaken for another.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int GroupLength = 4;

    public static string Make(int groups) =>
        string.Join(
            '-',
            Enumerable
                .Range(0, groups)
                .Select(_ => RandomNumberGenerator.GetString(Letters, GroupLength))
        );

    /// <summary>However it was typed: capitals, spaces and hyphens do not count.</summary>
    public static string Fold(string typed) =>
        new([.. typed.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);
}
