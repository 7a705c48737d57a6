// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Casework.Tasks;
using Faro.Programme.People;
using Faro.Programme.Tests.Cases;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Casework;

public sealed class ChildNoticesTests
{
    private static readonly PersonFacts Adult = new()
    {
        Sex = "female",
        Status = "possible-victim",
        AgeBand = "21-23",
    };

    private static readonly PersonFacts Child = Adult with { AgeBand = "9-17" };
    private static readonly PersonFacts InDoubt = Adult with { AgeBand = "", AgeInDoubt = true };

    [Theory]
    [EveryDatabase]
    [Trait("Rule", "R13")]
    public async Task Of_a_child_two_authorities_are_told_the_same_day(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var adult = await RegisterAsync(programme, Adult);
        var child = await RegisterAsync(programme, Child);
        var doubt = await RegisterAsync(programme, InDoubt);

        Assert.Empty(await TasksAsync(programme, adult));
        foreach (var id in new[] { child, doubt })
        {
            var tasks = await TasksAsync(programme, id);
            Assert.Equal(
                ChildNotices.Kinds.Order(StringComparer.Ordinal),
                tasks.Select(task => task.Kind)
            );
            Assert.All(tasks, task => Assert.Equal(Today(programme), task.DueOn));
            Assert.Equal(Today(programme), (await programme.CaseAsync(id)).NextDueOn);
        }

        // She turns out to be younger than she seemed.
        await ChangeAsync(programme, adult, Child);
        await ChangeAsync(programme, adult, Child);
        Assert.Equal(2, (await TasksAsync(programme, adult)).Count);
    }

    [Theory]
    [EveryDatabase]
    [Trait("Rule", "R13")]
    public async Task A_childs_case_is_not_closed_before_they_were_told(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await RegisterAsync(programme, Child);

        Assert.Equal(CaseRefusals.ChildNoticeMissing, await CloseAsync(programme, id, "referred"));
        foreach (var (task, state) in (await TasksAsync(programme, id)).Zip(["done", "cancelled"]))
        {
            await MarkAsync(programme, task.Id, task.Version, state);
        }

        Assert.Equal(CaseRefusals.ChildNoticeMissing, await CloseAsync(programme, id, "referred"));
        var left = (await TasksAsync(programme, id)).Single(task => task.State == "cancelled");
        await MarkAsync(programme, left.Id, left.Version, "done");
        Assert.Empty(await CloseAsync(programme, id, "referred"));

        var unfounded = await RegisterAsync(programme, Child);
        Assert.Empty(await CloseAsync(programme, unfounded, "unfounded"));
    }

    private static Task<Guid> RegisterAsync(TestProgramme programme, PersonFacts facts) =>
        programme.DoneAsync(
            programme.Get<RegisterLead>(),
            programme.Worker(),
            new RegisterLeadInput(facts, null, "hotline")
        );

    private static async Task ChangeAsync(TestProgramme programme, Guid id, PersonFacts facts)
    {
        var person = (await programme.CaseAsync(id)).PersonId;
        var version = await programme.ReadAsync(db =>
            db.People.Where(row => row.Id == person).Select(row => row.Version).SingleAsync()
        );
        await programme.DoneAsync(
            programme.Get<ChangePerson>(),
            programme.Worker(),
            new ChangePersonInput(person, version, facts)
        );
    }

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

    private static async Task<string> CloseAsync(TestProgramme programme, Guid id, string reason)
    {
        var version = (await programme.CaseAsync(id)).Version;
        var outcome = await programme.RunAsync(
            programme.Get<CloseCase>(),
            programme.Worker(),
            new CloseCaseInput(id, version, reason)
        );
        return outcome.Done ? "" : outcome.Refusals[0].Code;
    }

    private static DateOnly Today(TestProgramme programme) => programme.Clock.Today();

    private static Task<List<CaseTask>> TasksAsync(TestProgramme programme, Guid id) =>
        programme.ReadAsync(db =>
            db.CaseTasks.Where(task => task.CaseId == id).OrderBy(task => task.Kind).ToListAsync()
        );
}
