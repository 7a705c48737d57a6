// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Indicators.Statistics;
using Faro.Programme.People;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.People;

public sealed class JoinRecordsTests
{
    [Theory]
    [EveryDatabase]
    public async Task Two_records_of_one_person_are_found_and_counted_once(DatabaseKind kind)
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);
        var (first, second) = await TwiceAsync(programme);

        await JoinAsync(programme, first, second);

        var found = await programme.SearchAsync(new PersonQuery { Names = "marisol nunez" });
        Assert.Equal([first], found.People.Select(hit => hit.Id));
        var counted = await programme.ReadAsync(db =>
            ProgrammeStatistics.ReadAsync(db, Actor.System, CancellationToken.None)
        );
        Assert.Equal(1, counted.Total);
        Assert.Equal(
            [first],
            await programme.ReadAsync(db =>
                db.People.OnePerPerson().Select(person => person.Id).ToListAsync()
            )
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task Parting_brings_both_back_as_they_were(DatabaseKind kind)
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);
        var (first, second) = await TwiceAsync(programme);
        await JoinAsync(programme, first, second);

        await programme.DoneAsync(
            programme.Get<PartRecords>(),
            programme.As(Role.Caseworker),
            second
        );

        var found = await programme.SearchAsync(new PersonQuery { Names = "marisol nunez" });
        Assert.Equal(2, found.People.Count);
        var read = await programme.DoneAsync(
            programme.Get<ReadIdentity>(),
            programme.As(Role.Caseworker),
            second
        );
        Assert.Equal("Marisol Ixchel", read.Identity.GivenNames);
    }

    [Theory]
    [EveryDatabase]
    public async Task Whoever_stood_behind_the_other_stands_behind_the_kept_one(DatabaseKind kind)
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);
        var (first, second) = await TwiceAsync(programme);
        var third = await programme.RegisterAsync(PeopleSteps.Marisol);
        await JoinAsync(programme, second, third);

        await JoinAsync(programme, first, second);

        Assert.Equal(
            [first, first],
            await programme.ReadAsync(db =>
                db.People.Where(person => person.JoinedToId != null)
                    .Select(person => person.JoinedToId!.Value)
                    .ToListAsync()
            )
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task Erasing_the_kept_record_erases_those_behind_it(DatabaseKind kind)
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);
        var (first, second) = await TwiceAsync(programme);
        await JoinAsync(programme, first, second);
        var number = (await PersonAsync(programme, first)).Number;

        await programme.DoneAsync(
            programme.Get<ErasePerson>(),
            programme.As(Role.DataProtection),
            new ErasePersonInput(first, "consent-withdrawn", number)
        );

        Assert.Equal(0, await programme.ReadAsync(db => db.SealedKeys.CountAsync()));
        Assert.Equal(0, await programme.ReadAsync(db => db.BlindTokens.CountAsync()));
        Assert.NotNull((await PersonAsync(programme, second)).ErasedAt);
    }

    [Fact]
    public async Task A_record_is_not_joined_to_itself_nor_twice_nor_by_a_stranger()
    {
        await using var programme = await PeopleSteps.BeginAsync(DatabaseKind.Sqlite);
        var (first, second) = await TwiceAsync(programme);
        var third = await programme.RegisterAsync(PeopleSteps.Marisol);

        var itself = await RunAsync(programme, first, first, programme.As(Role.Caseworker));
        var stranger = await RunAsync(programme, first, second, programme.Stranger());
        await JoinAsync(programme, first, second);
        var twice = await RunAsync(programme, third, second, programme.As(Role.Caseworker));
        var older = await programme.RunAsync(
            programme.Get<JoinRecords>(),
            programme.As(Role.Caseworker),
            new JoinRecordsInput(first, 1, third, 1)
        );

        Assert.Equal(PeopleRefusals.JoinOneself, itself.Refusals.Single().Code);
        Assert.Equal(PeopleRefusals.NotFound, stranger.Refusals.Single().Code);
        Assert.Equal(PeopleRefusals.AlreadyJoined, twice.Refusals.Single().Code);
        Assert.Equal(PeopleRefusals.ChangedMeanwhile, older.Refusals.Single().Code);
    }

    private static async Task<(Guid First, Guid Second)> TwiceAsync(TestProgramme programme) =>
        (
            await programme.RegisterAsync(PeopleSteps.Marisol),
            await programme.RegisterAsync(PeopleSteps.Marisol)
        );

    private static async Task JoinAsync(TestProgramme programme, Guid kept, Guid other)
    {
        var outcome = await RunAsync(programme, kept, other, programme.As(Role.Caseworker));
        Assert.True(outcome.Done, string.Join(", ", outcome.Refusals));
    }

    private static async Task<Outcome<Done>> RunAsync(
        TestProgramme programme,
        Guid kept,
        Guid other,
        Actor actor
    ) =>
        await programme.RunAsync(
            programme.Get<JoinRecords>(),
            actor,
            new JoinRecordsInput(
                kept,
                (await PersonAsync(programme, kept)).Version,
                other,
                (await PersonAsync(programme, other)).Version
            )
        );

    private static Task<Person> PersonAsync(TestProgramme programme, Guid id) =>
        programme.ReadAsync(db => db.People.SingleAsync(person => person.Id == id));
}
