// SPDX-License-Identifier: Apache-2.0
using System.Data.Common;
using Faro.Programme.Access;
using Faro.Programme.Audit;
using Faro.Programme.People;
using Faro.Programme.Storage;
using Faro.Programme.Vault;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Storage;

public sealed class ReadingOperationTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [EveryDatabase]
    public async Task A_slow_reading_does_not_delay_a_write(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);
        var (begun, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var reading = ReadAsync(
            programme,
            async act =>
            {
                await act.Db.SealedKeys.CountAsync();
                begun.SetResult();
                await go.Task;
                return "read";
            }
        );
        await begun.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);

        await AddKeyAsync(programme).WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.False(reading.IsCompleted);
        go.SetResult();
        Assert.Equal("read", (await reading).Value);
        Assert.Equal(["test-write done", "test-read done"], await LinesAsync(programme));
    }

    [Fact]
    public async Task A_search_that_waits_does_not_delay_a_write()
    {
        Assert.SkipUnless(PostgresServer.IsHere, "PostgreSQL is not installed here");
        await using var programme = await TestProgramme.StartAsync(DatabaseKind.Postgres);
        await using var other = await programme
            .Get<DatabaseEngine>()
            .OpenWriterAsync(CancellationToken.None);
        await using var held = await other.BeginTransactionAsync(
            TestContext.Current.CancellationToken
        );
        await using (var command = other.CreateCommand())
        {
            command.CommandText = "LOCK TABLE people IN ACCESS EXCLUSIVE MODE";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var search = programme.RunAsync(
            programme.Get<SearchPeople>(),
            programme.As(Role.Caseworker),
            new PersonQuery { Names = "Ada Invento" }
        );
        await AddKeyAsync(programme).WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.False(search.IsCompleted);
        await held.RollbackAsync(TestContext.Current.CancellationToken);
        Assert.True((await search).Done);
        Assert.Equal(["test-write done", "search-people done"], await LinesAsync(programme));
    }

    [Theory]
    [EveryDatabase]
    public async Task Nothing_read_is_given_out_before_its_line_is_written(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);
        var (begun, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var writing = programme.WriteAsync(async _ =>
        {
            begun.SetResult();
            await go.Task;
        });
        await begun.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        var read = new TaskCompletionSource();
        var reading = ReadAsync(
            programme,
            act =>
            {
                act.Note("test", null, ("found", "1"));
                read.SetResult();
                return Task.FromResult<Outcome<string>>("read");
            }
        );
        await read.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);

        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.False(reading.IsCompleted);
        go.SetResult();
        await writing;

        Assert.Equal("read", (await reading).Value);
        var line = await programme.ReadAsync(db =>
            db.AuditEntries.SingleAsync(entry => entry.Act == "test-read")
        );
        Assert.Equal("{\"found\":\"1\"}", line.Details);
        Assert.Equal(programme.As(Role.Administrator).UserId, line.ActorId);
    }

    [Theory]
    [EveryDatabase]
    public async Task Nothing_read_is_given_out_when_its_line_cannot_be_written(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);

        await Assert.ThrowsAnyAsync<DbException>(() =>
            ReadAsync(
                programme,
                async _ =>
                {
                    await Tamper.RunAsync(programme, "ALTER TABLE audit_entries RENAME TO gone");
                    return "read";
                }
            )
        );

        await Tamper.RunAsync(programme, "ALTER TABLE gone RENAME TO audit_entries");
        Assert.Empty(await LinesAsync(programme));
        Assert.Equal("again", (await ReadAsync(programme, _ => Said("again"))).Value);
        Assert.Equal(["test-read done"], await LinesAsync(programme));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_reading_sees_one_moment(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);

        await ReadAsync(
            programme,
            async act =>
            {
                Assert.Equal(0, await act.Db.SealedKeys.CountAsync());
                await AddKeyAsync(programme);
                Assert.Equal(0, await act.Db.SealedKeys.CountAsync());
                Assert.Equal(0, await act.Get<FaroDb>().SealedKeys.CountAsync());
                return "read";
            }
        );

        Assert.Equal(1, await programme.ReadAsync(db => db.SealedKeys.CountAsync()));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_reading_cannot_write(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);

        await Assert.ThrowsAnyAsync<DbException>(() =>
            ReadAsync(
                programme,
                async act =>
                {
                    await act.Db.AuditEntries.ExecuteDeleteAsync();
                    return "read";
                }
            )
        );
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            ReadAsync(
                programme,
                async act =>
                {
                    await act.Db.SaveChangesAsync();
                    return "read";
                }
            )
        );
        Assert.Empty(await LinesAsync(programme));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_refused_reading_is_recorded_without_what_it_touched(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);

        var outcome = await ReadAsync(
            programme,
            act =>
            {
                act.Note("test", act.NewId());
                return Task.FromResult<Outcome<string>>(new Refusal("test.refused"));
            }
        );

        Assert.Equal("test.refused", Assert.Single(outcome.Refusals).Code);
        var line = await programme.ReadAsync(db => db.AuditEntries.SingleAsync());
        Assert.Equal(
            (AuditResults.Refused, "", null),
            (line.Result, line.SubjectKind, line.SubjectId)
        );
        Assert.Equal("{\"codes\":\"test.refused\"}", line.Details);
    }

    [Theory]
    [EveryDatabase]
    public async Task Whoever_may_not_read_is_refused_before_anything_is_read(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);
        var ran = false;

        var outcome = await programme.RunAsync(
            programme.Get<TestRead>(),
            programme.As(Role.Trainer),
            _ =>
            {
                ran = true;
                return Said("read");
            }
        );

        Assert.False(ran);
        Assert.Equal(AccessRefusals.NotAllowed, Assert.Single(outcome.Refusals).Code);
        Assert.Equal(["test-read refused"], await LinesAsync(programme));
    }

    private static Task<Outcome<string>> Said(string word) =>
        Task.FromResult<Outcome<string>>(word);

    private static Task<Outcome<string>> ReadAsync(
        TestProgramme programme,
        Func<Act, Task<Outcome<string>>> read
    ) => programme.RunAsync(programme.Get<TestRead>(), programme.As(Role.Administrator), read);

    private static Task AddKeyAsync(TestProgramme programme) =>
        programme.WriteAsync(act =>
        {
            act.Db.SealedKeys.Add(new SealedKey { OwnerId = act.NewId(), Wrapped = [1] });
            return Task.CompletedTask;
        });

    private static Task<List<string>> LinesAsync(TestProgramme programme) =>
        programme.ReadAsync(db =>
            db.AuditEntries.OrderBy(entry => entry.Seq)
                .Select(entry => entry.Act + " " + entry.Result)
                .ToListAsync()
        );
}
