// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Tests.People;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Cases;

public sealed class CasePathTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_lead_is_a_person_and_a_case_with_one_number(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);

        var id = await programme.RegisterLeadAsync();

        var file = await programme.CaseAsync(id);
        var person = await programme.ReadAsync(db => db.People.SingleAsync());
        Assert.Equal((CaseStates.Lead, 1), (file.State, file.Version));
        Assert.Equal((person.Id, person.Number), (file.PersonId, file.Number));
        Assert.Equal(programme.Worker().UserId, file.OwnerId);
        Assert.Equal(1, await programme.ReadAsync(db => db.CaseSteps.CountAsync()));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_refused_intake_leaves_nobody_behind(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);

        var outcome = await programme.RunAsync(
            programme.Get<RegisterLead>(),
            programme.Worker(),
            new RegisterLeadInput(PeopleSteps.Facts, PeopleSteps.Marisol, "no-such-origin")
        );

        Assert.Equal(CaseRefusals.OriginUnknown, outcome.Refusals.Single().Code);
        Assert.Equal(0, await programme.ReadAsync(db => db.People.CountAsync()));
        Assert.Equal(0, await programme.ReadAsync(db => db.SealedKeys.CountAsync()));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_possible_victim_is_assisted_before_anybody_decided(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();

        await programme.MoveAsync(
            id,
            CaseStates.Screening,
            CaseStates.PossibleVictim,
            CaseStates.Assisted
        );

        Assert.Equal(CaseStates.Assisted, (await programme.CaseAsync(id)).State);
        Assert.Equal(
            "possible-victim",
            (await programme.ReadAsync(db => db.People.SingleAsync())).Status
        );
    }

    [Theory]
    [InlineData(CaseStates.IdentifiedVictim)]
    [InlineData(CaseStates.NotVictim)]
    [InlineData(CaseStates.Closed)]
    [InlineData("no-such-state")]
    public async Task Nobody_says_by_hand_that_she_is_or_is_not_a_victim(string to)
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        var id = await programme.RegisterLeadAsync();
        await programme.MoveAsync(id, CaseStates.Screening, CaseStates.PossibleVictim);
        var file = await programme.CaseAsync(id);

        var outcome = await programme.RunAsync(
            programme.Get<MoveCase>(),
            programme.Worker(),
            new MoveCaseInput(id, file.Version, to)
        );

        Assert.Equal(CaseRefusals.NoSuchMove, outcome.Refusals.Single().Code);
        Assert.Equal(CaseStates.PossibleVictim, (await programme.CaseAsync(id)).State);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_closed_case_takes_nothing_until_it_is_reopened_where_it_was(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        await programme.MoveAsync(id, CaseStates.Screening);
        await programme.DoneAsync(
            programme.Get<CloseCase>(),
            programme.Worker(),
            new CloseCaseInput(id, 2, CloseCase.ReferredReason)
        );
        var closed = await programme.CaseAsync(id);
        Assert.Equal((CaseStates.ClosedReferred, "referred"), (closed.State, closed.ClosureReason));

        var refused = await programme.RunAsync(
            programme.Get<MoveCase>(),
            programme.Worker(),
            new MoveCaseInput(id, closed.Version, CaseStates.PossibleVictim)
        );
        await programme.DoneAsync(
            programme.Get<ReopenCase>(),
            programme.Worker(),
            new ReopenCaseInput(id, closed.Version)
        );

        Assert.Equal(CaseRefusals.IsClosed, refused.Refusals.Single().Code);
        var again = await programme.CaseAsync(id);
        Assert.Equal((CaseStates.Screening, (DateOnly?)null), (again.State, again.ClosedOn));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_person_has_one_open_case_with_an_agency_and_the_next_counts_on(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var first = await programme.CaseAsync(id);
        var open = programme.Get<OpenCase>();
        var again = new OpenCaseInput(first.PersonId, "police");

        var refused = await programme.RunAsync(open, programme.Worker(), again);
        await programme.DoneAsync(
            programme.Get<CloseCase>(),
            programme.Worker(),
            new CloseCaseInput(id, first.Version, "own-wish")
        );
        var second = await programme.DoneAsync(open, programme.Worker(), again);

        Assert.Equal(CaseRefusals.AlreadyOpen, refused.Refusals.Single().Code);
        Assert.Equal(first.Number + "-2", (await programme.CaseAsync(second)).Number);
        var reopened = await programme.RunAsync(
            programme.Get<ReopenCase>(),
            programme.Worker(),
            new ReopenCaseInput(id, 2)
        );
        Assert.Equal(CaseRefusals.AlreadyOpen, reopened.Refusals.Single().Code);
    }

    [Fact]
    public async Task Who_saw_an_older_case_does_not_write_over_a_newer_one()
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        var id = await programme.RegisterLeadAsync();
        await programme.MoveAsync(id, CaseStates.Screening);

        var outcome = await programme.RunAsync(
            programme.Get<MoveCase>(),
            programme.Worker(),
            new MoveCaseInput(id, 1, CaseStates.PossibleVictim)
        );

        Assert.Equal(CaseRefusals.ChangedMeanwhile, outcome.Refusals.Single().Code);
    }
}
