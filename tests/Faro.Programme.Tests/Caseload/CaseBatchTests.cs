// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Programme.Access;
using Faro.Programme.Caseload;
using Faro.Programme.Caseload.Lists;
using Faro.Programme.Caseload.Together;
using Faro.Programme.Cases;
using Faro.Programme.Casework.Flags;
using Faro.Programme.Casework.Tasks;
using Faro.Programme.Jobs;
using Faro.Programme.Tests.Cases;
using Faro.Programme.Tests.Casework;
using Faro.Programme.Tests.Jobs;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Caseload;

public sealed class CaseBatchTests
{
    private const string Words = "Reunión con Xiomarabel el viernes";

    [Theory]
    [EveryDatabase]
    public async Task Cases_are_assigned_together_and_each_tells_what_came_of_it(DatabaseKind kind)
    {
        await using var programme = await BeginAsync(kind);
        var ids = await programme.LeadsAsync(4);
        var colleague = programme.Colleague().UserId;
        await programme.ChangeAsync(ids[0], file => file.OwnerId = colleague);
        await CloseAsync(programme, ids[1]);

        var batch = await DoAsync(
            programme,
            programme.Leader(),
            BatchActions.Assign,
            new BatchFacts(colleague),
            ids
        );

        Assert.Equal(
            new Dictionary<Guid, (string, string)>
            {
                [ids[0]] = (CaseBatchItem.Skipped, CaseloadRefusals.NothingToDo),
                [ids[1]] = (CaseBatchItem.Skipped, CaseRefusals.IsClosed),
                [ids[2]] = (CaseBatchItem.Done, ""),
                [ids[3]] = (CaseBatchItem.Done, ""),
            },
            await ItemsAsync(programme, batch)
        );
        Assert.Equal(colleague, (await programme.CaseAsync(ids[2])).OwnerId);
        var reading = await ReadAsync(programme, batch);
        Assert.True(reading is { Running: false, CanUndo: true, Settled: 4 });
    }

