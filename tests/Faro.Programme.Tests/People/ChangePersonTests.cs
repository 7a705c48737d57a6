// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.People;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.People;

public sealed class ChangePersonTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_change_is_kept_and_the_audit_names_the_fields_only(DatabaseKind kind)
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);
        var id = await programme.RegisterAsync();
        var facts = PeopleSteps.Facts with
        {
            Citizenship = "gt",
            ExploitationForms = ["forced-labour"],
        };

        await programme.DoneAsync(
            programme.Get<ChangePerson>(),
            programme.As(Role.Supervisor),
            new ChangePersonInput(id, 1, facts)
        );

        var person = await programme.ReadAsync(db => db.People.SingleAsync());
        Assert.Equal(("gt", 2), (person.Citizenship, person.Version));
        Assert.Equal("forced-labour", Assert.Single(person.ExploitationForms));
        var line = await programme.ReadAsync(db =>
            db.AuditEntries.OrderBy(entry => entry.Seq).LastAsync()
        );
        Assert.Equal("{\"fields\":\"citizenship exploitation-forms\"}", line.Details);
    }

    [Theory]
    [EveryDatabase]
    public async Task What_somebody_else_changed_meanwhile_is_not_overwritten(DatabaseKind kind)
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);
        var id = await programme.RegisterAsync(PeopleSteps.Marisol);
        var caseworker = programme.As(Role.Caseworker);
        await programme.DoneAsync(
            programme.Get<ChangePerson>(),
            caseworker,
            new ChangePersonInput(id, 1, PeopleSteps.Facts with { Citizenship = "gt" })
        );

        var facts = await programme.RunAsync(
            programme.Get<ChangePerson>(),
            caseworker,
            new ChangePersonInput(id, 1, PeopleSteps.Facts)
        );
        var identity = await programme.RunAsync(
            programme.Get<ChangeIdentity>(),
            caseworker,
            new ChangeIdentityInput(id, 1, new PersonIdentity())
        );

        Assert.Equal(PeopleRefusals.ChangedMeanwhile, Assert.Single(facts.Refusals).Code);
        Assert.Equal(PeopleRefusals.ChangedMeanwhile, Assert.Single(identity.Refusals).Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_person_of_another_agency_cannot_be_changed(DatabaseKind kind)
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);
        var id = await programme.RegisterAsync();

        var facts = await programme.RunAsync(
            programme.Get<ChangePerson>(),
            programme.Stranger(),
            new ChangePersonInput(id, 1, PeopleSteps.Facts)
        );
        var identity = await programme.RunAsync(
            programme.Get<ChangeIdentity>(),
            programme.Stranger(),
            new ChangeIdentityInput(id, 1, new PersonIdentity())
        );

        Assert.Equal(PeopleRefusals.NotFound, Assert.Single(facts.Refusals).Code);
        Assert.Equal(PeopleRefusals.NotFound, Assert.Single(identity.Refusals).Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_corrected_name_is_found_and_the_old_one_no_more(DatabaseKind kind)
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);
        var id = await programme.RegisterAsync(PeopleSteps.Marisol);
        var identity = PeopleSteps.Marisol with
        {
            GivenNames = "Fernanda",
            Birth = BirthDate.On(new DateOnly(2010, 1, 2)),
        };

        await programme.DoneAsync(
            programme.Get<ChangeIdentity>(),
            programme.As(Role.DataProtection),
            new ChangeIdentityInput(id, 1, identity)
        );

        Assert.Empty((await programme.SearchAsync(new PersonQuery { Names = "Marisol" })).People);
        var found = await programme.SearchAsync(new PersonQuery { Names = "Fernanda" });
        Assert.Equal("9-17", Assert.Single(found.People).AgeBand);
    }
}
