// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;
using Faro.Programme.Audit;
using Faro.Programme.Backups;
using Faro.Programme.Storage;
using Faro.Programme.Tests.Storage;
using Faro.Programme.Vault;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Backups;

public sealed class BackupTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_restore_brings_back_what_was_saved_while_others_wrote(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var file = Path.Combine(database.Folder, "backup.faro");
        BackupManifest manifest;
        await using (var programme = TestProgramme.StartOn(database))
        {
            await AddKeysAsync(programme, 20);
            var writing = AddKeysAsync(programme, 50);
            manifest = (await programme.Get<Backup>().WriteAsync(file, default)).Value;
            await writing;
            Assert.False(manifest.Keys);
            var again = await programme.Get<Backup>().WriteAsync(file, default);
            Assert.Equal(BackupRefusals.FileExists, again.Refusals[0].Code);
        }

        await using (var programme = TestProgramme.StartOn(database))
        {
            var restored = await programme.Get<Restore>().RunAsync(file, default);
            Assert.True(restored.Done, string.Join(", ", restored.Refusals));
            Assert.NotEmpty(restored.Value.OldData);
        }

        await using (var programme = TestProgramme.StartOn(database))
        {
            // One key and one link per write: the copy is of one moment.
            Assert.Equal(
                manifest.AuditSeq,
                await programme.ReadAsync(db => db.SealedKeys.LongCountAsync())
            );
            var verdict = await programme.ReadAsync(db =>
                AuditVerification.OfDatabaseAsync(db, null, default)
            );
            Assert.True(verdict.Whole);
            Assert.Equal(manifest.AuditSeq, verdict.Head.Seq);
            Assert.InRange(manifest.AuditSeq, 20, 70);
            await AddKeysAsync(programme, 1);
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task Who_was_erased_after_the_backup_stays_erased(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var file = Path.Combine(database.Folder, "backup.faro");
        Guid erased;
        await using (var programme = TestProgramme.StartOn(database))
        {
            await AddKeysAsync(programme, 3);
            await programme.Get<Backup>().WriteAsync(file, default);
            erased = await programme.ReadAsync(db =>
                db.SealedKeys.Select(key => key.OwnerId).FirstAsync()
            );
            await programme.WriteAsync(act => act.EraseSealedAsync(erased, default));
        }

        await using (var programme = TestProgramme.StartOn(database))
        {
            var restored = await programme.Get<Restore>().RunAsync(file, default);
            Assert.Equal(1, restored.Value.ErasedAgain);
        }

        await using (var programme = TestProgramme.StartOn(database))
        {
            var left = await programme.ReadAsync(db =>
                db.SealedKeys.Select(key => key.OwnerId).ToListAsync()
            );
            Assert.Equal(2, left.Count);
            Assert.DoesNotContain(erased, left);
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task A_damaged_backup_is_refused_and_the_data_stays(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var file = Path.Combine(database.Folder, "backup.faro");
        await using var programme = TestProgramme.StartOn(database);
        await AddKeysAsync(programme, 3);
        await programme.Get<Backup>().WriteAsync(file, default);
        var bytes = await File.ReadAllBytesAsync(file);
        await AddKeysAsync(programme, 2);

        for (var part = 1; part < 20; part++)
        {
            var damaged = (byte[])bytes.Clone();
            // More than a byte: a single one in the packed data may stand for another run of the same zeros.
            foreach (ref var each in damaged.AsSpan(bytes.Length * part / 20, 16))
            {
                each ^= 0x55;
            }

            await File.WriteAllBytesAsync(file, damaged);
            Assert.Equal(BackupRefusals.Damaged, await RefusalAsync(programme, file));
        }

        await File.WriteAllBytesAsync(file, bytes[..(bytes.Length / 2)]);
        Assert.Equal(BackupRefusals.Damaged, await RefusalAsync(programme, file));
        Assert.Equal(BackupRefusals.FileMissing, await RefusalAsync(programme, file + ".no"));
        Assert.Equal(5, await programme.ReadAsync(db => db.SealedKeys.CountAsync()));
        Assert.False(Directory.Exists(Path.Combine(database.Folder, ".restoring")));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_backup_with_a_tampered_audit_is_refused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var file = Path.Combine(database.Folder, "backup.faro");
        await using var programme = TestProgramme.StartOn(database);
        await AddKeysAsync(programme, 3);
        await Tamper.RunAsync(programme, "UPDATE audit_entries SET act = 'other' WHERE seq = 2");
        await programme.Get<Backup>().WriteAsync(file, default);

        var refused = await programme.Get<Restore>().RunAsync(file, default);

        Assert.Equal(BackupRefusals.AuditBroken, refused.Refusals[0].Code);
        Assert.Equal(2L, refused.Refusals[0].Values[0]);
    }

    [Theory]
    [EveryDatabase]
    public async Task Nothing_is_restored_under_a_running_server_or_from_a_newer_one(
        DatabaseKind kind
    )
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var file = Path.Combine(database.Folder, "backup.faro");
        await using (var server = TestProgramme.StartOn(database))
        {
            await server.Get<FaroStart>().PrepareAsync(serving: true, default);
            await AddKeysAsync(server, 1);
            await server.Get<Backup>().WriteAsync(file, default);
            await using var second = TestProgramme.StartOn(database);
            Assert.Equal(BackupRefusals.ServerRunning, await RefusalAsync(second, file));
        }

        await using var programme = TestProgramme.StartOn(database);
        Rewrite(
            file,
            text => text.Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal)
        );
        Assert.Equal(BackupRefusals.Newer, await RefusalAsync(programme, file));
        Rewrite(
            file,
            text =>
                text.Replace("\"format\": 2", "\"format\": 1", StringComparison.Ordinal)
                    .Replace(
                        $"\"{programme.Get<DatabaseEngine>().Name}\"",
                        "\"other\"",
                        StringComparison.Ordinal
                    )
        );
        Assert.Equal(BackupRefusals.OtherEngine, await RefusalAsync(programme, file));
    }

    private static void Rewrite(string file, Func<string, string> change)
    {
        using var zip = ZipFile.Open(file, ZipArchiveMode.Update);
        var entry = zip.GetEntry("manifest.json")!;
        string text;
        using (var reader = new StreamReader(entry.Open()))
        {
            text = change(reader.ReadToEnd());
        }

        entry.Delete();
        using var writer = new StreamWriter(zip.CreateEntry("manifest.json").Open());
        writer.Write(text);
    }

    private static async Task<string> RefusalAsync(TestProgramme programme, string file)
    {
        var outcome = await programme.Get<Restore>().RunAsync(file, default);
        return outcome.Refusals.Single().Code;
    }

    private static Task AddKeysAsync(TestProgramme programme, int count) =>
        Task.WhenAll(
            Enumerable
                .Range(0, count)
                .Select(_ =>
                    programme.WriteAsync(act =>
                    {
                        act.Db.SealedKeys.Add(act.Vault.NewKey(act.NewId()));
                        return Task.CompletedTask;
                    })
                )
        );
}
