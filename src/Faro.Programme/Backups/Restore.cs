// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Faro.Programme.Audit;
using Faro.Programme.Storage;
using Faro.Programme.Vault;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Faro.Programme.Backups;

/// <summary>
/// Puts a backup in the place of the running data, after everything about it was checked in a place apart. Whatever is
/// wrong, the running data stays as it is.
/// </summary>
public sealed class Restore(
    DatabaseEngine engine,
    FaroOptions options,
    TimeProvider clock,
    ILogger<WriteQueue> log
)
{
    private const long MaxManifestBytes = 1024 * 1024;

    /// <param name="file">A file that <see cref="Backup"/> wrote.</param>
    /// <param name="cancellation">Until the swap; then it goes through.</param>
    /// <exception cref="StartRefusedException">The copy's schema is newer, or the folder cannot be used.</exception>
    public async Task<Outcome<RestoreResult>> RunAsync(string file, CancellationToken cancellation)
    {
        if (!File.Exists(file))
        {
            return new Refusal(BackupRefusals.FileMissing, "", file);
        }

        await using var running = DataLock.TryTake(options);
        if (running is null)
        {
            return new Refusal(BackupRefusals.ServerRunning, "", options.DataFolder);
        }

        var unpacked = Path.Combine(options.DataFolder, ".restore-unpacked");
        try
        {
            var manifest = await UnpackAsync(file, unpacked, cancellation);
            return manifest.Done
                ? await PutInPlaceAsync(manifest.Value, unpacked, cancellation)
                : manifest.Refusals.ToList();
        }
        catch (ToolMissingException failure)
        {
            return new Refusal(BackupRefusals.ToolMissing, "", failure.Message);
        }
        catch (InvalidDataException)
        {
            return new Refusal(BackupRefusals.Damaged, "", file);
        }
        finally
        {
            File.Delete(unpacked);
        }
    }

    private async Task<Outcome<BackupManifest>> UnpackAsync(
        string file,
        string to,
        CancellationToken cancellation
    )
    {
        await using var zip = await ZipFile.OpenReadAsync(file, cancellation);
        var manifest = await ReadManifestAsync(zip, cancellation);
        if (manifest is null)
        {
            return new Refusal(BackupRefusals.Damaged, "", Backup.ManifestName);
        }

        if (manifest.Format > BackupManifest.CurrentFormat)
        {
            return new Refusal(BackupRefusals.Newer, "", manifest.Product);
        }

        if (manifest.Engine != engine.Name)
        {
            return new Refusal(BackupRefusals.OtherEngine, "", manifest.Engine, engine.Name);
        }

        if (
            manifest.Entries is not [{ Name: Backup.DatabaseName } entry]
            || zip.GetEntry(entry.Name) is not { } packed
            || !await CopyAsync(packed, entry, to, cancellation)
        )
        {
            return new Refusal(BackupRefusals.Damaged, "", Backup.DatabaseName);
        }

        return manifest;
    }

    private static async Task<BackupManifest?> ReadManifestAsync(
        ZipArchive zip,
        CancellationToken cancellation
    )
    {
        if (zip.GetEntry(Backup.ManifestName) is not { Length: < MaxManifestBytes } entry)
        {
            return null;
        }

        try
        {
            await using var stream = await entry.OpenAsync(cancellation);
            return await JsonSerializer.DeserializeAsync<BackupManifest>(
                stream,
                Backup.Json,
                cancellation
            );
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>False when length or hash is not what the manifest says.</returns>
    private static async Task<bool> CopyAsync(
        ZipArchiveEntry packed,
        BackupEntry entry,
        string to,
        CancellationToken cancellation
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var source = await packed.OpenAsync(cancellation);
        await using var target = File.Create(to);
        var buffer = new byte[81920];
        var total = 0L;
        while (await source.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            total += read;
            if (total > entry.Bytes)
            {
                return false; // More than it said: a bomb, or damage.
            }

            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return total == entry.Bytes
            && Convert.ToHexStringLower(hash.GetHashAndReset()) == entry.Sha256;
    }

    private async Task<Outcome<RestoreResult>> PutInPlaceAsync(
        BackupManifest manifest,
        string unpacked,
        CancellationToken cancellation
    )
    {
        await using var staged = await engine.StageCopyAsync(unpacked, cancellation);
        await staged.Engine.PrepareAsync(cancellation);
        if (await staged.Engine.FindDamageAsync(cancellation) is not null)
        {
            return new Refusal(BackupRefusals.Damaged, "", Backup.DatabaseName);
        }

        bool keysMissing;
        await using (var db = staged.Engine.OpenReader())
        {
            var anchor = new AuditHead(
                manifest.AuditSeq,
                Convert.FromHexString(manifest.AuditHash)
            );
            var verdict = await AuditVerification.OfDatabaseAsync(db, anchor, cancellation);
            if (verdict.Break is { } broken)
            {
                return new Refusal(BackupRefusals.AuditBroken, "", broken.Seq);
            }

            keysMissing = !File.Exists(options.KeyringFile) && db.SealedKeys.Any();
        }

        var erased = await EraseAgainAsync(staged.Engine, cancellation);
        var old = await staged.SwapInAsync(cancellation);
        return new RestoreResult(manifest, old, erased, keysMissing);
    }

    /// <summary>Before anybody can read the restored data, it forgets whoever was erased after the backup.</summary>
    private async Task<int> EraseAgainAsync(DatabaseEngine staged, CancellationToken cancellation)
    {
        var erased = new ErasureLedger(options, clock).Erased();
        if (erased.Count == 0)
        {
            return 0;
        }

        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddSingleton(log);
        services.AddSingleton(staged);
        services.AddScoped<DbScope>();
        await using var scopes = services.BuildServiceProvider();
        await using var queue = new WriteQueue(staged, log);
        var door = new OperationDoor(
            queue,
            staged,
            scopes.GetRequiredService<IServiceScopeFactory>(),
            clock
        );
        return (await new ApplyErasures(door).RunAsync(Actor.System, erased, cancellation)).Value;
    }
}

/// <summary>What a restore did.</summary>
/// <param name="Manifest">The backup's.</param>
/// <param name="OldData">Where the data from before lies, or empty.</param>
/// <param name="ErasedAgain">How many people's keys were dropped because they were erased after the backup.</param>
/// <param name="KeysMissing">The restored data is sealed and the key file is not here: bring it before the next start.</param>
public sealed record RestoreResult(
    BackupManifest Manifest,
    string OldData,
    int ErasedAgain,
    bool KeysMissing
);
