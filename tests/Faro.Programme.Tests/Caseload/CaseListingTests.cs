// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Caseload.Lists;
using Faro.Programme.Cases;
using Faro.Programme.Casework.Tasks;
using Faro.Programme.Demo;
using Faro.Programme.Tests.Cases;
using Faro.Programme.Tests.Casework;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Programme.Tests.Caseload;

public sealed class CaseListingTests
{
    private static readonly string[] Risks = ["", "low", "medium", "high", "imminent"];

    /// <summary>Ties in every key, cases without a day, restricted ones, and some of another agency that a grant opens.</summary>
    [Theory]
    [EveryDatabase]
    public async Task Pages_of_any_size_give_the_whole_list_in_its_order(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var (own, foreign) = await SpreadAsync(programme);
        var reader = programme.Worker();

        foreach (var order in CodeLists.Get(CaseOrders.List).Entries.Select(entry => entry.Code))
        {
            var rows = await programme.AllAsync(reader, new CaseFilter(), order, take: 4);
            Assert.Equal(own.Concat(foreign).Order(), rows.Select(row => row.Id).Order());
            var sorted = rows.ToList();
            sorted.Sort(CaseOrders.Comparison(order));
            Assert.Equal(sorted.Select(row => row.Id), rows.Select(row => row.Id));
            var whole = await programme.PageAsync(reader, new CaseFilter(), order);
            Assert.Equal(rows.Select(row => row.Id), whole.Rows.Select(row => row.Id));
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task A_due_day_is_told_only_to_who_works_in_its_part(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var (worker, nurse) = (programme.Worker(), programme.Colleague());
        var today = programme.Today();
        await AddTaskAsync(programme, nurse, id, today.AddDays(1), Compartments.Health);
        await AddTaskAsync(programme, worker, id, today.AddDays(9), Compartments.Social);
        var soon = new CaseFilter { Due = CaseFilter.Week };

        Assert.Equal(today.AddDays(1), await HeadAsync(programme, nurse, id));
        Assert.Equal(today.AddDays(9), await HeadAsync(programme, worker, id));
        Assert.Equal(today.AddDays(1), await RowAsync(programme, nurse));
        Assert.Equal(today.AddDays(9), await RowAsync(programme, worker));
        Assert.Equal(1, await programme.CountAsync(nurse, soon));
        Assert.Equal(0, await programme.CountAsync(worker, soon));
        var outside = programme.As(Role.Caseworker).With();
        Assert.Null(await HeadAsync(programme, outside, id));
        Assert.Null(await RowAsync(programme, outside));
        Assert.Null(await HeadAsync(programme, programme.As(Role.DataProtection), id));

        await GrantAsync(programme, [id], Compartments.Health);
        Assert.Equal(today.AddDays(1), await RowAsync(programme, worker));
        Assert.Equal(1, await programme.CountAsync(worker, soon));
    }

    [Theory]
    [EveryDatabase]
    public async Task The_order_by_day_does_not_betray_a_day_of_another_part(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var ids = await programme.LeadsAsync(3);
        var (worker, nurse) = (programme.Worker(), programme.Colleague());
        var today = programme.Today();
        await AddTaskAsync(programme, worker, ids[0], today.AddDays(5), Compartments.Social);
        await AddTaskAsync(programme, worker, ids[1], today.AddDays(6), Compartments.Social);
        await AddTaskAsync(programme, nurse, ids[1], today.AddDays(1), Compartments.Health);
        await AddTaskAsync(programme, nurse, ids[2], today.AddDays(2), Compartments.Health);

        Assert.Equal([ids[0], ids[1], ids[2]], await DueOrderAsync(programme, worker));
        Assert.Equal([ids[1], ids[2], ids[0]], await DueOrderAsync(programme, nurse));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_filter_holds_what_it_says_and_its_count_agrees(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var ids = await programme.LeadsAsync(4);
        var worker = programme.Worker();
        var today = programme.Today();
        await programme.ChangeAsync(ids[1], file => file.Risk = "high");
        await programme.ChangeAsync(ids[2], file => file.LastContactOn = today.AddDays(-40));
        await programme.ChangeAsync(ids[3], file => file.OwnerId = null);
        await AddTaskAsync(programme, worker, ids[0], today, Compartments.Social);

        async Task HoldsAsync(CaseFilter filter, params Guid[] expected)
        {
            var rows = (await programme.PageAsync(worker, filter)).Rows.Select(row => row.Id);
            Assert.Equal(expected.Order(), rows.Order());
            Assert.Equal(expected.Length, await programme.CountAsync(worker, filter));
        }

        await HoldsAsync(new() { Risk = "high" }, ids[1]);
        await HoldsAsync(new() { Risk = CaseFilter.NoRisk }, ids[0], ids[2], ids[3]);
        await HoldsAsync(new() { QuietDays = 30 }, ids[2]);
        await HoldsAsync(new() { Whose = CaseFilter.Nobodys }, ids[3]);
        await HoldsAsync(new() { Whose = CaseFilter.Mine }, ids[0], ids[1], ids[2]);
        await HoldsAsync(new() { Due = CaseFilter.Week, DueKind = "task" }, ids[0]);
        await HoldsAsync(new() { DueKind = "flag" });
        await HoldsAsync(new() { Lacks = CaseGaps.NoSafetyPlan }, ids[1]);
        await HoldsAsync(new() { Minor = true }, [.. ids]);
        await HoldsAsync(new() { Sex = "male" });
        await HoldsAsync(new() { OpenedFrom = today.AddDays(1) });
        await HoldsAsync(new() { State = CaseFilter.AnyClosed });
        await HoldsAsync(new() { Form = "sexual-exploitation" });
    }

    [Theory]
    [EveryDatabase]
    public async Task A_rare_form_is_listed_and_paged_by_its_own_index(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var ids = await programme.LeadsAsync(5);
        await programme.WriteAsync(async act =>
        {
            foreach (var id in ids.Take(3))
            {
                var file = await act.Db.Cases.FindAsync(id);
                var person = await act.Db.People.FindAsync(file!.PersonId);
                person!.ExploitationForms = ["forced-labour", "servitude"];
            }
        });
        var filter = new CaseFilter { Form = "servitude" };

        var rows = await programme.AllAsync(programme.Worker(), filter, CaseOrders.Newest, take: 2);

        Assert.Equal([ids[2], ids[1], ids[0]], rows.Select(row => row.Id));
        Assert.Equal(3, await programme.CountAsync(programme.Worker(), filter));
    }

    [Theory]
    [EveryDatabase]
    public async Task Gaps_and_flags_are_not_told_to_who_does_not_see_the_social_part(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        await programme.RegisterLeadAsync();
        var lacking = new CaseFilter { Lacks = CaseGaps.NoConsent };

        Assert.NotEmpty((await programme.PageAsync(programme.Worker(), new())).Rows[0].Lacks);
        foreach (
            var actor in new[]
            {
                programme.As(Role.Caseworker).With(Compartments.Health),
                programme.As(Role.DataProtection),
            }
        )
        {
            Assert.Empty((await programme.PageAsync(actor, new())).Rows[0].Lacks);
            Assert.Equal(0, await programme.CountAsync(actor, lacking));
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task A_page_begins_after_no_case_that_its_reader_does_not_see(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var ids = await programme.LeadsAsync(2);

        var page = await programme.PageAsync(
            CaseSteps.Outsider,
            new(),
            CaseOrders.Risk,
            after: ids[1]
        );

        Assert.Empty(page.Rows);
    }

    private static async Task<(List<Guid> Own, List<Guid> Foreign)> SpreadAsync(
        TestProgramme programme
    )
    {
        var today = programme.Today();
        var own = await programme.LeadsAsync(14);
        var foreign = new List<Guid>();
        for (var i = 0; i < 4; i++)
        {
            foreign.Add(await programme.RegisterLeadAsync(CaseSteps.Outsider.AtMoment(default)));
        }

        var dice = Dice.Of(7, "lists", "spread");
        foreach (var id in own.Concat(foreign))
        {
            var (risk, quiet) = (Risks[dice.Below(5)], dice.Below(4));
            await programme.ChangeAsync(
                id,
                file =>
                {
                    file.Risk = risk;
                    file.LastContactOn = quiet == 0 ? null : today.AddDays(-quiet);
                }
            );
            if (dice.Chance(60))
            {
                var actor = own.Contains(id) ? programme.Worker() : CaseSteps.Outsider;
                for (var i = dice.Between(1, 2); i > 0; i--)
                {
                    await AddTaskAsync(
                        programme,
                        actor,
                        id,
                        today.AddDays(dice.Below(3)),
                        Compartments.Social
                    );
                }
            }
        }

        // Not the reader's team: left out for her, and only for her.
        await programme.ChangeAsync(
            own[0],
            file => (file.Restricted, file.OwnerId) = (true, programme.Colleague().UserId)
        );
        await GrantAsync(programme, foreign[..3], Compartments.Social);
        return (own[1..], foreign[..3]);
    }

    /// <summary>To the worker, for two days.</summary>
    private static Task GrantAsync(TestProgramme programme, List<Guid> cases, string part) =>
        programme.WriteAsync(act =>
        {
            act.Db.CaseGrants.AddRange(
                cases.Select(id => new CaseGrant
                {
                    Id = act.NewId(),
                    CaseId = id,
                    UserId = programme.Worker().UserId,
                    Kind = CaseAccessReasons.BreakGlass,
                    Compartments = [part],
                    Since = act.Now,
                    Until = act.Now.AddDays(2),
                })
            );
            return Task.CompletedTask;
        });

    private static Task<Guid> AddTaskAsync(
        TestProgramme programme,
        Actor actor,
        Guid id,
        DateOnly on,
        string part
    ) =>
        programme.DoneAsync(
            programme.Get<AddTask>(),
            actor,
            new AddTaskInput(id, new TaskFacts("call", "", DueOn: on, Compartment: part))
        );

    private static async Task<DateOnly?> HeadAsync(TestProgramme programme, Actor actor, Guid id) =>
        (await programme.DoneAsync(programme.Get<ReadCase>(), actor, id)).NextDueOn;

    private static async Task<DateOnly?> RowAsync(TestProgramme programme, Actor actor) =>
        Assert.Single((await programme.PageAsync(actor, new())).Rows).NextDueOn;

    private static async Task<IEnumerable<Guid>> DueOrderAsync(
        TestProgramme programme,
        Actor actor
    ) => (await programme.AllAsync(actor, new(), CaseOrders.Due, take: 1)).Select(row => row.Id);
}
