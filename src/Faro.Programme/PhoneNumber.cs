// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Faro.Programme;

/// <summary>Telephone numbers in the one form that is stored: ITU-T E.164, as in <c>+523221234567</c>.</summary>
public static partial class PhoneNumber
{
    /// <summary>Room for what people type, with spaces and brackets; stored it is at most 16.</summary>
    public const int TypedMaxLength = 30;

    /// <param name="typed">With any spaces, dots, hyphens or brackets; <c>00</c> may stand for the plus sign.</param>
    /// <param name="number">Plus sign and 8 to 15 digits.</param>
    /// <returns>False without a country code, since nobody could say whose number it is.</returns>
    public static bool TryRead(string typed, [NotNullWhen(true)] out string? number)
    {
        var bare = Punctuation().Replace(typed, "");
        if (bare.StartsWith("00", StringComparison.Ordinal))
        {
            bare = "+" + bare[2..];
        }

        number = E164().IsMatch(bare) ? bare : null;
        return number is not null;
    }

    [GeneratedRegex(@"[\s().\-/]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Punctuation();

    [GeneratedRegex(@"^\+[1-9][0-9]{7,14}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex E164();
}
