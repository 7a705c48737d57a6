// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Consent;
using Faro.Programme.People;
using Faro.Programme.Tests.Cases;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Consent;

/// <summary>What she takes back she takes back everywhere: two records of one person are one person.</summary>
public sealed class WithdrawalEverywhereTests
{
    [Theory]
    [EveryDatabase]
    public async Task Withdrawing_in_one_record_closes_what_rested_on_the_other(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var (first, second) = (await OpenAsync(programme), await OpenAsync(programme));
        await JoinAsync(programme, first.Person, second.Person);

        var closed = await programme.DoneAsync(
            programme.Get<WithdrawConsent>(),
            programme.Worker(),
            new WithdrawConsentInput(first.Consent, "Ya no")
        );

        Assert.Equal(2, closed);
        Assert.Equal(0, await LivingAsync(programme));
        Assert.False(await SeesAsync(programme, second.Case));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_no_in_one_record_ends_the_yes_of_the_other(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var (first, second) = (await OpenAsync(programme), await OpenAsync(programme));
        await JoinAsync(programme, first.Person, second.Person);
        var yes = ConsentSteps.Yes(second.Case);

        await programme.ConsentAsync(yes.Asking(yes.Answers[0] with { Yes = false }));

        Assert.Equal(0, await LivingAsync(programme));
        Assert.False(await SeesAsync(programme, first.Case));
    }

    [Theory]
    [EveryDatabase]
    public async Task Joining_lets_the_later_word_hold(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var (first, second) = (await OpenAsync(programme), await OpenAsync(programme));
        await programme.DoneAsync(
            programme.Get<WithdrawConsent>(),
            programme.Worker(),
            new WithdrawConsentInput(first.Consent)
        );
        Assert.True(await SeesAsync(programme, second.Case));

        await JoinAsync(programme, first.Person, second.Person);

        Assert.Equal(0, await LivingAsync(programme));
        Assert.False(await SeesAsync(programme, second.Case));
    }

    [Theory]
    [EveryDatabase]
    public async Task Another_purpose_recipient_or_category_is_not_touched(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var (first, second) = (
            await OpenAsync(programme),
            await OpenAsync(programme, DataCategories.Legal)
        );
        await JoinAsync(programme, first.Person, second.Person);

        await programme.DoneAsync(
            programme.Get<WithdrawConsent>(),
            programme.Worker(),
            new WithdrawConsentInput(first.Consent)
        );

        Assert.Equal(1, await LivingAsync(programme));
        Assert.True(await SeesAsync(programme, second.Case));
    }

    private static async Task<(Guid Case, Guid Person, Guid Consent)> OpenAsync(
        TestProgramme programme,
        params string[] categories
    )
    {
        var id = await programme.RegisterLeadAsync();
        var consent = await programme.ConsentAsync(ConsentSteps.Yes(id, categories));
        await programme.DoneAsync(
            programme.Get<ShareByConsent>(),
            programme.Worker(),
            new ShareByConsentInput(consent, 30)
        );
        return (id, (await programme.CaseAsync(id)).PersonId, consent);
    }

    private static async Task JoinAsync(TestProgramme programme, Guid kept, Guid other)
    {
        var versions = await programme.ReadAsync(db =>
            db.People.ToDictionaryAsync(person => person.Id, person => person.Version)
        );
        await programme.DoneAsync(
            programme.Get<JoinRecords>(),
            programme.Worker(),
            new JoinRecordsInput(kept, versions[kept], other, versions[other])
        );
    }

    private static Task<int> LivingAsync(TestProgramme programme) =>
        programme.ReadAsync(db => db.Consents.LivingAt(programme.Clock.GetUtcNow()).CountAsync());

    private static Task<bool> SeesAsync(TestProgramme programme, Guid id) =>
        programme.ReadAsync(db =>
            db.Cases.VisibleTo(CaseSteps.OutsideLead.AtMoment(programme.Clock.GetUtcNow()))
                .AnyAsync(file => file.Id == id)
        );
}
