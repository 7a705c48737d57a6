// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using Faro.Programme.Cases;
using Faro.Programme.Vault;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Storage;

/// <summary>
/// Every start goes through here: folder and database are checked and brought up to date, the keys are found to belong to
/// the data, and erasures that a crash or an old copy left open are carried out.
/// </summary>
public sealed class FaroStart(
    DatabaseEngine engine,
    FaroOptions options,
    ErasureLedger ledger,
    IServiceProvider services
) : IDisposable
{
    private FileStream? _lock;

    /// <param name="serving">True takes the data folder for this process, until it ends.</param>
    /// <param name="cancellation">Stops before anything is changed, or between steps.</param>
    /// <exception cref="StartRefusedException">The reason; nothing was harmed.</exception>
    public async Task PrepareAsync(bool serving, CancellationToken cancellation)
    {
        if (serving)
        {
            _lock ??=
                DataLock.TryTake(options)
                ?? throw new StartRefusedException(
                    StartRefusals.AnotherIsRunning,
                    options.DataFolder
                );
        }

        await engine.PrepareAsync(cancellation);
        await CheckKeysAsync(cancellation);
        await SettleErasuresAsync(cancellation);
        if (serving)
        {
            await AskToSettle.StartAsync(
                engine,
                (AskToSettle)services.GetService(typeof(AskToSettle))!,
                cancellation
            );
        }
    }

    public void Dispose() => _lock?.Dispose();

    private async Task CheckKeysAsync(CancellationToken cancellation)
    {
        await using var db = engine.OpenReader();
        if (!File.Exists(options.KeyringFile))
        {
            if (await db.SealedKeys.AnyAsync(cancellation))
            {
                throw new StartRefusedException(StartRefusals.KeyringMissing, options.KeyringFile);
            }

            return;
        }

        // Resolved only now: opening the key file makes it when it is missing.
        var keyring = (Keyring)services.GetService(typeof(Keyring))!;
        var known = keyring.Ids;
        var sample = await db
            .SealedKeys.AsNoTracking()
            .FirstOrDefaultAsync(key => known.Contains(key.WrappedBy), cancellation);
        try
        {
            if (sample is not null)
            {
                new SealingVault(keyring).Rewrap(sample);
            }
        }
        catch (CryptographicException)
        {
            throw new StartRefusedException(StartRefusals.KeyringOfAnother, options.KeyringFile);
        }
    }

    private async Task SettleErasuresAsync(CancellationToken cancellation)
    {
        var open = ledger.Open();
        var erased = ledger.Erased();
        if (open.Count == 0 && erased.Count == 0)
        {
            return;
        }

        await using var db = engine.OpenReader();
        ledger.Settle(await StillThereAsync(db, open, cancellation));
        erased = ledger.Erased();
        if ((await StillThereAsync(db, erased, cancellation)).Count > 0)
        {
            var apply = (ApplyErasures)services.GetService(typeof(ApplyErasures))!;
            await apply.RunAsync(Actor.System, erased, cancellation);
        }
    }

    internal static async Task<List<Guid>> StillThereAsync(
        FaroDb db,
        IReadOnlyCollection<Guid> owners,
        CancellationToken cancellation
    )
    {
        var there = new List<Guid>();
        foreach (var some in owners.Chunk(500))
        {
            there.AddRange(
                await db
                    .SealedKeys.Where(key => some.Contains(key.OwnerId))
                    .Select(key => key.OwnerId)
                    .ToListAsync(cancellation)
            );
        }

        return there;
    }
}

/// <summary>One server per data folder. The operating system lets go of it when the process dies, however it dies.</summary>
public static class DataLock
{
    /// <summary>Only its owner may look into a data folder that Faro makes; one that is there is left as it is.</summary>
    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }
    }

    /// <returns>Null when another process has it.</returns>
    internal static FileStream? TryTake(FaroOptions options)
    {
        CreateFolder(options.DataFolder);
        try
        {
            return new FileStream(
                Path.Combine(options.DataFolder, "faro.running"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (Exception failure) when (failure is IOException)
        {
            return null;
        }
    }
}
