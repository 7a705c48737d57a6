// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Programme.Cases;
using Faro.Programme.Casework;
using Faro.Programme.Casework.Tasks;
using Faro.Programme.Tests.Cases;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Casework;

public sealed class TaskTests
{
    private const string Words = "Llamar a Xiomarabel por la cita";

    [Theory]
    [EveryDatabase]
    public async Task A_task_is_sealed_read_by_its_case_and_ticked_off(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var today = programme.Today();

        var task = await AddAsync(
            programme,
            id,
            new TaskFacts("call", Words, null, today.AddDays(3), RemindDays: 2)
        );

        var stored = await programme.ReadAsync(db => db.CaseTasks.SingleAsync());
        Assert.DoesNotContain(
            "Xiomarabel",
            Encoding.UTF8.GetString(stored.TitleBox!),
            StringComparison.Ordinal
        );
        Assert.Equal(today.AddDays(1), stored.RemindOn);
        Assert.Equal(today.AddDays(3), (await programme.CaseAsync(id)).NextDueOn);
        var read = Assert.Single(await ReadAsync(programme, programme.Worker(), id));
        Assert.Equal((Words, "call", 2), (read.Title, read.Kind, read.RemindDays));

        await MarkAsync(programme, task, 1, CaseTask.Done);

        Assert.Null((await programme.CaseAsync(id)).NextDueOn);
        var done = Assert.Single(await ReadAsync(programme, programme.Worker(), id));
        Assert.Equal((CaseTask.Done, "Trabajo social"), (done.State, done.EndedBy));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_task_of_a_compartment_is_seen_by_who_works_in_it(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        await AddAsync(
            programme,
            id,
            new TaskFacts("call", Words, Compartment: Compartments.Health),
            programme.Colleague()
        );

        Assert.Empty(await ReadAsync(programme, programme.Worker(), id));
        Assert.Single(await ReadAsync(programme, programme.Colleague(), id));
        var refused = await programme.RunAsync(
            programme.Get<AddTask>(),
            programme.Worker(),
            new AddTaskInput(id, new TaskFacts("call", "", Compartment: Compartments.Health))
        );
        Assert.Equal(CaseRefusals.NotFound, Assert.Single(refused.Refusals).Code);
        var outsider = await programme.RunAsync(programme.Get<ReadTasks>(), CaseSteps.Outsider, id);
        Assert.Equal(CaseRefusals.NotFound, Assert.Single(outsider.Refusals).Code);
    }

    [Fact]
    public async Task Two_who_tick_the_same_task_do_not_overwrite_each_other()
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        var id = await programme.RegisterLeadAsync();
        var task = await AddAsync(programme, id, new TaskFacts("visit", ""));
        await MarkAsync(programme, task, 1, CaseTask.Done);

        var second = await programme.RunAsync(
            programme.Get<MarkTask>(),
            programme.Colleague(),
            new MarkTaskInput(task, 1, CaseTask.Cancelled)
        );

        Assert.Equal(CaseworkRefusals.ChangedMeanwhile, Assert.Single(second.Refusals).Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task Nothing_is_done_in_a_closed_case_and_reopening_brings_back_what_is_due(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var due = programme.Today().AddDays(5);
        var task = await AddAsync(programme, id, new TaskFacts("visit", "", null, due));
        await programme.DoneAsync(
            programme.Get<CloseCase>(),
            programme.Worker(),
            new CloseCaseInput(id, 1, "own-wish")
        );

        foreach (
            var refused in new[]
            {
                (
                    await programme.RunAsync(
                        programme.Get<MarkTask>(),
                        programme.Worker(),
                        new MarkTaskInput(task, 1, CaseTask.Done)
                    )
                ).Refusals,
                (
                    await programme.RunAsync(
                        programme.Get<AddTask>(),
                        programme.Worker(),
                        new AddTaskInput(id, new TaskFacts("call", ""))
                    )
                ).Refusals,
            }
        )
        {
            Assert.Equal(CaseRefusals.IsClosed, Assert.Single(refused).Code);
        }

        Assert.Null((await programme.CaseAsync(id)).NextDueOn);
        Assert.Empty(
            await programme.DoneAsync(
                programme.Get<ReadMyDay>(),
                programme.Worker(),
                new MyDayInput(30)
            )
        );
        await programme.DoneAsync(
            programme.Get<ReopenCase>(),
            programme.Worker(),
            new ReopenCaseInput(id, 2)
        );
        Assert.Equal(due, (await programme.CaseAsync(id)).NextDueOn);
    }

    [Theory]
    [EveryDatabase]
    public async Task My_day_holds_what_is_mine_late_first_and_what_I_am_reminded_of(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var today = programme.Today();
        var colleague = programme.Colleague().UserId;
        await AddAsync(programme, id, new TaskFacts("call", "hoy", null, today));
        await AddAsync(programme, id, new TaskFacts("visit", "suya", colleague, today));
        await AddAsync(
            programme,
            id,
            new TaskFacts("document", "recordada", null, today.AddDays(20), RemindDays: 20)
        );
        await AddAsync(programme, id, new TaskFacts("visit", "lejana", null, today.AddDays(20)));
        await AddAsync(programme, id, new TaskFacts("other", "sin fecha"));
        var late = await AddAsync(programme, id, new TaskFacts("call", "tarde", null, today));
        await programme.WriteAsync(async act =>
            (await act.Db.CaseTasks.FindAsync(late))!.DueOn = today.AddDays(-2)
        );

        var mine = await programme.DoneAsync(
            programme.Get<ReadMyDay>(),
            programme.Worker(),
            new MyDayInput(0)
        );
        var theirs = await programme.DoneAsync(
            programme.Get<ReadMyDay>(),
            programme.Colleague(),
            new MyDayInput(0)
        );

        Assert.Equal(["tarde", "hoy", "recordada", "sin fecha"], mine.Select(item => item.Title));
        Assert.Equal(["suya"], theirs.Select(item => item.Title));
    }

    [Theory]
    [InlineData("other", "", 0, 0, CaseworkRefusals.TextMissing)]
    [InlineData("kitchen", "x", 0, 0, CaseworkRefusals.ChoiceUnknown)]
    [InlineData("call", "x", -1, 0, CaseworkRefusals.DayInPast)]
    [InlineData("call", "x", 3, 61, CaseworkRefusals.NumberOutOfRange)]
    public async Task A_task_says_what_it_needs(
        string kind,
        string title,
        int days,
        int remind,
        string code
    )
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        var id = await programme.RegisterLeadAsync();

        var refused = await programme.RunAsync(
            programme.Get<AddTask>(),
            programme.Worker(),
            new AddTaskInput(
                id,
                new TaskFacts(kind, title, null, programme.Today().AddDays(days), remind)
            )
        );

        Assert.Equal(code, Assert.Single(refused.Refusals).Code);
        Assert.Empty(await programme.ReadAsync(db => db.CaseTasks.ToListAsync()));
    }

    [Fact]
    public async Task A_task_is_given_only_to_a_colleague_who_works_on_cases()
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        var id = await programme.RegisterLeadAsync();

        var refused = await programme.RunAsync(
            programme.Get<AddTask>(),
            programme.Worker(),
            new AddTaskInput(id, new TaskFacts("call", "", CaseSteps.Outsider.UserId))
        );

        Assert.Equal(CaseworkRefusals.ColleagueUnknown, Assert.Single(refused.Refusals).Code);
    }

    private static Task<Guid> AddAsync(
        TestProgramme programme,
        Guid id,
        TaskFacts facts,
        Actor? actor = null
    ) =>
        programme.DoneAsync(
            programme.Get<AddTask>(),
            actor ?? programme.Worker(),
            new AddTaskInput(id, facts)
        );

    private static Task<Done> MarkAsync(
        TestProgramme programme,
        Guid task,
        int version,
        string state
    ) =>
        programme.DoneAsync(
            programme.Get<MarkTask>(),
            programme.Worker(),
            new MarkTaskInput(task, version, state)
        );

    private static Task<IReadOnlyList<TaskReading>> ReadAsync(
        TestProgramme programme,
        Actor actor,
        Guid id
    ) => programme.DoneAsync(programme.Get<ReadTasks>(), actor, id);
}
