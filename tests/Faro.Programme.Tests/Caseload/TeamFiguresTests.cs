// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Caseload.Lists;
using Faro.Programme.Caseload.Team;
using Faro.Programme.Cases;
using Faro.Programme.Casework.Tasks;
using Faro.Programme.Demo;
using Faro.Programme.Settings;
using Faro.Programme.Tests.Cases;
using Faro.Programme.Tests.Casework;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Programme.Tests.Caseload;

public sealed class TeamFiguresTests
{
    private static readonly string[] Risks = ["", "low", "medium", "high", "imminent"];

    /// <summary>What the page promises: each number is the length of the list that it opens.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Every_number_is_the_length_of_the_list_behind_it(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        await SpreadAsync(programme);
        var leader = programme.Leader();

        var figures = (await ReadAsync(programme, leader))!;

        Task<int> CountAsync(CaseFilter filter) => programme.CountAsync(leader, filter);
        Assert.Equal(await CountAsync(new()), figures.Open);
        Assert.Equal(await CountAsync(new() { Whose = CaseFilter.Nobodys }), figures.Nobodys);
        foreach (var worker in figures.Workers)
        {
            var whose = worker.UserId?.ToString() ?? CaseFilter.Nobodys;
            Assert.Equal(await CountAsync(new() { Whose = whose }), worker.Open);
            var recent = programme.Today().AddDays(-TeamFigures.RecentDays);
            Assert.Equal(
                await CountAsync(new() { Whose = whose, OpenedFrom = recent }),
                worker.Recent
            );
            Assert.Equal(
                await CountAsync(
                    new()
                    {
                        Whose = whose,
                        State = CaseFilter.AnyClosed,
                        ClosedFrom = recent,
                    }
                ),
                worker.Closed
            );
            Assert.Equal(
                await CountAsync(new() { Whose = whose, Due = CaseFilter.Late }),
                worker.Late
            );
        }

        foreach (var risk in figures.Risks)
        {
            var code = risk.Risk.Length > 0 ? risk.Risk : CaseFilter.NoRisk;
            Assert.Equal(await CountAsync(new() { Risk = code }), risk.Open);
            Assert.Equal(
                await CountAsync(new() { Risk = code, QuietDays = risk.QuietDays }),
                risk.Quiet
            );
        }

        Assert.Equal(await CountAsync(new() { Due = CaseFilter.Late }), figures.LateCases);
        foreach (var late in figures.Late)
        {
            Assert.Equal(
                await CountAsync(new() { Due = CaseFilter.Late, DueKind = late.Kind }),
                late.Cases
            );
        }

        foreach (var gap in figures.Gaps)
        {
            Assert.Equal(await CountAsync(new() { Lacks = gap.Gap }), gap.Cases);
        }

        Assert.Contains(figures.Risks, risk => risk.Quiet > 0);
        Assert.True(figures.LateCases > 0 && figures.Nobodys > 0);
        Assert.Equal(
            CodeLists.Get(CaseGaps.List).Entries.Select(entry => entry.Code).Order(),
            figures.Gaps.Select(gap => gap.Gap).Order()
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task Only_who_leads_sees_it_and_only_of_the_own_agency(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        await programme.LeadsAsync(2);
        await programme.RegisterLeadAsync(CaseSteps.Outsider);

        Assert.Equal(2, (await ReadAsync(programme, programme.Leader()))!.Open);
        var theirs = programme.As(Role.Supervisor, CaseSteps.OtherAgency);
        Assert.Equal(1, (await ReadAsync(programme, theirs))!.Open);
        Assert.Empty((await ReadAsync(programme, theirs))!.Gaps);
        Assert.Null(await ReadAsync(programme, programme.Worker()));
        Assert.Null(await ReadAsync(programme, programme.As(Role.DataProtection)));
        Assert.Null(await ReadAsync(programme, programme.As(Role.Administrator)));
    }

    [Theory]
    [EveryDatabase]
    public async Task What_is_late_in_a_part_that_she_does_not_work_in_is_not_counted(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        await programme.DoneAsync(
            programme.Get<AddTask>(),
            programme.Colleague(),
            new AddTaskInput(
                id,
                new TaskFacts(
                    "call",
                    "",
                    DueOn: programme.Today(),
                    Compartment: Compartments.Health
                )
            )
        );
        programme.Clock.Advance(TimeSpan.FromDays(3));
        var leader = programme.Leader();

        Assert.Equal(0, (await ReadAsync(programme, leader))!.LateCases);
        var both = leader.With(Compartments.Social, Compartments.Health);
        Assert.Equal(1, (await ReadAsync(programme, both))!.LateCases);
    }

    [Theory]
    [EveryDatabase]
    public async Task The_thresholds_are_the_programmes_own(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var today = programme.Today();
        await programme.ChangeAsync(
            id,
            file => (file.Risk, file.LastContactOn) = ("high", today.AddDays(-5))
        );
        Assert.Equal(0, await QuietAsync(programme));

        await programme.DoneAsync(
            programme.Get<ChangeSettings>(),
            programme.As(Role.Administrator),
            Settings(1, TeamRules.Usual with { QuietDaysHigh = 5 })
        );

        Assert.Equal(1, await QuietAsync(programme));
        var refused = await programme.RunAsync(
            programme.Get<ChangeSettings>(),
            programme.As(Role.Administrator),
            Settings(2, TeamRules.Usual with { QuietDaysLow = 0, LoadLimit = 1001 })
        );
        Assert.Equal(
            ["QuietDaysLow", "LoadLimit"],
            refused.Refusals.Select(refusal => refusal.Field)
        );
    }

    private static ChangeSettingsInput Settings(int version, TeamRules rules) =>
        new(
            version,
            new ProfileAnswers("Programa de prueba", "mx", "14067", "Puerto Vallarta", "PVR"),
            true,
            ProgrammeProfile.LeastMinimumCell
        )
        {
            Team = rules,
        };

    private static async Task<int> QuietAsync(TestProgramme programme) =>
        (await ReadAsync(programme, programme.Leader()))!
            .Risks.Single(risk => risk.Risk == "high")
            .Quiet;

    private static async Task SpreadAsync(TestProgramme programme)
    {
        var today = programme.Today();
        var dice = Dice.Of(11, "team", "spread");
        foreach (var id in await programme.LeadsAsync(24))
        {
            var (risk, owner, quiet) = (Risks[dice.Below(5)], dice.Below(3), dice.Below(40));
            await programme.ChangeAsync(
                id,
                file =>
                {
                    file.Risk = risk;
                    file.LastContactOn = today.AddDays(-quiet);
                    file.OwnerId =
                        owner == 0 ? null
                        : owner == 1 ? programme.Colleague().UserId
                        : file.OwnerId;
                }
            );
            if (dice.Chance(60))
            {
                await programme.DoneAsync(
                    programme.Get<AddTask>(),
                    programme.Worker(),
                    new AddTaskInput(
                        id,
                        new TaskFacts("call", "", DueOn: today.AddDays(dice.Below(4)))
                    )
                );
            }

            if (dice.Chance(20))
            {
                var file = await programme.CaseAsync(id);
                await programme.DoneAsync(
                    programme.Get<CloseCase>(),
                    programme.Worker(),
                    new CloseCaseInput(id, file.Version, "own-wish")
                );
            }
        }

        programme.Clock.Advance(TimeSpan.FromDays(2));
    }

    private static Task<TeamFigures?> ReadAsync(TestProgramme programme, Actor actor) =>
        programme.Get<TeamView>().ReadAsync(actor, CancellationToken.None);
}
