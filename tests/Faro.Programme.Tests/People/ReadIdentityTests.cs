// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Audit;
using Faro.Programme.People;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.People;

public sealed class ReadIdentityTests
{
    [Theory]
    [EveryDatabase]
    public async Task What_was_sealed_is_read_back_and_the_reading_is_recorded(DatabaseKind kind)
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);
        var id = await programme.RegisterAsync(PeopleSteps.Marisol);

        var reading = await programme.DoneAsync(
            programme.Get<ReadIdentity>(),
            programme.As(Role.Supervisor),
            id
        );

        Assert.Equal("Núñez", reading.Identity.Surname1);
        Assert.Equal("+50241239876", Assert.Single(reading.Identity.Phones).Number);
        Assert.Equal(PeopleSteps.Marisol.Birth, reading.Identity.Birth);
        var line = await LastAsync(programme);
        Assert.Equal(("read-identity", AuditResults.Done), (line.Act, line.Result));
        Assert.Equal(("person", id), (line.SubjectKind, line.SubjectId));
        Assert.Equal(programme.As(Role.Supervisor).UserId, line.ActorId);
    }

    [Theory]
    [EveryDatabase("caseworker", true)]
    [EveryDatabase("supervisor", true)]
    [EveryDatabase("data-protection", true)]
    [EveryDatabase("focal-point", false)]
    [EveryDatabase("secretary", false)]
    [EveryDatabase("trainer", false)]
    [EveryDatabase("legal-officer", false)]
    [EveryDatabase("analyst", false)]
    [EveryDatabase("administrator", false)]
    public async Task Only_some_roles_may_read(DatabaseKind kind, string role, bool may)
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);
        var id = await programme.RegisterAsync(PeopleSteps.Marisol);

        var outcome = await programme.RunAsync(
            programme.Get<ReadIdentity>(),
            programme.As(Role.Find(role)!),
            id
        );

        Assert.Equal(may, outcome.Done);
        var line = await LastAsync(programme);
        Assert.Equal(may ? AuditResults.Done : AuditResults.Refused, line.Result);
        Assert.Equal("read-identity", line.Act);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_person_of_another_agency_is_not_there_and_the_try_is_recorded(
        DatabaseKind kind
    )
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);
        var id = await programme.RegisterAsync(PeopleSteps.Marisol);

        var outcome = await programme.RunAsync(
            programme.Get<ReadIdentity>(),
            programme.Stranger(),
            id
        );

        Assert.Equal(PeopleRefusals.NotFound, Assert.Single(outcome.Refusals).Code);
        var line = await LastAsync(programme);
        Assert.Equal(
            (AuditResults.Refused, "{\"codes\":\"person.not-found\"}"),
            (line.Result, line.Details)
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task The_data_protection_officer_sees_people_of_every_agency(DatabaseKind kind)
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);
        var id = await programme.RegisterAsync(PeopleSteps.Marisol, programme.Stranger());

        await programme.DoneAsync(
            programme.Get<ReadIdentity>(),
            programme.As(Role.DataProtection),
            id
        );
    }

    [Theory]
    [EveryDatabase("caseworker", 1)]
    [EveryDatabase("focal-point", 1)]
    [EveryDatabase("data-protection", 2)]
    [EveryDatabase("administrator", 0)]
    [EveryDatabase("analyst", 0)]
    public async Task Each_role_sees_whom_it_should(DatabaseKind kind, string role, int seen)
    {
        await using var programme = await PeopleSteps.BeginAsync(kind);
        await programme.RegisterAsync();
        await programme.RegisterAsync(actor: programme.Stranger());

        var actor = programme.As(Role.Find(role)!);

        Assert.Equal(
            seen,
            await programme.ReadAsync(db => db.People.VisibleTo(actor).CountAsync())
        );
    }

    private static Task<AuditEntry> LastAsync(TestProgramme programme) =>
        programme.ReadAsync(db => db.AuditEntries.OrderBy(entry => entry.Seq).LastAsync());
}
