// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Indicators.Statistics;
using Faro.Programme.Releases;
using Faro.Programme.Settings;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Releases;

public sealed class PublicationTests
{
    [Theory]
    [EveryDatabase]
    public async Task Nobody_approves_what_they_proposed(DatabaseKind kind)
    {
        await using var programme = await StartAsync(kind);
        var supervisor = programme.As(Role.Supervisor);
        var id = await ProposeAsync(programme, supervisor);

        var alone = await ApproveAsync(programme, supervisor, id);
        Assert.Equal(ReleaseRefusals.SamePerson, Assert.Single(alone.Refusals).Code);
        Assert.Equal(0, await PublishedAsync(programme));

        var together = await ApproveAsync(programme, programme.As(Role.DataProtection), id);
        Assert.Equal(1, together.Value);
        Assert.Equal(1, await PublishedAsync(programme));
    }

    [Theory]
    [EveryDatabase]
    public async Task An_analyst_proposes_and_never_approves(DatabaseKind kind)
    {
        await using var programme = await StartAsync(kind);
        var id = await ProposeAsync(programme, programme.As(Role.Supervisor));

        var outcome = await ApproveAsync(programme, programme.As(Role.Analyst), id);

        Assert.Equal(AccessRefusals.NotAllowed, Assert.Single(outcome.Refusals).Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_new_edition_waits_for_ten_people_or_a_year(DatabaseKind kind)
    {
        await using var programme = await StartAsync(kind);
        await PublishAsync(programme);

        await AddAsync(programme, 9, CountedPeople.Many);
        var early = await programme.RunAsync(
            programme.Get<ProposePublication>(),
            programme.As(Role.Analyst),
            default
        );
        Assert.Equal(ReleaseRefusals.TooFewNew, Assert.Single(early.Refusals).Code);

        await AddAsync(programme, 1, CountedPeople.Many + 9);
        await PublishAsync(programme);
        Assert.Equal(2, await PublishedAsync(programme));

        programme.Clock.Advance(TimeSpan.FromDays(366));
        await PublishAsync(programme);
        Assert.Equal(3, await PublishedAsync(programme));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_withdrawn_edition_is_gone_and_still_counts_as_read(DatabaseKind kind)
    {
        await using var programme = await StartAsync(kind);
        var id = await PublishAsync(programme);
        await programme.DoneAsync(
            programme.Get<WithdrawPublication>(),
            programme.As(Role.DataProtection),
            id
        );

        Assert.Equal(0, await PublishedAsync(programme));
        var again = await programme.RunAsync(
            programme.Get<ProposePublication>(),
            programme.As(Role.Analyst),
            default
        );
        Assert.Equal(ReleaseRefusals.TooFewNew, Assert.Single(again.Refusals).Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task What_is_stored_holds_no_true_count(DatabaseKind kind)
    {
        await using var programme = await StartAsync(kind);
        var id = await PublishAsync(programme);

        var tables = await programme.ReadAsync(db =>
            PublishedTables.ReadAsync(db, id, TestContext.Current.CancellationToken)
        );

        Assert.Equal(7, tables.Count);
        var countries = tables.Single(table => table.Code == StatisticsCodes.ByCitizenship);
        Assert.Equal(120, countries.At("gt")?.Count);
        Assert.DoesNotContain(countries.Cells, cell => cell.Row is "sv" or "cn");
        Assert.All(
            tables.SelectMany(table => table.Cells),
            cell => Assert.True(cell.Count is null || (cell.Count >= 10 && cell.Count % 10 == 0))
        );
    }

    private static async Task<TestProgramme> StartAsync(DatabaseKind kind)
    {
        var programme = await TestProgramme.StartAsync(kind);
        await programme.WriteAsync(act =>
        {
            act.Db.Profiles.Add(
                new ProgrammeProfile
                {
                    Id = act.NewId(),
                    Name = "Programa de prueba",
                    Country = "mx",
                    Territory = "14067",
                    TerritoryName = "Puerto Vallarta",
                    NumberPrefix = "PVR",
                    CreatedAt = act.Now,
                }
            );
            CountedPeople.Add(act);
            return Task.CompletedTask;
        });
        return programme;
    }

    private static Task AddAsync(TestProgramme programme, int many, int first) =>
        programme.WriteAsync(act =>
        {
            CountedPeople.Add(act, many, first);
            return Task.CompletedTask;
        });

    private static Task<Guid> ProposeAsync(TestProgramme programme, Actor actor) =>
        programme.DoneAsync(programme.Get<ProposePublication>(), actor, default);

    private static Task<Outcome<int>> ApproveAsync(TestProgramme programme, Actor actor, Guid id) =>
        programme.RunAsync(programme.Get<ApprovePublication>(), actor, id);

    private static async Task<Guid> PublishAsync(TestProgramme programme)
    {
        var id = await ProposeAsync(programme, programme.As(Role.Analyst));
        await programme.DoneAsync(
            programme.Get<ApprovePublication>(),
            programme.As(Role.DataProtection),
            id
        );
        return id;
    }

    private static Task<int> PublishedAsync(TestProgramme programme) =>
        programme.ReadAsync(db => db.Publications.Published().CountAsync());
}
