// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Faro.Programme.Vault;

/// <summary>What is known or was written of a person, in and out of its sealed box: one text, or a record of several.</summary>
internal static class SealedWords
{
    /// <summary>Boxes are filled up to a multiple of this, so that their length does not tell what was written.</summary>
    private const int Block = 256;

    /// <param name="vault">The vault.</param>
    /// <param name="key">The person's key.</param>
    /// <param name="words">Any text; empty gives no box.</param>
    /// <param name="field">Where it will be stored, with the id of its row, as in <c>case-note:…</c>; it opens nowhere else.</param>
    public static byte[]? Seal(SealingVault vault, SealedKey key, string words, string field) =>
        words.Length == 0
            ? null
            : SealFilled(vault, key, Encoding.UTF8.GetBytes(words), field, Block);

    /// <param name="vault">The vault.</param>
    /// <param name="key">The person's key.</param>
    /// <param name="record">What is always read together.</param>
    /// <param name="field">As of a text.</param>
    /// <param name="block">What the box is filled up to a multiple of.</param>
    public static byte[] SealRecord<T>(
        SealingVault vault,
        SealedKey key,
        T record,
        string field,
        int block = Block
    )
        where T : class =>
        SealFilled(
            vault,
            key,
            JsonSerializer.SerializeToUtf8Bytes(record, JsonSerializerOptions.Web),
            field,
            block
        );

    /// <returns>Empty when there is no box.</returns>
    /// <exception cref="CryptographicException">The box was changed, or belongs to another person or row.</exception>
    public static string Open(SealingVault vault, SealedKey key, byte[]? box, string field) =>
        box is null ? "" : OpenFilled(vault, key, box, field, Encoding.UTF8.GetString);

    /// <returns>Null when there is no box.</returns>
    /// <exception cref="CryptographicException">The box was changed, or belongs to another person or row.</exception>
    public static T? OpenRecord<T>(SealingVault vault, SealedKey key, byte[]? box, string field)
        where T : class =>
        box is null
            ? null
            : OpenFilled(
                vault,
                key,
                box,
                field,
                json => JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web)
            );

    private static byte[] SealFilled(
        SealingVault vault,
        SealedKey key,
        byte[] text,
        string field,
        int block
    )
    {
        var plain = new byte[(text.Length / block + 1) * block];
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

    private static T OpenFilled<T>(
        SealingVault vault,
        SealedKey key,
        byte[] box,
        string field,
        Func<ReadOnlySpan<byte>, T> read
    )
    {
        var plain = vault.Open(key, box, field);
        try
        {
            // Filled with zero bytes, which no text holds.
            return read(plain.AsSpan().TrimEnd((byte)0));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }
}
