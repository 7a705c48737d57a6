// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Agencies;
using Faro.Programme.Cases;
using Faro.Programme.Tests.People;
using Faro.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Programme.Tests.Cases;

/// <summary>What tests of cases begin with: a programme with the agency of its test actors, and colleagues in it.</summary>
internal static class CaseSteps
{
    public static async Task<TestProgramme> BeginAsync(
        DatabaseKind kind,
        Action<IServiceCollection>? more = null
    )
    {
        var programme = await TestProgramme.StartAsync(kind, more);
        await FillAsync(programme);
        return programme;
    }

    /// <summary>The agencies and colleagues, in a programme that has nothing yet.</summary>
    public static async Task FillAsync(TestProgramme programme)
    {
        await PeopleSteps.FillAsync(programme);
        await programme.WriteAsync(act =>
        {
            act.Db.Agencies.AddRange(
                Agency(programme.AgencyId, "Refugio de prueba"),
                Agency(OtherAgency, "Otra institución")
            );
            act.Db.Users.AddRange(
                User(programme.Worker(), "Trabajo social"),
                User(programme.As(Role.Supervisor), "Coordinación"),
                User(Colleague(programme), "Salud"),
                User(Outsider, "De fuera"),
                User(OutsideLead, "Coordinación de fuera")
            );
            return Task.CompletedTask;
        });
    }

    public static readonly Guid OtherAgency = new("00000000-0000-7000-8000-00000000a002");

    /// <summary>A caseworker who works in the social compartment.</summary>
    public static Actor Worker(this TestProgramme programme) =>
        Of(programme.As(Role.Caseworker), programme, Compartments.Social);

    /// <summary>Another one of the same agency, who works in health too.</summary>
    public static Actor Colleague(this TestProgramme programme) =>
        new(
            new Guid("00000000-0000-7000-8000-0000000000c1"),
            null,
            programme.AgencyId,
            [Role.Caseworker]
        )
        {
            Compartments = [Compartments.Social, Compartments.Health],
            At = Now(programme),
        };

    /// <summary>A caseworker of another agency.</summary>
    public static Actor Outsider { get; } =
        new(new Guid("00000000-0000-7000-8000-0000000000c2"), null, OtherAgency, [Role.Caseworker])
        {
            Compartments = [Compartments.Social],
        };

    /// <summary>Who assigns the work of that other agency.</summary>
    public static Actor OutsideLead { get; } =
        new(new Guid("00000000-0000-7000-8000-0000000000c3"), null, OtherAgency, [Role.Supervisor])
        {
            Compartments = [Compartments.Social],
        };

    /// <summary>The same person, acting at a moment.</summary>
    public static Actor AtMoment(this Actor actor, DateTimeOffset moment) =>
        new(actor.UserId, actor.SessionId, actor.AgencyId, actor.Roles)
        {
            Compartments = actor.Compartments,
            At = moment,
        };

    public static Actor With(this Actor actor, params string[] compartments) =>
        new(actor.UserId, actor.SessionId, actor.AgencyId, actor.Roles)
        {
            Compartments = compartments,
            At = actor.At,
        };

    public static Task<Guid> RegisterLeadAsync(this TestProgramme programme, Actor? actor = null) =>
        programme.DoneAsync(
            programme.Get<RegisterLead>(),
            actor ?? programme.Worker(),
            new RegisterLeadInput(PeopleSteps.Facts, PeopleSteps.Marisol, "hotline")
        );

    public static async Task MoveAsync(
        this TestProgramme programme,
        Guid id,
        params string[] states
    )
    {
        foreach (var state in states)
        {
            var file = await programme.CaseAsync(id);
            await programme.DoneAsync(
                programme.Get<MoveCase>(),
                programme.Worker(),
                new MoveCaseInput(id, file.Version, state)
            );
        }
    }

    public static Task<Case> CaseAsync(this TestProgramme programme, Guid id) =>
        programme.ReadAsync(async db =>
            await db.Cases.FindAsync(id) ?? throw new InvalidOperationException("no case")
        );

    private static Actor Of(Actor actor, TestProgramme programme, params string[] compartments) =>
        new(actor.UserId, actor.SessionId, actor.AgencyId, actor.Roles)
        {
            Compartments = compartments,
            At = Now(programme),
        };

    private static DateTimeOffset Now(TestProgramme programme) =>
        programme.Get<TimeProvider>().GetUtcNow();

    private static Agency Agency(Guid id, string name) =>
        new()
        {
            Id = id,
            Name = name,
            ShortName = name[..4],
            Sector = "civil-society",
            Kind = "ngo",
        };

    private static User User(Actor actor, string name) =>
        new()
        {
            Id = actor.UserId!.Value,
            UserName = actor.UserId.ToString(),
            NormalizedUserName = Programme.Access.User.Fold(actor.UserId.ToString()!),
            DisplayName = name,
            AgencyId = actor.AgencyId,
            RoleCodes = [.. actor.Roles.Select(role => role.Code)],
            Compartments = [.. actor.Compartments],
        };
}
