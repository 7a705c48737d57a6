// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Faro.Programme.Studies.Sources;

/// <summary>By what a file is recognised the next time: its headers, folded, in order, as a hash.</summary>
internal static class HeaderSignature
{
    public static string Of(IEnumerable<string> headers) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', headers.Select(Fold))))
        );

    /// <summary>Lower case letters and digits only, without accents.</summary>
    public static string Fold(string header)
    {
        var folded = new StringBuilder(header.Length);
        foreach (var letter in header.Normalize(NormalizationForm.FormD))
        {
            if (
                char.IsLetterOrDigit(letter)
                && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark
            )
            {
                folded.Append(char.ToLowerInvariant(letter));
            }
        }

        return folded.ToString();
    }
}
