// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Caseload.Together;
using Faro.Programme.Jobs;
using Faro.Programme.Storage;
using Faro.Programme.Tests.Cases;
using Faro.Programme.Tests.Jobs;
using Faro.Programme.Tests.Storage;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Caseload;

/// <summary>The process is killed in the middle of a batch, and in the middle of its undoing.</summary>
public sealed class CaseBatchCrashTests
{
    private const int Cases = 260;
    private const int KillAfter = 60;

    [Theory]
    [EveryDatabase]
    public async Task A_batch_goes_on_after_a_crash_and_changes_each_case_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        Guid batch;
        await using (var programme = TestProgramme.StartOn(database))
        {
            await CaseSteps.FillAsync(programme);
            var ids = await programme.LeadsAsync(Cases);
            batch = await programme.DoneAsync(
                programme.Get<RequestBatch>(),
                programme.Worker(),
                new RequestBatchInput(
                    BatchActions.Task,
                    new BatchFacts(Words: "Llamar", TaskKind: "call"),
                    ids
                )
            );
        }

        await KillAsync(database, batch, CaseBatchItem.Done);
        await GoOnAsync(database, CaseBatchItem.Done, tasks: Cases);
        await using (var programme = TestProgramme.StartOn(database))
        {
            programme.Clock.Advance(TimeSpan.FromMinutes(1));
            await programme.DoneAsync(programme.Get<UndoBatch>(), programme.Worker(), batch);
        }

        await KillAsync(database, batch, CaseBatchItem.Undone);
        await GoOnAsync(database, CaseBatchItem.Undone, tasks: 0);
    }

    /// <summary>Not a test: what the other process does until it is killed. Runs only when it is called by name.</summary>
    [Fact(Explicit = true)]
    public async Task A_process_does_a_batch_until_it_is_killed()
    {
        await using var database = KilledProcess.Database();
        await using var programme = TestProgramme.StartOn(
            database,
            services => services.AddJobRunner()
        );
        await programme.Get<FaroStart>().PrepareAsync(serving: true, CancellationToken.None);
        await programme.Runner().StartAsync(CancellationToken.None);
        await Task.Delay(Timeout.Infinite);
    }

    private static async Task KillAsync(TestDatabase database, Guid batch, string state)
    {
        await using var programme = TestProgramme.StartOn(database);
        Task<int> ReachedAsync() =>
            programme.ReadAsync(db =>
                db.CaseBatchItems.CountAsync(item => item.BatchId == batch && item.State == state)
            );
        await KilledProcess.RunAsync(
            database,
            nameof(A_process_does_a_batch_until_it_is_killed),
            async () => await ReachedAsync() >= KillAfter
        );
        Assert.InRange(await ReachedAsync(), KillAfter, Cases - 1);
    }

    private static async Task GoOnAsync(TestDatabase database, string state, int tasks)
    {
        await using var programme = TestProgramme.StartOn(
            database,
            services => services.AddJobRunner()
        );
        // Half-way: what is said to be done is done, and nothing else.
        Assert.Equal(await SaidAsync(programme), await TasksAsync(programme));
        await programme.Runner().StartAsync(CancellationToken.None);
        var job = await programme.ReadAsync(db => db.Jobs.SingleAsync(row => row.EndedAt == null));
        var ended = await programme.UntilAsync(job.Id, JobSupport.HasEnded);
        await programme.Runner().StopAsync(CancellationToken.None);

        Assert.Equal(JobStates.Done, ended.State);
        var states = await programme.ReadAsync(db =>
            db.CaseBatchItems.Select(item => item.State).Distinct().ToListAsync()
        );
        Assert.Equal([state], states);
        Assert.Equal(tasks, await programme.ReadAsync(db => db.CaseTasks.CountAsync()));
        Assert.Equal(await SaidAsync(programme), await TasksAsync(programme));
    }

    private static Task<List<Guid>> SaidAsync(TestProgramme programme) =>
        programme.ReadAsync(db =>
            db.CaseBatchItems.Where(item => item.State == CaseBatchItem.Done)
                .Select(item => item.CaseId)
                .OrderBy(id => id)
                .ToListAsync()
        );

    /// <summary>A case with two tasks would stand here twice.</summary>
    private static Task<List<Guid>> TasksAsync(TestProgramme programme) =>
        programme.ReadAsync(db =>
            db.CaseTasks.Select(task => task.CaseId).OrderBy(id => id).ToListAsync()
        );
}
