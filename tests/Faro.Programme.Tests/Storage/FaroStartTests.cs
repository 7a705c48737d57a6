// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Storage;
using Faro.Programme.Vault;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Storage;

public sealed class FaroStartTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_newer_schema_is_refused_and_left_alone(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);
        await Tamper.RunAsync(
            programme,
            "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99')"
        );

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync(programme));

        Assert.Equal(StartRefusals.NewerSchema, refused.Code);
        Assert.Equal("29990101000000_Later", refused.Values[0]);
    }

    [Fact]
    public async Task A_lock_that_a_killed_start_left_is_taken_away()
    {
        await using var programme = await TestProgramme.StartAsync(DatabaseKind.Sqlite);
        await Tamper.RunAsync(
            programme,
            """
            CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" (
                "Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');
            DELETE FROM "__EFMigrationsHistory" WHERE 0;
            """
        );

        await StartAsync(programme).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_refused()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseKind.Sqlite);
        var file = Path.Combine(database.Folder, "a-file");
        await File.WriteAllTextAsync(file, "");
        var engine = TestDatabase.NewEngine(
            new FaroOptions { DataFolder = Path.Combine(file, "data") }
        );

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() =>
            engine.PrepareAsync(CancellationToken.None)
        );

        Assert.Equal(StartRefusals.FolderReadOnly, refused.Code);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseKind.Sqlite);
        var text = new string('x', 5000);
        await File.WriteAllTextAsync(database.Options.DatabaseFile, text);

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() =>
            database.NewEngine().PrepareAsync(CancellationToken.None)
        );

        Assert.Equal(StartRefusals.NotADatabase, refused.Code);
        Assert.Equal(text, await File.ReadAllTextAsync(database.Options.DatabaseFile));
    }

    [Theory]
    [EveryDatabase]
    public async Task Sealed_data_without_its_keys_is_not_started_on(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var first = TestProgramme.StartOn(database))
        {
            await first.WriteAsync(act =>
            {
                act.Db.SealedKeys.Add(act.Vault.NewKey(act.NewId()));
                return Task.CompletedTask;
            });
        }

        var keys = database.Options.KeyringFile;
        File.Move(keys, keys + ".away");
        Assert.Equal(StartRefusals.KeyringMissing, await RefusalAsync(database));
        Assert.False(File.Exists(keys));

        await File.WriteAllTextAsync(keys, "{}");
        Assert.Equal(StartRefusals.KeyringDamaged, await RefusalAsync(database));

        File.Delete(keys);
        Keyring.Open(keys, new FakeClock());
        Assert.Equal(StartRefusals.KeyringOfAnother, await RefusalAsync(database));

        File.Move(keys + ".away", keys, overwrite: true);
        await using var last = TestProgramme.StartOn(database);
        await StartAsync(last);
    }

    [Fact]
    public async Task Two_servers_cannot_use_one_data_folder()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var first = TestProgramme.StartOn(database);
        await using var second = TestProgramme.StartOn(database);
        await first.Get<FaroStart>().PrepareAsync(serving: true, CancellationToken.None);

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() =>
            second.Get<FaroStart>().PrepareAsync(serving: true, CancellationToken.None)
        );

        Assert.Equal(StartRefusals.AnotherIsRunning, refused.Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task Every_column_states_its_sensitivity(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);
        var silent = await programme.ReadAsync(db =>
            Task.FromResult(
                db.Model.GetEntityTypes()
                    .Where(entity => !entity.IsMappedToJson())
                    .SelectMany(entity => entity.GetProperties())
                    .Where(column => SensitivityMarks.SensitivityOf(column) is null)
                    .Select(column => $"{column.DeclaringType.Name}.{column.Name}")
                    .ToList()
            )
        );
        Assert.Empty(silent);
    }

    private static Task StartAsync(TestProgramme programme) =>
        programme.Get<FaroStart>().PrepareAsync(serving: false, CancellationToken.None);

    private static async Task<string> RefusalAsync(TestDatabase database)
    {
        await using var programme = TestProgramme.StartOn(database);
        return (await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync(programme))).Code;
    }
}
