// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Consent;
using Faro.Programme.Documents;
using Faro.Programme.People;
using Faro.Programme.Tests.Cases;
using Faro.Programme.Tests.Documents;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Consent;

/// <summary>No consent, no sharing; and what was shared ends with it.</summary>
public sealed class SharingTests
{
    [Theory]
    [EveryDatabase]
    public async Task Withdrawing_closes_at_once_what_rested_on_it(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var (id, consent) = await ShareAsync(programme);
        Assert.True(await SeesAsync(programme, id));

        var closed = await programme.DoneAsync(
            programme.Get<WithdrawConsent>(),
            programme.Worker(),
            new WithdrawConsentInput(consent)
        );

        Assert.Equal(2, closed);
        Assert.False(await SeesAsync(programme, id));
        Assert.False(
            await programme.ReadAsync(db => db.CaseGrants.AnyAsync(grant => grant.EndedAt == null))
        );
        var read = await programme.RunAsync(programme.Get<ReadCase>(), Outsider(programme), id);
        Assert.Equal(CaseRefusals.NotFound, read.Refusals.Single().Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_way_in_dies_with_its_consent_though_nobody_ended_it(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var (id, consent) = await ShareAsync(programme);
        var document = await programme.AddAsync(programme.Worker(), DocumentSteps.Begin(id, 400));
        var open = new OpenDocumentInput(id, document, 1);
        var view = programme.Get<ViewDocument>();
        Assert.True((await programme.RunAsync(view, Outsider(programme), open)).Done);

        await programme.WriteAsync(act =>
            act.Db.Consents.Where(entry => entry.Id == consent)
                .ExecuteUpdateAsync(entry =>
                    entry.SetProperty(row => row.WithdrawnAt, act.Now.AddSeconds(-1))
                )
        );

        Assert.False(
            await programme.ReadAsync(db => db.CaseGrants.AnyAsync(grant => grant.EndedAt != null))
        );
        Assert.False(await SeesAsync(programme, id));
        Assert.False((await programme.RunAsync(view, Outsider(programme), open)).Done);
        var write = await programme.RunAsync(
            programme.Get<BeginUpload>(),
            Outsider(programme),
            DocumentSteps.Begin(id, 400)
        );
        Assert.Equal(CaseRefusals.NotFound, write.Refusals.Single().Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_way_in_opens_only_what_was_agreed_and_ends_with_it(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var (id, consent) = await ShareAsync(programme);

        var grant = await programme.ReadAsync(db =>
            db.CaseGrants.SingleAsync(row => row.UserId == null)
        );

        Assert.Equal([Compartments.Social, Compartments.Health], grant.Compartments);
        Assert.Equal(new DateOnly(2026, 12, 31).EndOfDay(programme.Clock), grant.Until);
        var line = (
            await programme.DoneAsync(programme.Get<ReadConsents>(), programme.Worker(), id)
        ).Single();
        Assert.Equal(consent, line.Id);
        Assert.Contains(grant.Id, line.Ways.Select(way => way.Id));
    }

    [Theory]
    [EveryDatabase]
    public async Task Nothing_is_shared_without_a_living_consent(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var share = programme.Get<ShareByConsent>();
        var yes = ConsentSteps.Yes(id);
        var identity = await programme.ConsentAsync(ConsentSteps.Yes(id, DataCategories.Identity));
        var opensNothing = await programme.RunAsync(
            share,
            programme.Worker(),
            new ShareByConsentInput(identity, 30)
        );
        var no = await programme.ConsentAsync(yes.Asking(yes.Answers[0] with { Yes = false }));

        async Task<string> SaysAsync(Actor actor, Guid consent, int days = 30) =>
            (await programme.RunAsync(share, actor, new ShareByConsentInput(consent, days)))
                .Refusals.Single()
                .Code;
        Assert.Equal(ConsentRefusals.OpensNothing, opensNothing.Refusals.Single().Code);
        Assert.Equal(ConsentRefusals.Missing, await SaysAsync(programme.Worker(), no));
        Assert.Equal(ConsentRefusals.NotFound, await SaysAsync(Outsider(programme), no));
        Assert.Equal(ConsentRefusals.DaysOutOfRange, await SaysAsync(programme.Worker(), no, 0));
        Assert.Equal(0, await programme.ReadAsync(db => db.CaseGrants.CountAsync()));
    }

    private static async Task<(Guid Case, Guid Consent)> ShareAsync(TestProgramme programme)
    {
        var id = await programme.RegisterLeadAsync();
        var consent = await programme.ConsentAsync(ConsentSteps.Yes(id));
        var way = await programme.DoneAsync(
            programme.Get<ShareByConsent>(),
            programme.Worker(),
            new ShareByConsentInput(consent, ShareByConsent.MostDays)
        );
        await programme.NameAsync(way, CaseSteps.Outsider);
        return (id, consent);
    }

    private static Actor Outsider(TestProgramme programme) =>
        CaseSteps.Outsider.AtMoment(programme.Clock.GetUtcNow());

    private static async Task<bool> SeesAsync(TestProgramme programme, Guid id)
    {
        var person = (await programme.CaseAsync(id)).PersonId;
        var actor = Outsider(programme);
        return await programme.ReadAsync(async db =>
        {
            var seesCase = await db.Cases.VisibleTo(actor).AnyAsync(file => file.Id == id);
            var seesPerson = await db.People.VisibleTo(actor).AnyAsync(row => row.Id == person);
            Assert.Equal(seesCase, seesPerson);
            return seesCase;
        });
    }
}