    [Theory]
    [EveryDatabase]
    public async Task Undoing_leaves_what_somebody_has_changed_since_and_says_so(DatabaseKind kind)
    {
        await using var programme = await BeginAsync(kind);
        var ids = await programme.LeadsAsync(4);
        var (worker, colleague) = (programme.Worker().UserId, programme.Colleague().UserId);
        await programme.ChangeAsync(ids[0], file => file.OwnerId = null);
        await programme.ChangeAsync(
            ids[1],
            file => file.Members.Add(new CaseMember { CaseId = file.Id, UserId = colleague!.Value })
        );
        var batch = await DoAsync(
            programme,
            programme.Leader(),
            BatchActions.Assign,
            new BatchFacts(colleague),
            ids
        );
        await programme.ChangeAsync(ids[2], file => file.OwnerId = worker);
        await CloseAsync(programme, ids[3]);

        await UndoAsync(programme, programme.Leader(), batch);

        Assert.Equal(
            new Dictionary<Guid, (string, string)>
            {
                [ids[0]] = (CaseBatchItem.Undone, ""),
                [ids[1]] = (CaseBatchItem.Undone, ""),
                [ids[2]] = (CaseBatchItem.Kept, CaseloadRefusals.ChangedSince),
                [ids[3]] = (CaseBatchItem.Kept, CaseRefusals.IsClosed),
            },
            await ItemsAsync(programme, batch)
        );
        Assert.Null((await programme.CaseAsync(ids[0])).OwnerId);
        Assert.Equal(worker, (await programme.CaseAsync(ids[1])).OwnerId);
        Assert.Equal([colleague!.Value], await MembersAsync(programme, ids[1]));
        Assert.Equal(colleague, (await programme.CaseAsync(ids[3])).OwnerId);
        var again = await programme.RunAsync(programme.Get<UndoBatch>(), programme.Leader(), batch);
        Assert.Equal(CaseloadRefusals.NothingToUndo, again.Refusals[0].Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_colleague_joins_and_leaves_many_teams_and_back(DatabaseKind kind)
    {
        await using var programme = await BeginAsync(kind);
        var ids = await programme.LeadsAsync(2);
        var colleague = programme.Colleague().UserId!.Value;
        await programme.ChangeAsync(ids[1], file => file.OwnerId = null);
        var leader = programme.Leader();

        var joined = await DoAsync(
            programme,
            leader,
            BatchActions.AddMember,
            new BatchFacts(colleague),
            ids
        );
        Assert.Equal([colleague], await MembersAsync(programme, ids[0]));
        Assert.Equal(
            (CaseBatchItem.Skipped, CaseloadRefusals.NobodyCarries),
            (await ItemsAsync(programme, joined))[ids[1]]
        );
        var left = await DoAsync(
            programme,
            leader,
            BatchActions.RemoveMember,
            new BatchFacts(colleague),
            [ids[0]]
        );
        Assert.Empty(await MembersAsync(programme, ids[0]));

        await UndoAsync(programme, leader, left);
        Assert.Equal([colleague], await MembersAsync(programme, ids[0]));
        // The membership is no longer the one that the first batch began.
        await UndoAsync(programme, leader, joined);
        Assert.Equal(
            (CaseBatchItem.Kept, CaseloadRefusals.ChangedSince),
            (await ItemsAsync(programme, joined))[ids[0]]
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task Tasks_and_flags_go_into_each_case_sealed_and_out_again(DatabaseKind kind)
    {
        await using var programme = await BeginAsync(kind);
        var ids = await programme.LeadsAsync(3);
        var worker = programme.Worker();
        var day = programme.Today().AddDays(3);

        var tasks = await DoAsync(
            programme,
            worker,
            BatchActions.Task,
            new BatchFacts(Words: Words, On: day, TaskKind: "meeting", RemindDays: 1),
            ids
        );
        var flags = await DoAsync(
            programme,
            worker,
            BatchActions.Flag,
            new BatchFacts(Words: Words),
            ids
        );

        var read = await programme.DoneAsync(programme.Get<ReadTasks>(), worker, ids[0]);
        Assert.Equal((Words, day), (read[0].Title, read[0].DueOn!.Value));
        Assert.Equal(
            Words,
            (await programme.DoneAsync(programme.Get<ReadFlags>(), worker, ids[2]))[0].Message
        );
        Assert.Equal(day, (await programme.CaseAsync(ids[1])).NextDueOn);
        await AssertForgottenAsync(programme, tasks);
        await AssertForgottenAsync(programme, flags);

        await programme.DoneAsync(
            programme.Get<MarkTask>(),
            worker,
            new MarkTaskInput(read[0].Id, 1, CaseTask.Done)
        );
        await UndoAsync(programme, worker, tasks);
        await UndoAsync(programme, worker, flags);

        Assert.Equal(1, await programme.ReadAsync(db => db.CaseTasks.CountAsync()));
        Assert.Equal(0, await programme.ReadAsync(db => db.CaseFlags.CountAsync()));
        Assert.Equal(
            (CaseBatchItem.Kept, CaseloadRefusals.ChangedSince),
            (await ItemsAsync(programme, tasks))[ids[0]]
        );
        Assert.Null((await programme.CaseAsync(ids[1])).NextDueOn);
        Assert.Equal(0, await programme.CountAsync(worker, new() { Flagged = true }));
    }

    [Theory]
    [EveryDatabase]
    public async Task All_that_a_filter_holds_is_changed_when_it_is_what_was_shown(
        DatabaseKind kind
    )
    {
        await using var programme = await BeginAsync(kind);
        var ids = await programme.LeadsAsync(3);
        await programme.ChangeAsync(ids[1], file => file.OwnerId = null);
        var facts = new BatchFacts(programme.Colleague().UserId);
        var input = new RequestBatchInput(
            BatchActions.Assign,
            facts,
            Filter: new CaseFilter { Whose = CaseFilter.Nobodys },
            Expected: 2
        );

        await RefusedAsync(programme, programme.Leader(), input, CaseloadRefusals.CountChanged);
        var batch = await programme.DoneAsync(
            programme.Get<RequestBatch>(),
            programme.Leader(),
            input with
            {
                Expected = 1,
            }
        );
        await WaitAsync(programme, batch);

        Assert.Equal([ids[1]], (await ItemsAsync(programme, batch)).Keys);
        Assert.Equal(facts.ColleagueId, (await programme.CaseAsync(ids[1])).OwnerId);
    }

    [Theory]
    [EveryDatabase]
    public async Task What_may_not_be_done_in_one_case_may_not_be_asked_for_many(DatabaseKind kind)
    {
        await using var programme = await BeginAsync(kind);
        var ids = await programme.LeadsAsync(1);
        var assign = new RequestBatchInput(
            BatchActions.Assign,
            new BatchFacts(programme.Colleague().UserId),
            ids
        );
        var flag = new RequestBatchInput(BatchActions.Flag, new BatchFacts(Words: Words), ids);

        await RefusedAsync(programme, programme.Worker(), assign, AccessRefusals.NotAllowed);
        await RefusedAsync(
            programme,
            programme.Leader(),
            assign with
            {
                Facts = new BatchFacts(CaseSteps.Outsider.UserId),
            },
            "casework.colleague-unknown"
        );
        await RefusedAsync(programme, CaseSteps.Outsider, flag, CaseRefusals.NotFound);
        await RefusedAsync(
            programme,
            programme.Worker(),
            flag with
            {
                Cases = [],
            },
            CaseloadRefusals.NothingChosen
        );
        await RefusedAsync(
            programme,
            programme.Worker(),
            flag with
            {
                Facts = new BatchFacts(),
            },
            "casework.text-missing"
        );
        Assert.Equal(0, await programme.ReadAsync(db => db.CaseBatches.CountAsync()));
    }

    /// <summary>Judged when its turn comes: an account that was closed meanwhile may do nothing more.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Who_may_no_longer_act_when_its_turn_comes_changes_nothing(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(
            kind,
            services => services.AddJobRunner()
        );
        var ids = await programme.LeadsAsync(2);
        var batch = await programme.DoneAsync(
            programme.Get<RequestBatch>(),
            programme.Worker(),
            new RequestBatchInput(BatchActions.Flag, new BatchFacts(Words: Words), ids)
        );
        var user = programme.Worker().UserId;
        await programme.WriteAsync(async act =>
            (await act.Db.Users.SingleAsync(row => row.Id == user)).Closed = true
        );

        await programme.Runner().StartAsync(CancellationToken.None);
        await WaitAsync(programme, batch);
        await programme.Runner().StopAsync(CancellationToken.None);

        Assert.All(
            (await ItemsAsync(programme, batch)).Values,
            item => Assert.Equal((CaseBatchItem.Skipped, AccessRefusals.NotAllowed), item)
        );
        Assert.Equal(0, await programme.ReadAsync(db => db.CaseFlags.CountAsync()));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_batch_that_waits_is_cancelled_by_its_maker_and_nobody_else(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var ids = await programme.LeadsAsync(2);
        var batch = await programme.DoneAsync(
            programme.Get<RequestBatch>(),
            programme.Worker(),
            new RequestBatchInput(BatchActions.Flag, new BatchFacts(Words: Words), ids)
        );

        var cancel = programme.Get<CancelBatch>();
        var refused = await programme.RunAsync(cancel, programme.Colleague(), batch);
        Assert.Equal(CaseloadRefusals.BatchNotFound, refused.Refusals[0].Code);
        await programme.DoneAsync(cancel, programme.Worker(), batch);

        Assert.All(
            (await ItemsAsync(programme, batch)).Values,
            item => Assert.Equal((CaseBatchItem.Skipped, CaseloadRefusals.BatchCancelled), item)
        );
        await AssertForgottenAsync(programme, batch);
        var job = await programme.ReadAsync(db => db.Jobs.SingleAsync());
        Assert.Equal(JobStates.Cancelled, job.State);
    }

    private static async Task<TestProgramme> BeginAsync(DatabaseKind kind)
    {
        var programme = await CaseSteps.BeginAsync(kind, services => services.AddJobRunner());
        await programme.Runner().StartAsync(CancellationToken.None);
        return programme;
    }

    private static async Task<Guid> DoAsync(
        TestProgramme programme,
        Actor actor,
        string action,
        BatchFacts facts,
        List<Guid> cases
    )
    {
        var batch = await programme.DoneAsync(
            programme.Get<RequestBatch>(),
            actor,
            new RequestBatchInput(action, facts, cases)
        );
        await WaitAsync(programme, batch);
        return batch;
    }

    private static async Task UndoAsync(TestProgramme programme, Actor actor, Guid batch)
    {
        programme.Clock.Advance(TimeSpan.FromSeconds(1));
        var job = await programme.DoneAsync(programme.Get<UndoBatch>(), actor, batch);
        Assert.Equal(JobStates.Done, (await programme.UntilAsync(job, JobSupport.HasEnded)).State);
    }

    private static async Task WaitAsync(TestProgramme programme, Guid batch)
    {
        var job = await programme.ReadAsync(db =>
            db.CaseBatches.Where(row => row.Id == batch).Select(row => row.JobId).SingleAsync()
        );
        var ended = await programme.UntilAsync(job, JobSupport.HasEnded);
        Assert.Equal((JobStates.Done, ""), (ended.State, ended.FailureCode));
    }

    private static Task<Dictionary<Guid, (string, string)>> ItemsAsync(
        TestProgramme programme,
        Guid batch
    ) =>
        programme.ReadAsync(async db =>
            (
                await db.CaseBatchItems.Where(item => item.BatchId == batch).ToListAsync()
            ).ToDictionary(item => item.CaseId, item => (item.State, item.Reason))
        );

    private static Task<BatchReading?> ReadAsync(TestProgramme programme, Guid batch) =>
        programme.ReadAsync(db =>
            BatchReading.OneAsync(db, programme.Leader(), batch, CancellationToken.None)
        );

    private static Task<List<Guid>> MembersAsync(TestProgramme programme, Guid id) =>
        programme.ReadAsync(db =>
            db.CaseMembers.Where(member => member.CaseId == id)
                .Select(member => member.UserId)
                .ToListAsync()
        );

    private static async Task CloseAsync(TestProgramme programme, Guid id)
    {
        var file = await programme.CaseAsync(id);
        await programme.DoneAsync(
            programme.Get<CloseCase>(),
            programme.Worker(),
            new CloseCaseInput(id, file.Version, "own-wish")
        );
    }

    private static async Task AssertForgottenAsync(TestProgramme programme, Guid batch)
    {
        var kept = await programme.ReadAsync(db =>
            db.CaseBatches.Where(row => row.Id == batch).Select(row => row.WordsBox).SingleAsync()
        );
        Assert.Null(kept);
        Assert.False(
            await programme.ReadAsync(db => db.SealedKeys.AnyAsync(key => key.OwnerId == batch))
        );
        var jobs = await programme.ReadAsync(db => db.Jobs.Select(job => job.Input).ToListAsync());
        Assert.DoesNotContain("Xiomarabel", string.Concat(jobs), StringComparison.Ordinal);
        var audit = await programme.ReadAsync(db =>
            db.AuditEntries.Select(entry => entry.Details).ToListAsync()
        );
        Assert.DoesNotContain(
            "Xiomarabel",
            Encoding.UTF8.GetString(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(audit)),
            StringComparison.Ordinal
        );
    }

    private static async Task RefusedAsync(
        TestProgramme programme,
        Actor actor,
        RequestBatchInput input,
        string code
    )
    {
        var outcome = await programme.RunAsync(programme.Get<RequestBatch>(), actor, input);
        Assert.Equal(code, Assert.Single(outcome.Refusals).Code);
    }
}
