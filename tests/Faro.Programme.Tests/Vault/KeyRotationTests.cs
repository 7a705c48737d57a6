// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using Faro.Programme.Access;
using Faro.Programme.Storage;
using Faro.Programme.Tests.Jobs;
using Faro.Programme.Vault;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Vault;

public sealed class KeyRotationTests
{
    private static readonly byte[] Plain = [1, 2, 3];

    [Theory]
    [EveryDatabase]
    public async Task Rotation_moves_every_key_and_what_is_sealed_stays(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(
            kind,
            JobSupport.With(new SumWork())
        );
        var box = Array.Empty<byte>();
        await programme.WriteAsync(act =>
        {
            for (var number = 0; number < 1100; number++)
            {
                var key = act.Vault.NewKey(act.NewId());
                act.Db.SealedKeys.Add(key);
                box = number == 0 ? act.Vault.Seal(key, Plain, "test") : box;
            }

            return Task.CompletedTask;
        });
        var owner = await programme.ReadAsync(db => db.SealedKeys.AsNoTracking().ToListAsync());
        await programme.Runner().StartAsync(CancellationToken.None);
        var officer = programme.As(Role.DataProtection);

        var job = await programme.DoneAsync(programme.Get<RotateKeys>(), officer, default);
        await programme.UntilAsync(job, JobSupport.HasEnded);

        var keys = await programme.ReadAsync(db => db.SealedKeys.AsNoTracking().ToListAsync());
        Assert.Equal(1100, keys.Count);
        Assert.All(keys, key => Assert.Equal(2, key.WrappedBy));
        var vault = programme.Get<SealingVault>();
        Assert.Contains(owner, before => Opens(vault, before, box));
        Assert.Contains(keys, after => Opens(vault, after, box));

        var tooSoon = await programme.RunAsync(
            programme.Get<DestroyOldKeys>(),
            officer,
            new DestroyOldKeysInput(EvenIfBackupsNeedThem: false)
        );
        Assert.Equal(VaultRefusals.KeyNeededByBackups, tooSoon.Refusals[0].Code);
        programme.Clock.Advance(TimeSpan.FromDays(DestroyOldKeys.KeepDays + 1));
        Assert.Equal(
            [1],
            await programme.DoneAsync(
                programme.Get<DestroyOldKeys>(),
                officer,
                new DestroyOldKeysInput(EvenIfBackupsNeedThem: false)
            )
        );
        // An older copy of a row, as a backup has it, is now as good as noise.
        Assert.DoesNotContain(owner, before => Opens(vault, before, box));
        Assert.Contains(keys, after => Opens(vault, after, box));
        await programme.Runner().StopAsync(CancellationToken.None);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_key_that_still_wraps_somebody_is_not_destroyed(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);
        await programme.WriteAsync(act =>
        {
            act.Db.SealedKeys.Add(act.Vault.NewKey(act.NewId()));
            return Task.CompletedTask;
        });
        var officer = programme.As(Role.DataProtection);
        await programme.DoneAsync(programme.Get<RotateKeys>(), officer, default);

        var twice = await programme.RunAsync(programme.Get<RotateKeys>(), officer, default);
        Assert.Equal(VaultRefusals.RotationRunning, twice.Refusals[0].Code);
        var refused = await programme.RunAsync(
            programme.Get<DestroyOldKeys>(),
            officer,
            new DestroyOldKeysInput(EvenIfBackupsNeedThem: true)
        );
        Assert.Equal(VaultRefusals.KeyInUse, refused.Refusals[0].Code);
        Assert.Equal([1, 2], programme.Get<Keyring>().Ids);
    }

    [Fact]
    public async Task A_box_opens_only_for_its_owner_in_its_field_unchanged()
    {
        await using var programme = await TestProgramme.StartAsync(DatabaseKind.Sqlite);
        var vault = programme.Get<SealingVault>();
        var key = vault.NewKey(new Guid("00000000-0000-7000-8000-000000000001"));
        var other = vault.NewKey(new Guid("00000000-0000-7000-8000-000000000002"));
        var box = vault.Seal(key, Plain, "identity");

        Assert.Equal(Plain, vault.Open(key, box, "identity"));
        Assert.ThrowsAny<CryptographicException>(() => vault.Open(key, box, "note"));
        Assert.ThrowsAny<CryptographicException>(() => vault.Open(other, box, "identity"));
        Assert.ThrowsAny<CryptographicException>(() => vault.Open(key, box.AsSpan(1), "identity"));
        for (var place = 0; place < box.Length; place++)
        {
            var changed = (byte[])box.Clone();
            changed[place] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => vault.Open(key, changed, "identity"));
        }

        // The key of one owner put in another's row.
        var moved = new SealedKey
        {
            OwnerId = other.OwnerId,
            WrappedBy = key.WrappedBy,
            Wrapped = key.Wrapped,
        };
        Assert.ThrowsAny<CryptographicException>(() => vault.Open(moved, box, "identity"));
    }

    [Theory]
    [EveryDatabase]
    public async Task An_erasure_is_settled_at_the_next_start(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);
        var kept = Guid.Empty;
        var back = Guid.Empty;
        await programme.WriteAsync(act =>
        {
            (kept, back) = (act.NewId(), act.NewId());
            act.Db.SealedKeys.AddRange(act.Vault.NewKey(kept), act.Vault.NewKey(back));
            return Task.CompletedTask;
        });
        var ledger = programme.Get<ErasureLedger>();
        // One was begun and never committed; the other was erased, and an older database brought her back.
        ledger.Append(kept);
        ledger.Append(back);
        ledger.Confirm(back);

        await programme.Get<FaroStart>().PrepareAsync(serving: false, CancellationToken.None);

        Assert.Equal(
            [kept],
            await programme.ReadAsync(db => db.SealedKeys.Select(key => key.OwnerId).ToListAsync())
        );
        Assert.Empty(ledger.Open());
        Assert.Equal([back], ledger.Erased());
    }

    private static bool Opens(SealingVault vault, SealedKey key, byte[] box)
    {
        try
        {
            return vault.Open(key, box, "test").SequenceEqual(Plain);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
