// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Faro.Programme.Storage;

namespace Faro.Programme.Vault;

/// <summary>
/// The keys that lie outside the database: one file, readable by its owner alone. Key-encryption keys come and go with
/// rotation; the index key stays, since blind tokens cannot be made anew without opening every identity.
/// </summary>
public sealed class Keyring
{
    private const int KeyBytes = 32;
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    private readonly Lock _lock = new();
    private readonly string _file;
    private Content _content;

    private Keyring(string file, Content content) => (_file, _content) = (file, content);

    /// <summary>The key that new wraps use.</summary>
    public int Active
    {
        get
        {
            lock (_lock)
            {
                return _content.Active;
            }
        }
    }

    /// <summary>The numbers of all keys that are not destroyed, oldest first.</summary>
    public IReadOnlyList<int> Ids
    {
        get
        {
            lock (_lock)
            {
                return [.. _content.Keys.Select(key => key.Id).Order()];
            }
        }
    }

    /// <summary>Opens the key file, or makes it when there is none.</summary>
    /// <exception cref="StartRefusedException">The file is damaged; nothing was changed.</exception>
    public static Keyring Open(string file, TimeProvider clock)
    {
        if (File.Exists(file))
        {
            return new Keyring(file, Read(file));
        }

        var folder = Path.GetDirectoryName(file)!;
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }

        var first = new Key(
            1,
            clock.GetUtcNow(),
            Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes))
        );
        var index = Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes));
        var keyring = new Keyring(file, new Content(1, 1, [first], index));
        keyring.Write(keyring._content);
        return keyring;
    }

    /// <summary>A new active key; wraps made from now on use it.</summary>
    public int AddKey(TimeProvider clock)
    {
        lock (_lock)
        {
            var id = _content.Keys.Max(key => key.Id) + 1;
            var key = new Key(
                id,
                clock.GetUtcNow(),
                Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes))
            );
            Write(_content with { Active = id, Keys = [.. _content.Keys, key] });
            return id;
        }
    }

    /// <summary>Forgets a key for good. What it still wraps, in any backup, can never be read again.</summary>
    /// <exception cref="InvalidOperationException">It is the active key.</exception>
    public void DestroyKey(int id)
    {
        lock (_lock)
        {
            if (id == _content.Active)
            {
                throw new InvalidOperationException(
                    "Bug in Faro: the active key cannot be destroyed"
                );
            }

            Write(_content with { Keys = [.. _content.Keys.Where(key => key.Id != id)] });
        }
    }

    /// <summary>When the next key took its place.</summary>
    internal DateTimeOffset RetiredAt(int id)
    {
        lock (_lock)
        {
            return _content.Keys.Where(key => key.Id > id).Min(key => key.CreatedAt);
        }
    }

    /// <summary>32 bytes; null when that key was destroyed.</summary>
    internal byte[]? KeyOf(int id)
    {
        lock (_lock)
        {
            var key = _content.Keys.FirstOrDefault(candidate => candidate.Id == id);
            return key is null ? null : Convert.FromBase64String(key.Secret);
        }
    }

    /// <summary>A key of its own for each purpose (HKDF-SHA-256, RFC 5869) from the index key.</summary>
    internal byte[] Derive(string purpose)
    {
        lock (_lock)
        {
            return HKDF.DeriveKey(
                HashAlgorithmName.SHA256,
                Convert.FromBase64String(_content.IndexKey),
                KeyBytes,
                info: Encoding.UTF8.GetBytes(purpose)
            );
        }
    }

    private static Content Read(string file)
    {
        try
        {
            var content = JsonSerializer.Deserialize<Content>(File.ReadAllText(file), Json);
            if (
                content is { Keys.Count: > 0 }
                && content.Keys.Any(key => key.Id == content.Active)
                && content.Keys.Select(key => key.Secret).Append(content.IndexKey).All(IsKey)
            )
            {
                return content;
            }
        }
        catch (JsonException)
        {
            // Told below, as any other damage.
        }

        throw new StartRefusedException(StartRefusals.KeyringDamaged, file);
    }

    private static bool IsKey(string secret)
    {
        Span<byte> bytes = stackalloc byte[KeyBytes + 1];
        return Convert.TryFromBase64String(secret, bytes, out var length) && length == KeyBytes;
    }

    private void Write(Content content)
    {
        OwnerFile.Replace(_file, stream => JsonSerializer.Serialize(stream, content, Json));
        _content = content;
    }

    private sealed record Key(int Id, DateTimeOffset CreatedAt, string Secret);

    private sealed record Content(int Format, int Active, IReadOnlyList<Key> Keys, string IndexKey);
}
