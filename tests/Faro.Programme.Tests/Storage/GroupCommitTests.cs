// SPDX-License-Identifier: Apache-2.0
using System.Data.Common;
using Faro.Programme.Access;
using Faro.Programme.Audit;
using Faro.Programme.Storage;
using Faro.Programme.Vault;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Storage;

public sealed class GroupCommitTests
{
    [Theory]
    [EveryDatabase]
    public async Task Many_writes_at_once_are_all_kept_and_one_failure_stands_alone(
        DatabaseKind kind
    )
    {
        await using var programme = await TestProgramme.StartAsync(kind);
        var writes = Enumerable.Range(0, 300).Select(number => WriteAsync(programme, number));
        var results = await Task.WhenAll(writes);

        Assert.Equal(1, results.Count(done => !done));
        Assert.Equal(299, await programme.ReadAsync(db => db.SealedKeys.CountAsync()));
        var verdict = await programme.ReadAsync(db =>
            AuditVerification.OfDatabaseAsync(db, null, CancellationToken.None)
        );
        Assert.True(verdict.Whole);
        Assert.Equal(299, verdict.Entries);
    }

    [Theory]
    [EveryDatabase]
    public async Task Whoever_reads_cannot_write(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);
        await using var db = programme.Get<DatabaseEngine>().OpenReader();

        await Assert.ThrowsAnyAsync<DbException>(() =>
            db.Database.ExecuteSqlRawAsync("DELETE FROM audit_entries")
        );
        db.SealedKeys.Add(new SealedKey { OwnerId = programme.AgencyId, Wrapped = [1] });
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    [Theory]
    [EveryDatabase]
    public async Task Somebody_without_permission_is_refused_and_recorded(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);
        var ran = false;

        var outcome = await programme.RunAsync(
            programme.Get<TestWrite>(),
            programme.As(Role.Trainer),
            _ =>
            {
                ran = true;
                return Task.FromResult<Outcome<Done>>(default(Done));
            }
        );

        Assert.False(ran);
        Assert.Equal(AccessRefusals.NotAllowed, outcome.Refusals[0].Code);
        var entry = await programme.ReadAsync(db => db.AuditEntries.SingleAsync());
        Assert.Equal(AuditResults.Refused, entry.Result);
        Assert.Equal(programme.As(Role.Trainer).UserId, entry.ActorId);
    }

    [Theory]
    [EveryDatabase]
    public async Task The_migrations_are_up_to_the_model(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);
        Assert.False(
            await programme.ReadAsync(db => Task.FromResult(db.Database.HasPendingModelChanges()))
        );
    }

    private static async Task<bool> WriteAsync(TestProgramme programme, int number)
    {
        try
        {
            await programme.WriteAsync(act =>
            {
                act.Db.SealedKeys.Add(new SealedKey { OwnerId = act.NewId(), Wrapped = [1] });
                act.Note("test", null, ("number", $"{number}"));
                return number == 150 ? throw new InvalidDataException("one") : Task.CompletedTask;
            });
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
