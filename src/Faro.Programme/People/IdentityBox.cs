// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text.Json;
using Faro.Programme.Vault;

namespace Faro.Programme.People;

/// <summary>An identity in and out of its sealed box.</summary>
internal static class IdentityBox
{
    private const string Field = "identity";

    /// <summary>Boxes are filled up to a multiple of this, so that their length does not tell how much is known.</summary>
    private const int Block = 512;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static byte[] Seal(SealingVault vault, SealedKey key, PersonIdentity identity)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(identity, Json);
        var plain = new byte[(text.Length / Block + 1) * Block];
        text.CopyTo(plain, 0);
        plain.AsSpan(text.Length).Fill((byte)' ');
        try
        {
            return vault.Seal(key, plain, Field);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <exception cref="CryptographicException">The box was changed, is another person's, or its key is gone.</exception>
    public static PersonIdentity Open(SealingVault vault, SealedKey key, byte[] box)
    {
        var plain = vault.Open(key, box, Field);
        try
        {
            return JsonSerializer.Deserialize<PersonIdentity>(plain, Json)
                ?? throw new InvalidOperationException("Bug in Faro: an empty box was sealed");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }
}
