// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.People;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.People;

public sealed class SearchPeopleTests
{
    [Theory]
    [EveryDatabase("marisol nunez", "name")]
    [EveryDatabase("GÜEMES, Marisol", "name")]
    [EveryDatabase("Nuñes Marizol", "name-by-ear")]
    [EveryDatabase("chaparra", "name")]
    [EveryDatabase("Marisol Pérez", "name-in-part")]
    public async Task A_name_is_found_however_it_is_written(
        DatabaseKind kind,
        string asked,
        string match
    )
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);
        var id = await programme.RegisterAsync(PeopleSteps.Marisol);
        await programme.RegisterAsync(
            new PersonIdentity { GivenNames = "Ernesto", Surname1 = "Quintana" }
        );

        var found = await programme.SearchAsync(new PersonQuery { Names = asked });

        var hit = Assert.Single(found.People);
        Assert.Equal(id, hit.Id);
        Assert.Equal([match], hit.Matches);
    }

    [Theory]
    [EveryDatabase]
    public async Task The_likeliest_comes_first(DatabaseKind kind)
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);
        var part = await RegisterAsync(programme, "Luz María", "Sánchez");
        var ear = await RegisterAsync(programme, "Lus Maria", "Xol");
        var whole = await RegisterAsync(programme, "Luz María", "Shol");

        var found = await programme.SearchAsync(new PersonQuery { Names = "Luz Maria Shol" });

        Assert.Equal([whole, ear, part], found.People.Select(hit => hit.Id));
    }

    [Theory]
    [EveryDatabase]
    public async Task Birth_document_and_phone_each_find_her(DatabaseKind kind)
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);
        var id = await programme.RegisterAsync(PeopleSteps.Marisol);
        PersonQuery[] queries =
        [
            new() { BirthDate = new DateOnly(2007, 3, 9) },
            new() { BirthYear = 2007 },
            new() { Document = "1234-56789-0101" },
            new() { Phone = "4123 9876" },
        ];

        foreach (var query in queries)
        {
            Assert.Equal(id, Assert.Single((await programme.SearchAsync(query)).People).Id);
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task A_birth_alone_does_not_find_another_name(DatabaseKind kind)
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);
        await programme.RegisterAsync(PeopleSteps.Marisol);

        var found = await programme.SearchAsync(
            new PersonQuery { Names = "Ernesto", BirthYear = 2007 }
        );

        Assert.Empty(found.People);
    }

    [Theory]
    [EveryDatabase]
    public async Task People_of_other_agencies_are_never_found(DatabaseKind kind)
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);
        await programme.RegisterAsync(PeopleSteps.Marisol, programme.Stranger());

        var found = await programme.SearchAsync(new PersonQuery { Names = "Marisol" });
        var twins = await programme.DoneAsync(
            programme.Get<FindDuplicates>(),
            programme.As(Role.Caseworker),
            PeopleSteps.Marisol
        );

        Assert.Empty(found.People);
        Assert.Empty(twins.People);
    }

    [Theory]
    [EveryDatabase]
    public async Task The_audit_tells_how_many_were_found_and_not_what_was_asked(DatabaseKind kind)
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);
        await programme.RegisterAsync(PeopleSteps.Marisol);

        await programme.SearchAsync(new PersonQuery { Names = "marisol", BirthYear = 2007 });

        var line = await programme.ReadAsync(db =>
            db.AuditEntries.OrderBy(entry => entry.Seq).LastAsync()
        );
        Assert.Equal("search-people", line.Act);
        Assert.Equal("{\"asked\":\"name birth\",\"found\":\"1\"}", line.Details);
    }

    [Fact]
    public async Task A_focal_point_may_not_ask_whether_a_name_is_in_the_programme()
    {
        await using var programme = await PeopleSteps.BeginAsync(DatabaseKind.Sqlite);

        var outcome = await programme.RunAsync(
            programme.Get<SearchPeople>(),
            programme.As(Role.FocalPoint),
            new PersonQuery { Names = "Marisol" }
        );

        Assert.Equal(AccessRefusals.NotAllowed, Assert.Single(outcome.Refusals).Code);
    }

    [Fact]
    public async Task A_search_for_nothing_is_refused()
    {
        await using var programme = await PeopleSteps.BeginAsync(DatabaseKind.Sqlite);

        var outcome = await programme.RunAsync(
            programme.Get<SearchPeople>(),
            programme.As(Role.Caseworker),
            new PersonQuery { Names = " - " }
        );

        Assert.Equal(PeopleRefusals.SearchEmpty, Assert.Single(outcome.Refusals).Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task The_same_name_is_a_likely_double_unless_the_births_disagree(DatabaseKind kind)
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);
        var id = await programme.RegisterAsync(PeopleSteps.Marisol);
        var bare = new PersonIdentity
        {
            GivenNames = "Marizol",
            Surname1 = "Nunez",
            Surname2 = "Huemes",
        };
        var older = bare with { Birth = new BirthDate(BirthPrecisions.Year, 1980) };

        Assert.Equal(id, Assert.Single((await TwinsAsync(bare)).People).Id);
        Assert.Empty((await TwinsAsync(older)).People);

        Task<PeopleFound> TwinsAsync(PersonIdentity identity) =>
            programme.DoneAsync(
                programme.Get<FindDuplicates>(),
                programme.As(Role.Caseworker),
                identity
            );
    }

    private static Task<Guid> RegisterAsync(
        TestProgramme programme,
        string given,
        string surname
    ) => programme.RegisterAsync(new PersonIdentity { GivenNames = given, Surname1 = surname });
}
