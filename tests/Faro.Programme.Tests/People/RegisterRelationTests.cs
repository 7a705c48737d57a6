// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.People;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.People;

public sealed class RegisterRelationTests
{
    [Theory]
    [EveryDatabase("PVR-2026-0001", "sibling", PeopleRefusals.RelationToOneself)]
    [EveryDatabase("PVR-2026-0002", "friend", PeopleRefusals.RelationKindUnknown)]
    [EveryDatabase("PVR-2026-0003", "sibling", PeopleRefusals.RelativeNotFound)]
    [EveryDatabase("PVR-2026-0009", "sibling", PeopleRefusals.RelativeNotFound)]
    public async Task A_tie_needs_two_visible_people_and_a_kind(
        DatabaseKind kind,
        string number,
        string tie,
        string code
    )
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);
        var id = await programme.RegisterAsync();
        await programme.RegisterAsync();
        await programme.RegisterAsync(actor: programme.Stranger());

        var outcome = await TieAsync(programme, id, number, tie);

        Assert.Equal(code, Assert.Single(outcome.Refusals).Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task Two_people_are_tied_once_and_can_be_untied_from_either_end(DatabaseKind kind)
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);
        var mother = await programme.RegisterAsync();
        var child = await programme.RegisterAsync();

        var tied = await TieAsync(programme, child, "pvr-2026-0001", "parent");
        var again = await TieAsync(programme, mother, "PVR-2026-0002", "child");
        var stranger = await programme.RunAsync(
            programme.Get<RemoveRelation>(),
            programme.Stranger(),
            new RemoveRelationInput(mother, tied.Value)
        );
        await programme.DoneAsync(
            programme.Get<RemoveRelation>(),
            programme.As(Role.Caseworker),
            new RemoveRelationInput(mother, tied.Value)
        );

        Assert.Equal(PeopleRefusals.RelationExists, Assert.Single(again.Refusals).Code);
        Assert.Equal(PeopleRefusals.RelationNotFound, Assert.Single(stranger.Refusals).Code);
        Assert.False(await programme.ReadAsync(db => db.PersonRelations.AnyAsync()));
    }

    [Fact]
    public void Every_kind_of_tie_has_an_opposite_of_the_list()
    {
        var codes = CodeLists
            .Get(RelationKinds.List)
            .Entries.Select(entry => entry.Code)
            .Order(StringComparer.Ordinal);

        Assert.Equal(codes, RelationKinds.Opposites.Keys.Order(StringComparer.Ordinal));
        Assert.All(
            RelationKinds.Opposites,
            pair => Assert.Equal(pair.Key, RelationKinds.Opposites[pair.Value])
        );
    }

    private static Task<Outcome<Guid>> TieAsync(
        TestProgramme programme,
        Guid id,
        string number,
        string kind
    ) =>
        programme.RunAsync(
            programme.Get<RegisterRelation>(),
            programme.As(Role.Caseworker),
            new RegisterRelationInput(id, number, kind)
        );
}
