// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text;

namespace Faro.Programme.Vault;

/// <summary>What somebody wrote about a person, in and out of its sealed box.</summary>
public static class SealedWords
{
    /// <summary>Boxes are filled up to a multiple of this, so that their length does not tell what was written.</summary>
    private const int Block = 256;

    /// <param name="vault">The vault.</param>
    /// <param name="key">The person's key.</param>
    /// <param name="words">Any text; empty gives no box.</param>
    /// <param name="field">Where it will be stored, with the id of its row, as in <c>case-note:…</c>; it opens nowhere else.</param>
    public static byte[]? Seal(SealingVault vault, SealedKey key, string words, string field)
    {
        if (words.Length == 0)
        {
            return null;
        }

        var text = Encoding.UTF8.GetBytes(words);
        var plain = new byte[(text.Length / Block + 1) * Block];
        text.CopyTo(plain, 0);
        try
        {
            return vault.Seal(key, plain, field);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <returns>Empty when there is no box.</returns>
    /// <exception cref="CryptographicException">The box was changed, or belongs to another person or row.</exception>
    public static string Open(SealingVault vault, SealedKey key, byte[]? box, string field)
    {
        if (box is null)
        {
            return "";
        }

        var plain = vault.Open(key, box, field);
        try
        {
            // Filled with zero bytes, which no text holds.
            return Encoding.UTF8.GetString(plain.AsSpan().TrimEnd((byte)0));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }
}
