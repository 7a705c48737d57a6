// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.People;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.People;

public sealed class ErasePersonTests
{
    [Theory]
    [EveryDatabase]
    public async Task Erasure_leaves_a_row_that_nobody_can_name(DatabaseKind kind)
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);
        var id = await programme.RegisterAsync(PeopleSteps.Marisol);
        await programme.RegisterAsync();
        await programme.DoneAsync(
            programme.Get<RegisterRelation>(),
            programme.As(Role.Caseworker),
            new RegisterRelationInput(id, "PVR-2026-0002", "sibling")
        );

        await programme.DoneAsync(
            programme.Get<ErasePerson>(),
            programme.As(Role.DataProtection),
            new ErasePersonInput(id, "holder-request", " pvr-2026-0001 ")
        );

        var person = await programme.ReadAsync(db =>
            db.People.Include(row => row.Identity).SingleAsync(row => row.Id == id)
        );
        Assert.Equal(("18-20", "female"), (person.AgeBand, person.Sex));
        Assert.NotNull(person.ErasedAt);
        Assert.Null(person.Identity);
        Assert.False(
            await programme.ReadAsync(db => db.SealedKeys.AnyAsync(key => key.OwnerId == id))
        );
        Assert.False(await programme.ReadAsync(db => db.BlindTokens.AnyAsync()));
        Assert.False(await programme.ReadAsync(db => db.PersonRelations.AnyAsync()));
        Assert.Empty((await programme.SearchAsync(new PersonQuery { Names = "Marisol" })).People);
        var reading = await programme.RunAsync(
            programme.Get<ReadIdentity>(),
            programme.As(Role.Caseworker),
            id
        );
        Assert.Equal(PeopleRefusals.Erased, Assert.Single(reading.Refusals).Code);
    }

    [Theory]
    [EveryDatabase("", "PVR-2026-0001", PeopleRefusals.ErasureReasonUnknown)]
    [EveryDatabase("duplicate", "PVR-2026-0002", PeopleRefusals.NumberNotTheSame)]
    public async Task Without_a_reason_and_her_number_nothing_is_erased(
        DatabaseKind kind,
        string reason,
        string typed,
        string code
    )
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);
        var id = await programme.RegisterAsync(PeopleSteps.Marisol);

        var outcome = await programme.RunAsync(
            programme.Get<ErasePerson>(),
            programme.As(Role.DataProtection),
            new ErasePersonInput(id, reason, typed)
        );

        Assert.Equal(code, Assert.Single(outcome.Refusals).Code);
        Assert.Single((await programme.SearchAsync(new PersonQuery { Names = "Marisol" })).People);
    }

    [Fact]
    public async Task A_caseworker_cannot_erase()
    {
        await using var programme = await PeopleSteps.BeginAsync(DatabaseKind.Sqlite);
        var id = await programme.RegisterAsync(PeopleSteps.Marisol);

        var outcome = await programme.RunAsync(
            programme.Get<ErasePerson>(),
            programme.As(Role.Caseworker),
            new ErasePersonInput(id, "duplicate", "PVR-2026-0001")
        );

        Assert.Equal(AccessRefusals.NotAllowed, Assert.Single(outcome.Refusals).Code);
    }
}
