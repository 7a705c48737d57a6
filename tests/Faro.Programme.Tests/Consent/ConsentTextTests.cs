// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Consent;
using Faro.Programme.Tests.Cases;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Consent;

public sealed class ConsentTextTests
{
    private const string Body =
        "Queremos hablar con usted para saber qué necesita. Usted decide, y puede cambiar de opinión cuando quiera.";

    [Fact]
    public void Every_purpose_has_its_words_in_both_languages()
    {
        foreach (var purpose in CodeLists.Get(ConsentPurposes.List).Entries)
        {
            Assert.NotNull(ConsentPurposes.Find(purpose.Code));
            foreach (var language in new[] { "spa", "eng" })
            {
                var text = ConsentTexts.Shipped.Single(each =>
                    each.Purpose == purpose.Code && each.Language == language
                );
                Assert.InRange(
                    text.Body.Length,
                    ConsentText.BodyMinLength,
                    ConsentText.BodyMaxLength
                );
                Assert.InRange(text.Title.Length, 5, ConsentText.TitleMaxLength);
            }
        }

        Assert.Equal(ConsentPurposes.All.Count * 2, ConsentTexts.Shipped.Count);
    }

    [Theory]
    [EveryDatabase]
    public async Task New_words_are_a_new_version_and_the_old_ones_stay_with_who_saw_them(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        await programme.ConsentAsync(ConsentSteps.Yes(id));
        var add = programme.Get<AddConsentText>();
        var administrator = programme.As(Role.Administrator);
        var words = new AddConsentTextInput("referral", "spa", "Compartir", Body);

        await programme.DoneAsync(add, administrator, words);
        var shown = (
            await programme.DoneAsync(programme.Get<ReadConsents>(), programme.Worker(), id)
        )
            .Single()
            .Text!;
        var current = await programme.ReadAsync(db =>
            ConsentTexts.CurrentAsync(db, TestContext.Current.CancellationToken)
        );

        Assert.Equal((1, "spa"), (shown.Version, shown.Language));
        Assert.Equal(
            2,
            current.Single(text => text is { Purpose: "referral", Language: "spa" }).Version
        );
        Assert.Equal(
            1,
            current.Single(text => text is { Purpose: "referral", Language: "eng" }).Version
        );
        Assert.Equal(2, await programme.ReadAsync(db => db.ConsentTexts.CountAsync()));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_version_takes_other_languages_and_each_once(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var add = programme.Get<AddConsentText>();
        var officer = programme.As(Role.DataProtection);
        var words = new AddConsentTextInput("interview", "quc", "Ch’awem", Body, Version: 1);

        await programme.DoneAsync(add, officer, words);
        var twice = await programme.RunAsync(add, officer, words);
        var shipped = await programme.RunAsync(add, officer, words with { Language = "spa" });
        var none = await programme.RunAsync(add, officer, words with { Version = 9 });
        var wrong = await programme.RunAsync(
            add,
            officer,
            new AddConsentTextInput("gossip", "xx", " ", "corto")
        );

        Assert.Equal(ConsentRefusals.TextThere, twice.Refusals.Single().Code);
        Assert.Equal(ConsentRefusals.TextThere, shipped.Refusals.Single().Code);
        Assert.Equal(ConsentRefusals.TextVersionUnknown, none.Refusals.Single().Code);
        Assert.Equal(
            [
                ConsentRefusals.PurposeUnknown,
                ConsentRefusals.LanguageUnknown,
                ConsentRefusals.TextTitleMissing,
                ConsentRefusals.TextTooShort,
            ],
            wrong.Refusals.Select(refusal => refusal.Code)
        );
    }
}
