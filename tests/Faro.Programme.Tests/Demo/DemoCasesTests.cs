// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Casework.Tasks;
using Faro.Programme.Demo;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Demo;

public sealed class DemoCasesTests
{
    [Theory]
    [EveryDatabase]
    public async Task Every_invented_person_has_a_case_along_the_whole_path(DatabaseKind kind)
    {
        await using var stage = await DemoStage.SetAsync(kind);
        await stage.OpenAsync();

        var cases = await stage.Programme.ReadAsync(db => db.Cases.ToListAsync());
        var people = await stage.Programme.ReadAsync(db => db.People.ToListAsync());

        Assert.Equal(
            people.Select(person => person.Number).Order(StringComparer.Ordinal),
            cases.Select(file => file.Number).Order(StringComparer.Ordinal)
        );
        Assert.True(cases.Select(file => file.State).Distinct(StringComparer.Ordinal).Count() > 9);
        Assert.InRange(cases.Count(file => !file.IsClosed), 30, 90);
        Assert.Contains(cases, file => file.State == CaseStates.Lead && file.OwnerId is null);
        Assert.All(
            cases.Where(file => !file.IsClosed && file.State != CaseStates.Lead),
            file => Assert.NotNull(file.OwnerId)
        );
        Assert.All(cases, file => Assert.Equal(file.IsClosed, file.ClosedOn is not null));
    }

    [Theory]
    [EveryDatabase]
    public async Task The_daily_work_of_the_story_is_told_in_its_open_cases(DatabaseKind kind)
    {
        await using var stage = await DemoStage.SetAsync(kind);
        await stage.OpenAsync();

        var worker = await stage.Programme.ReadAsync(db =>
            db.Users.SingleAsync(user => user.UserName == "caseworker")
        );
        var mine = await stage.Programme.DoneAsync(
            stage.Programme.Get<ReadMyDay>(),
            worker.Acting(null),
            new MyDayInput(30)
        );
        Assert.True(mine.Count > 10);
        Assert.Contains(mine, item => item.Title.Length > 0);
        Assert.Contains(mine, item => !item.IsTask);
        await AssertHeadsAgreeAsync(stage.Programme);
    }

    [Fact]
    public async Task In_a_demonstration_of_size_the_heads_of_cases_agree_with_their_rows()
    {
        await using var stage = await DemoStage.SetAsync(DatabaseKind.Sqlite);
        await stage.OpenAsync(people: 300);

        Assert.NotEmpty(await stage.Programme.ReadAsync(db => db.CaseTasks.ToListAsync()));
        await AssertHeadsAgreeAsync(stage.Programme);
    }

    [Fact]
    public async Task An_invented_path_takes_only_moves_that_there_are()
    {
        await using var stage = await DemoStage.SetAsync(DatabaseKind.Sqlite);
        await stage.OpenAsync(people: 300);

        var steps = await stage.Programme.ReadAsync(db =>
            db.CaseSteps.OrderBy(step => step.CaseId).ThenBy(step => step.Version).ToListAsync()
        );

        Assert.NotEmpty(steps);
        foreach (var path in steps.GroupBy(step => step.CaseId).Select(group => group.ToList()))
        {
            Assert.Equal(("", CaseStates.Lead), (path[0].From, path[0].To));
            foreach (var (before, step) in path.Zip(path.Skip(1)))
            {
                Assert.Equal(before.To, step.From);
                Assert.True(before.At < step.At);
                Assert.Contains(
                    CaseStates.Moves,
                    move => move.From == step.From && move.To == step.To
                );
            }
        }
    }

    [Fact]
    public void The_same_seed_tells_the_same_cases()
    {
        var today = new DateOnly(2026, 11, 25);
        var person = new DemoCasePerson(
            Guid.Empty,
            "PVR-2025-0003",
            Guid.Empty,
            new DateOnly(2025, 5, 2),
            "actual-victim"
        );

        var (one, same) = (
            DemoCase.Make(1, person, hasWorkers: true, today),
            DemoCase.Make(1, person with { Id = Guid.CreateVersion7() }, hasWorkers: true, today)
        );

        Assert.Equal(one.States, same.States);
        Assert.Equal(one.Days, same.Days);
        Assert.Equal((one.Origin, one.Risk), (same.Origin, same.Risk));
    }

    private static async Task AssertHeadsAgreeAsync(TestProgramme programme)
    {
        var files = await programme.ReadAsync(db => db.Cases.ToListAsync());
        var risks = await programme.ReadAsync(db =>
            db.Assessments.Where(row => row.IsLatest && row.Instrument == "risk")
                .ToDictionaryAsync(row => row.CaseId, row => row.Overall)
        );
        foreach (var file in files)
        {
            DateOnly? due = null;
            foreach (var source in NextDue.Sources.Where(_ => !file.IsClosed))
            {
                var day = await programme.ReadAsync(db =>
                    source(db, null)
                        .Where(row => row.CaseId == file.Id)
                        .MinAsync(row => (DateOnly?)row.On)
                );
                due = day < due || due is null ? day : due;
            }

            Assert.Equal((due, file.Number), (file.NextDueOn, file.Number));
            Assert.Equal(risks.GetValueOrDefault(file.Id, ""), file.Risk);
        }
    }
}
