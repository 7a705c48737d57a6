// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.People;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Cases;

public sealed class RelativesTests
{
    private static readonly PersonFacts Child = new()
    {
        Sex = "male",
        Status = "possible-victim",
        AgeBand = "0-8",
    };

    [Theory]
    [EveryDatabase]
    [Trait("Rule", "R20")]
    public async Task A_relative_has_a_file_of_her_own_that_outlives_the_victims(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var mother = await programme.CaseAsync(await programme.RegisterLeadAsync());

        var child = await programme.CaseAsync(
            (await RegisterAsync(programme, mother.PersonId, "child")).Value
        );
        await programme.DoneAsync(
            programme.Get<ErasePerson>(),
            programme.As(Programme.Access.Role.DataProtection),
            new ErasePersonInput(mother.PersonId, "holder-request", mother.Number)
        );

        Assert.NotEqual(mother.PersonId, child.PersonId);
        Assert.NotEqual(mother.Number, child.Number);
        Assert.True(
            await programme.ReadAsync(db =>
                db.SealedKeys.AnyAsync(key => key.OwnerId == child.PersonId)
            )
        );
        Assert.False((await programme.CaseAsync(child.Id)).IsClosed);
    }

    [Theory]
    [EveryDatabase]
    [Trait("Rule", "R20")]
    public async Task Whoever_belongs_to_a_victim_is_tied_to_her_from_the_first_sign(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var mother = await programme.CaseAsync(await programme.RegisterLeadAsync());

        var child = await RegisterAsync(programme, mother.PersonId, "child");
        var nonsense = await RegisterAsync(programme, mother.PersonId, "friend");
        var nobodys = await RegisterAsync(programme, Guid.Empty, "child");

        Assert.Equal(
            "child",
            await programme.ReadAsync(db =>
                db.PersonRelations.Select(tie => tie.Kind).SingleAsync()
            )
        );
        Assert.True(child.Done);
        Assert.Equal(PeopleRefusals.RelationKindUnknown, Assert.Single(nonsense.Refusals).Code);
        Assert.Equal(PeopleRefusals.NotFound, Assert.Single(nobodys.Refusals).Code);
        // Neither a person nor a file is left of what was refused.
        Assert.Equal(2, await programme.ReadAsync(db => db.People.CountAsync()));
    }

    private static Task<Outcome<Guid>> RegisterAsync(
        TestProgramme programme,
        Guid relative,
        string kind
    ) =>
        programme.RunAsync(
            programme.Get<RegisterLead>(),
            programme.Worker(),
            new RegisterLeadInput(Child, null, "family-or-friend", null, relative, kind)
        );
}
