// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Audit;
using Faro.Programme.Cases;
using Faro.Programme.People;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Cases;

public sealed class CaseVisibilityTests
{
    private const string Reason = "La persona llegó de noche a nuestra puerta y pide ayuda.";

    [Theory]
    [EveryDatabase]
    public async Task The_agency_sees_its_cases_and_another_sees_none(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();

        Assert.True(await SeesAsync(programme, programme.Colleague(), id));
        Assert.True(await SeesAsync(programme, programme.As(Role.DataProtection), id));
        Assert.False(await SeesAsync(programme, CaseSteps.Outsider, id));
        foreach (
            var role in Role.All.Where(role => !role.Permissions.Contains(Permissions.ViewCases))
        )
        {
            Assert.False(await SeesAsync(programme, programme.As(role), id), role.Code);
        }

        var read = await programme.RunAsync(programme.Get<ReadCase>(), CaseSteps.Outsider, id);
        Assert.Equal(CaseRefusals.NotFound, read.Refusals.Single().Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_restricted_case_is_its_teams_and_the_supervisors(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var supervisor = programme.As(Role.Supervisor);
        var owner = programme.Worker().UserId!.Value;
        await programme.DoneAsync(
            programme.Get<ChangeTeam>(),
            supervisor,
            new ChangeTeamInput(id, 1, owner, [], Restricted: true)
        );
        Assert.False(await SeesAsync(programme, programme.Colleague(), id));
        Assert.True(await SeesAsync(programme, programme.Worker(), id));
        Assert.True(await SeesAsync(programme, supervisor, id));

        await programme.DoneAsync(
            programme.Get<ChangeTeam>(),
            supervisor,
            new ChangeTeamInput(id, 2, owner, [programme.Colleague().UserId!.Value], true)
        );

        Assert.True(await SeesAsync(programme, programme.Colleague(), id));
    }

    [Fact]
    public async Task A_team_is_of_colleagues_who_work_on_cases()
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        var id = await programme.RegisterLeadAsync();

        var outcome = await programme.RunAsync(
            programme.Get<ChangeTeam>(),
            programme.As(Role.Supervisor),
            new ChangeTeamInput(id, 1, CaseSteps.Outsider.UserId!.Value, [], Restricted: false)
        );

        Assert.Equal(CaseRefusals.ColleagueUnknown, outcome.Refusals.Single().Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task An_emergency_opens_a_case_for_a_time_with_a_reason_and_a_line(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var file = await programme.CaseAsync(id);
        var now = programme.Get<TimeProvider>().GetUtcNow();
        var outsider = CaseSteps.Outsider.AtMoment(now);

        await programme.DoneAsync(
            programme.Get<BreakGlass>(),
            outsider,
            new BreakGlassInput(file.Number, Reason, 3, [Compartments.Health])
        );

        Assert.True(await SeesAsync(programme, outsider, id));
        Assert.True(await SeesPersonAsync(programme, outsider, file.PersonId));
        Assert.False(await SeesAsync(programme, outsider.AtMoment(now.AddHours(3)), id));
        Assert.False(
            await SeesPersonAsync(programme, outsider.AtMoment(now.AddHours(3)), file.PersonId)
        );
        var grant = await programme.ReadAsync(db => db.CaseGrants.SingleAsync());
        Assert.Equal([Compartments.Health, Compartments.Social], grant.Compartments);
        var access = await programme.DoneAsync(programme.Get<ReadAccess>(), programme.Worker(), id);
        Assert.Equal(Reason, access.Ways.Single().Reason);
        Assert.Contains(access.Looks, look => look.Act == "break-glass");
        Assert.Equal(
            1,
            await programme.ReadAsync(db =>
                db.AuditEntries.CountAsync(entry =>
                    entry.Act == "break-glass" && entry.Result == AuditResults.Done
                )
            )
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task The_agency_of_the_case_ends_an_emergency_access(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var file = await programme.CaseAsync(id);
        var outsider = CaseSteps.Outsider.AtMoment(programme.Get<TimeProvider>().GetUtcNow());
        await programme.DoneAsync(
            programme.Get<BreakGlass>(),
            outsider,
            new BreakGlassInput(file.Number, Reason, 8, [Compartments.Social])
        );
        var grant = await programme.ReadAsync(db => db.CaseGrants.SingleAsync());

        await programme.DoneAsync(programme.Get<EndAccess>(), programme.Worker(), grant.Id);

        Assert.False(await SeesAsync(programme, outsider, id));
    }

    [Theory]
    [InlineData("PVR-2026-0001", "corto", 3, "social", CaseRefusals.ReasonTooShort)]
    [InlineData("PVR-2026-0001", Reason, 0, "social", CaseRefusals.HoursOutOfRange)]
    [InlineData("PVR-2026-0001", Reason, 9, "social", CaseRefusals.HoursOutOfRange)]
    [InlineData("PVR-2026-0001", Reason, 3, "kitchen", CaseRefusals.CompartmentUnknown)]
    [InlineData("PVR-2026-0099", Reason, 3, "social", CaseRefusals.NumberUnknown)]
    public async Task An_emergency_says_what_it_needs(
        string number,
        string reason,
        int hours,
        string compartment,
        string code
    )
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        await programme.RegisterLeadAsync();

        var outcome = await programme.RunAsync(
            programme.Get<BreakGlass>(),
            CaseSteps.Outsider,
            new BreakGlassInput(number, reason, hours, [compartment])
        );

        Assert.Equal(code, outcome.Refusals.Single().Code);
        Assert.Equal(0, await programme.ReadAsync(db => db.CaseGrants.CountAsync()));
    }

    [Fact]
    public async Task Who_sees_a_case_needs_no_emergency_but_for_another_compartment()
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        var id = await programme.RegisterLeadAsync();
        var number = (await programme.CaseAsync(id)).Number;
        var open = programme.Get<BreakGlass>();

        var own = await programme.RunAsync(
            open,
            programme.Worker(),
            new BreakGlassInput(number, Reason, 1, [Compartments.Social])
        );
        var health = await programme.RunAsync(
            open,
            programme.Worker(),
            new BreakGlassInput(number, Reason, 1, [Compartments.Health])
        );

        Assert.Equal(CaseRefusals.AccessNotNeeded, own.Refusals.Single().Code);
        Assert.True(health.Done);
    }

    private static Task<bool> SeesAsync(TestProgramme programme, Actor actor, Guid id) =>
        programme.ReadAsync(db => db.Cases.VisibleTo(actor).AnyAsync(file => file.Id == id));

    private static Task<bool> SeesPersonAsync(TestProgramme programme, Actor actor, Guid id) =>
        programme.ReadAsync(db => db.People.VisibleTo(actor).AnyAsync(person => person.Id == id));
}
