// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Casework.Flags;
using Faro.Programme.Consent;
using Faro.Programme.People;
using Faro.Programme.Settings;
using Faro.Programme.Tests.Cases;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Consent;

/// <summary>What somebody of another agency, to which a case was opened, may see and do.</summary>
public sealed class GuestsTests
{
    [Theory]
    [EveryDatabase]
    public async Task An_agency_that_was_let_in_is_not_everybody_in_it(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var way = await ShareAsync(programme, id, DataCategories.Social, DataCategories.Health);

        Assert.False(await SeesAsync(programme, CaseSteps.Outsider, id));
        Assert.True(await SeesAsync(programme, CaseSteps.OutsideLead, id));
        // She works in social work, and health was opened too: not to her, who has no need to know.
        Assert.Equal(
            [Compartments.Social],
            await ContentAsync(programme, CaseSteps.OutsideLead, id)
        );

        await programme.NameAsync(way, CaseSteps.Outsider);

        Assert.True(await SeesAsync(programme, CaseSteps.Outsider, id));
        Assert.Equal([Compartments.Social], await ContentAsync(programme, CaseSteps.Outsider, id));
    }

    [Theory]
    [EveryDatabase]
    public async Task Only_colleagues_who_work_in_what_was_opened_are_named(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var way = await ShareAsync(programme, id, DataCategories.Health);
        var name = programme.Get<NameColleagues>();
        var lead = At(programme, CaseSteps.OutsideLead);

        async Task<string> SaysAsync(Actor who, params Guid[] users) =>
            (await programme.RunAsync(name, who, new NameColleaguesInput(way, users)))
                .Refusals.Single()
                .Code;

        Assert.Equal(
            CaseRefusals.ColleagueWorksElsewhere,
            await SaysAsync(lead, CaseSteps.Outsider.UserId!.Value)
        );
        Assert.Equal(
            CaseRefusals.ColleagueUnknown,
            await SaysAsync(lead, programme.Worker().UserId!.Value)
        );
        Assert.Equal(CaseRefusals.ColleagueUnknown, await SaysAsync(lead));
        Assert.Equal(
            CaseRefusals.NotFound,
            await SaysAsync(
                programme.As(Programme.Access.Role.Supervisor),
                CaseSteps.Outsider.UserId!.Value
            )
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task Ending_the_way_of_an_agency_ends_those_of_its_colleagues(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var way = await ShareAsync(programme, id, DataCategories.Social);
        await programme.NameAsync(way, CaseSteps.Outsider);

        await programme.DoneAsync(programme.Get<EndAccess>(), programme.Worker(), way);

        Assert.False(await SeesAsync(programme, CaseSteps.Outsider, id));
        Assert.False(await SeesAsync(programme, CaseSteps.OutsideLead, id));
    }

    [Theory]
    [EveryDatabase]
    public async Task Who_was_let_in_works_in_a_case_but_does_not_lead_it(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        await programme.NameAsync(
            await ShareAsync(programme, id, DataCategories.Social),
            CaseSteps.Outsider
        );
        var guest = At(programme, CaseSteps.Outsider);
        var lead = At(programme, CaseSteps.OutsideLead);
        var version = (await programme.CaseAsync(id)).Version;

        var flag = await programme.RunAsync(
            programme.Get<RaiseFlag>(),
            guest,
            new RaiseFlagInput(id, "Vino sin zapatos", null, Compartments.Social)
        );
        var move = await programme.RunAsync(
            programme.Get<MoveCase>(),
            guest,
            new MoveCaseInput(id, version, CaseStates.PossibleVictim)
        );
        var close = await programme.RunAsync(
            programme.Get<CloseCase>(),
            guest,
            new CloseCaseInput(id, version, "own-wish")
        );
        var team = await programme.RunAsync(
            programme.Get<ChangeTeam>(),
            lead,
            new ChangeTeamInput(id, version, programme.Worker().UserId!.Value, [], false)
        );

        Assert.True(flag.Done);
        Assert.All(
            new[] { move, close, team },
            outcome => Assert.Equal(CaseRefusals.NotOwn, outcome.Refusals.Single().Code)
        );
    }

    [Theory]
    [EveryDatabase(false, "social")]
    [EveryDatabase(true, "social identity")]
    public async Task Who_she_is_is_opened_only_where_she_agreed_to_that(
        DatabaseKind kind,
        bool opens,
        string categories
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var person = (await programme.CaseAsync(id)).PersonId;
        await programme.NameAsync(
            await ShareAsync(programme, id, categories.Split(' ')),
            CaseSteps.Outsider
        );
        var guest = At(programme, CaseSteps.Outsider);

        var read = await programme.RunAsync(programme.Get<ReadIdentity>(), guest, person);
        var found = await programme.DoneAsync(
            programme.Get<SearchPeople>(),
            guest,
            new PersonQuery { Names = "Marisol" }
        );
        var change = await programme.RunAsync(
            programme.Get<ChangeIdentity>(),
            guest,
            new ChangeIdentityInput(person, 1, new PersonIdentity { GivenNames = "Otra" })
        );

        Assert.Equal(opens, read.Done);
        Assert.Equal(opens ? 1 : 0, found.People.Count);
        Assert.Equal(PeopleRefusals.NotFound, change.Refusals.Single().Code);
    }

    [Theory]
    [EveryDatabase]
    [Trait("Rule", "R18")]
    public async Task Nothing_is_shared_before_the_impact_assessment(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var consent = await programme.ConsentAsync(ConsentSteps.Yes(id));
        var profile = await programme.ReadAsync(db => db.Profiles.SingleAsync());
        var settings = new ChangeSettingsInput(
            profile.Version,
            new ProfileAnswers(
                profile.Name,
                profile.Country,
                profile.Territory,
                profile.TerritoryName,
                profile.NumberPrefix
            ),
            profile.NeutralTitles,
            profile.MinimumCell
        );
        var change = programme.Get<ChangeSettings>();

        async Task<string> ChangesAsync(ChangeSettingsInput input)
        {
            var outcome = await programme.RunAsync(change, Actor.System, input);
            return outcome.Done ? "" : outcome.Refusals[0].Code;
        }

        var half = settings with { ImpactReference = "EIPD-1" };
        var tomorrow = settings with
        {
            ImpactAssessedOn = ConsentSteps.Today.AddDays(2),
            ImpactReference = "EIPD-1",
        };
        Assert.Equal(SettingsRefusals.ImpactIncomplete, await ChangesAsync(half));
        Assert.Equal(SettingsRefusals.ImpactInFuture, await ChangesAsync(tomorrow));
        Assert.Empty(await ChangesAsync(settings));
        var refused = await programme.RunAsync(
            programme.Get<ShareByConsent>(),
            programme.Worker(),
            new ShareByConsentInput(consent, 30)
        );
        Assert.Equal(ConsentRefusals.ImpactMissing, refused.Refusals.Single().Code);
        Assert.Empty(
            await ChangesAsync(
                settings with
                {
                    Version = profile.Version + 1,
                    ImpactAssessedOn = ConsentSteps.Today,
                    ImpactReference = "EIPD-1",
                }
            )
        );
        await ShareOnAsync(programme, consent);
    }

    [Theory]
    [EveryDatabase]
    public async Task An_agency_without_anybody_who_assigns_its_work_receives_nothing(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var consent = await programme.ConsentAsync(ConsentSteps.Yes(id));
        await programme.WriteAsync(act =>
            act.Db.Users.Where(user => user.Id == CaseSteps.OutsideLead.UserId)
                .ExecuteUpdateAsync(user => user.SetProperty(row => row.Closed, true))
        );

        var outcome = await programme.RunAsync(
            programme.Get<ShareByConsent>(),
            programme.Worker(),
            new ShareByConsentInput(consent, 30)
        );

        Assert.Equal(ConsentRefusals.NobodyReceives, outcome.Refusals.Single().Code);
    }

    private static async Task<Guid> ShareAsync(
        TestProgramme programme,
        Guid id,
        params string[] categories
    ) =>
        await ShareOnAsync(
            programme,
            await programme.ConsentAsync(ConsentSteps.Yes(id, categories))
        );

    private static Task<Guid> ShareOnAsync(TestProgramme programme, Guid consent) =>
        programme.DoneAsync(
            programme.Get<ShareByConsent>(),
            programme.Worker(),
            new ShareByConsentInput(consent, 30)
        );

    private static Actor At(TestProgramme programme, Actor actor) =>
        actor.AtMoment(programme.Clock.GetUtcNow());

    private static Task<bool> SeesAsync(TestProgramme programme, Actor actor, Guid id) =>
        programme.ReadAsync(db =>
            db.Cases.VisibleTo(At(programme, actor)).AnyAsync(file => file.Id == id)
        );

    /// <summary>In which compartments something is seen, with a flag in each.</summary>
    private static async Task<List<string>> ContentAsync(
        TestProgramme programme,
        Actor actor,
        Guid id
    )
    {
        await programme.WriteAsync(async act =>
        {
            if (!await act.Db.CaseFlags.AnyAsync())
            {
                act.Db.CaseFlags.AddRange(
                    Compartments.All.Select(each => new CaseFlag
                    {
                        Id = act.NewId(),
                        CaseId = id,
                        Compartment = each,
                        RaisedAt = act.Now,
                    })
                );
            }
        });
        return await programme.ReadAsync(db =>
            db.CaseFlags.VisibleTo(At(programme, actor), db)
                .Select(flag => flag.Compartment)
                .ToListAsync()
        );
    }
}
