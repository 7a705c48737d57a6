// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using Faro.Programme.Vault;

namespace Faro.Programme.People;

/// <summary>An identity in and out of its sealed box.</summary>
internal static class IdentityBox
{
    private const string Field = "identity";

    /// <summary>Wide, so that its length does not tell how much is known.</summary>
    private const int Block = 512;

    public static byte[] Seal(SealingVault vault, SealedKey key, PersonIdentity identity) =>
        SealedWords.SealRecord(vault, key, identity, Field, Block);

    /// <exception cref="CryptographicException">The box was changed, is another person's, or its key is gone.</exception>
    public static PersonIdentity Open(SealingVault vault, SealedKey key, byte[] box) =>
        SealedWords.OpenRecord<PersonIdentity>(vault, key, box, Field)
        ?? throw new InvalidOperationException("Bug in Faro: an empty box was sealed");
}
