// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text;

namespace Faro.Programme.Vault;

/// <summary>Seals and opens with a key per owner, wrapped by the keyring (envelope encryption, design §4.4).</summary>
public sealed class SealingVault(Keyring keyring)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int KeyBytes = 32;

    /// <summary>A fresh key for one owner; store the row, and it can seal.</summary>
    public SealedKey NewKey(Guid owner)
    {
        var active = keyring.Active;
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var wrapped = Encrypt(KeyringKey(active), key, Bound(owner, "key"));
        CryptographicOperations.ZeroMemory(key);
        return new SealedKey
        {
            OwnerId = owner,
            WrappedBy = active,
            Wrapped = wrapped,
        };
    }

    /// <summary>The same key under the keyring's active key. What it sealed is untouched.</summary>
    public void Rewrap(SealedKey key)
    {
        var plain = Unwrap(key);
        var active = keyring.Active;
        key.Wrapped = Encrypt(KeyringKey(active), plain, Bound(key.OwnerId, "key"));
        key.WrappedBy = active;
        CryptographicOperations.ZeroMemory(plain);
    }

    /// <param name="key">The owner's key.</param>
    /// <param name="plain">Any bytes.</param>
    /// <param name="field">Where it will be stored; it opens nowhere else.</param>
    /// <returns>Nonce (12), tag (16), ciphertext.</returns>
    public byte[] Seal(SealedKey key, ReadOnlySpan<byte> plain, string field)
    {
        var secret = Unwrap(key);
        try
        {
            return Encrypt(secret, plain, Bound(key.OwnerId, field));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    /// <exception cref="CryptographicException">The box was changed, or belongs to another owner or field.</exception>
    public byte[] Open(SealedKey key, ReadOnlySpan<byte> box, string field)
    {
        var secret = Unwrap(key);
        try
        {
            return Decrypt(secret, box, Bound(key.OwnerId, field));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    /// <summary>The keyed fingerprint of a normalised value, by which it can be found but not read.</summary>
    /// <param name="kind">One of <see cref="BlindKinds"/>; each has a key of its own.</param>
    /// <param name="normalised">Folded by the caller, so that equal things are written equal.</param>
    public byte[] Blind(string kind, string normalised) =>
        HMACSHA256.HashData(keyring.Derive("blind:" + kind), Encoding.UTF8.GetBytes(normalised))[
            ..16
        ];

    private byte[] Unwrap(SealedKey key) =>
        Decrypt(KeyringKey(key.WrappedBy), key.Wrapped, Bound(key.OwnerId, "key"));

    private byte[] KeyringKey(int id) =>
        keyring.KeyOf(id)
        ?? throw new CryptographicException($"The keyring no longer has key {id}");

    private static byte[] Bound(Guid owner, string field) =>
        Encoding.UTF8.GetBytes($"{owner}/{field}");

    private static byte[] Encrypt(byte[] key, ReadOnlySpan<byte> plain, byte[] bound)
    {
        var box = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = box.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(
            nonce,
            plain,
            box.AsSpan(NonceBytes + TagBytes),
            box.AsSpan(NonceBytes, TagBytes),
            bound
        );
        return box;
    }

    private static byte[] Decrypt(byte[] key, ReadOnlySpan<byte> box, byte[] bound)
    {
        if (box.Length < NonceBytes + TagBytes)
        {
            throw new CryptographicException("A sealed box is too short");
        }

        var plain = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(
            box[..NonceBytes],
            box[(NonceBytes + TagBytes)..],
            box.Slice(NonceBytes, TagBytes),
            plain,
            bound
        );
        return plain;
    }
}
