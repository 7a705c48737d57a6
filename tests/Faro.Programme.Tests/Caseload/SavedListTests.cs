// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Caseload;
using Faro.Programme.Caseload.Lists;
using Faro.Programme.Tests.Cases;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Programme.Tests.Caseload;

public sealed class SavedListTests
{
    private static readonly SaveListInput High = new(
        null,
        0,
        " Riesgo alto ",
        new CaseFilter { Risk = "high", QuietDays = 7 },
        CaseOrders.Quiet,
        ["contact", "owner"]
    );

    [Theory]
    [EveryDatabase]
    public async Task A_list_keeps_its_filter_order_and_columns_for_its_maker_alone(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);

        var id = await SaveAsync(programme, programme.Worker(), High with { First = true });

        var list = Assert.Single(await ListsAsync(programme, programme.Worker()));
        Assert.Equal((id, "Riesgo alto", CaseOrders.Quiet), (list.Id, list.Name, list.Order));
        Assert.Equal(High.Filter, list.Filter);
        Assert.Equal(["contact", "owner"], list.Columns);
        Assert.True(list is { IsFirst: true, MayChange: true, Shared: false });
        Assert.Empty(await ListsAsync(programme, programme.Colleague()));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_shared_list_is_the_agencys_and_changed_by_its_maker_or_who_leads(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await SaveAsync(programme, programme.Worker(), High with { Shared = true });

        var theirs = Assert.Single(await ListsAsync(programme, programme.Colleague()));
        Assert.True(theirs is { MayChange: false, IsFirst: false });
        Assert.Empty(await ListsAsync(programme, CaseSteps.Outsider));
        var change = High with { ListId = id, Version = 1, Name = "Otra", Shared = true };
        await RefusedAsync(programme, programme.Colleague(), change, CaseloadRefusals.ListNotYours);
        await RefusedAsync(programme, CaseSteps.Outsider, change, CaseloadRefusals.ListNotFound);
        Assert.Equal(id, await SaveAsync(programme, programme.Leader(), change));
        await RefusedAsync(programme, programme.Worker(), change, CaseloadRefusals.ListChanged);
        Assert.Equal("Otra", (await ListsAsync(programme, programme.Worker()))[0].Name);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_removed_list_comes_back_with_its_link_and_who_began_with_it(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var (worker, colleague) = (programme.Worker(), programme.Colleague());
        var id = await SaveAsync(programme, worker, High with { Shared = true });
        await programme.DoneAsync(
            programme.Get<ChooseFirstList>(),
            colleague,
            new ChooseFirstListInput(id)
        );

        await programme.DoneAsync(programme.Get<RemoveList>(), worker, new ListAtVersion(id, 1));
        Assert.Empty(await ListsAsync(programme, colleague));
        var refused = await programme.RunAsync(programme.Get<RestoreList>(), colleague, id);
        Assert.Equal(CaseloadRefusals.ListNotFound, refused.Refusals[0].Code);
        await programme.DoneAsync(programme.Get<RestoreList>(), worker, id);

        var list = Assert.Single(await ListsAsync(programme, colleague));
        Assert.Equal((id, true), (list.Id, list.IsFirst));
        await programme.DoneAsync(
            programme.Get<ChooseFirstList>(),
            colleague,
            new ChooseFirstListInput(null)
        );
        Assert.False((await ListsAsync(programme, colleague))[0].IsFirst);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_list_that_no_list_can_be_is_refused_field_by_field(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var wrong = new SaveListInput(
            null,
            0,
            "  ",
            new CaseFilter
            {
                State = "nowhere",
                Whose = "her",
                QuietDays = 0,
                OpenedFrom = new DateOnly(2026, 2, 1),
                OpenedTo = new DateOnly(2026, 1, 1),
            },
            "by-name",
            ["state", "state"]
        );

        var refused = await programme.RunAsync(
            programme.Get<SaveList>(),
            programme.Worker(),
            wrong
        );

        Assert.Equal(
            ["State", "Whose", "QuietDays", "OpenedTo", "Name", "Order", "Columns"],
            refused.Refusals.Select(refusal => refusal.Field)
        );
        await SaveAsync(programme, programme.Worker(), High);
        await RefusedAsync(programme, programme.Worker(), High, CaseloadRefusals.NameTaken);
    }

    private static Task<Guid> SaveAsync(
        TestProgramme programme,
        Actor actor,
        SaveListInput input
    ) => programme.DoneAsync(programme.Get<SaveList>(), actor, input);

    private static async Task RefusedAsync(
        TestProgramme programme,
        Actor actor,
        SaveListInput input,
        string code
    )
    {
        var outcome = await programme.RunAsync(programme.Get<SaveList>(), actor, input);
        Assert.Equal(code, Assert.Single(outcome.Refusals).Code);
    }

    private static Task<IReadOnlyList<ListReading>> ListsAsync(
        TestProgramme programme,
        Actor actor
    ) => programme.ReadAsync(db => ListReading.AllAsync(db, actor, CancellationToken.None));
}
