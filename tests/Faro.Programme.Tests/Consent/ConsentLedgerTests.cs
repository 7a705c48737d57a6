// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Consent;
using Faro.Programme.Documents;
using Faro.Programme.Tests.Cases;
using Faro.Programme.Tests.People;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Consent;

public sealed class ConsentLedgerTests
{
    private static readonly Guid Nobody = new("00000000-0000-7000-8000-00000000dead");

    [Theory]
    [EveryDatabase]
    public async Task A_yes_allows_what_it_names_and_nothing_else(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        Assert.False(await programme.AllowsAsync(id, DataCategories.Social));

        await programme.ConsentAsync(ConsentSteps.Yes(id));

        var person = (await programme.CaseAsync(id)).PersonId;
        var now = programme.Clock.GetUtcNow();
        Task<bool> Asks(string purpose, ConsentRecipient to, string category, Guid? who = null) =>
            programme.ReadAsync(db =>
                ConsentLedger.AllowsAsync(db, who ?? person, purpose, to, category, now)
            );
        var other = ConsentRecipient.Agency(CaseSteps.OtherAgency);
        Assert.True(await Asks(ConsentPurposes.Referral, other, DataCategories.Social));
        Assert.True(await Asks(ConsentPurposes.Referral, other, DataCategories.Health));
        Assert.False(await Asks(ConsentPurposes.Referral, other, DataCategories.Legal));
        Assert.False(await Asks(ConsentPurposes.DataUse, other, DataCategories.Social));
        Assert.False(
            await Asks(
                ConsentPurposes.Referral,
                ConsentRecipient.Agency(Nobody),
                DataCategories.Social
            )
        );
        Assert.False(
            await Asks(ConsentPurposes.Referral, ConsentRecipient.OwnAgency, DataCategories.Social)
        );
        Assert.False(await Asks(ConsentPurposes.Referral, other, DataCategories.Social, Nobody));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_withdrawal_counts_at_once_and_the_history_stays(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var consent = await programme.ConsentAsync(ConsentSteps.Yes(id));
        var before = programme.Clock.GetUtcNow();
        programme.Clock.Advance(TimeSpan.FromMinutes(1));

        await programme.DoneAsync(
            programme.Get<WithdrawConsent>(),
            programme.Worker(),
            new WithdrawConsentInput(consent, "Ya no quiere que la otra casa sepa de ella.")
        );

        Assert.False(await programme.AllowsAsync(id, DataCategories.Social));
        Assert.True(await programme.AllowsAsync(id, DataCategories.Social, before));
        var line = (
            await programme.DoneAsync(programme.Get<ReadConsents>(), programme.Worker(), id)
        ).Single();
        Assert.Equal(ConsentAnswers.Given, line.Answer);
        Assert.False(line.Living);
        Assert.StartsWith("Ya no quiere", line.Withdrawal, StringComparison.Ordinal);
        var again = await programme.RunAsync(
            programme.Get<WithdrawConsent>(),
            programme.Worker(),
            new WithdrawConsentInput(consent)
        );
        Assert.Equal(ConsentRefusals.NotLiving, again.Refusals.Single().Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task The_last_day_counts_and_the_next_one_does_not(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();

        await programme.ConsentAsync(ConsentSteps.Yes(id));

        var end = new DateOnly(2026, 12, 31).EndOfDay(programme.Clock);
        Assert.True(
            await programme.AllowsAsync(id, DataCategories.Social, end - TimeSpan.FromSeconds(1))
        );
        Assert.False(await programme.AllowsAsync(id, DataCategories.Social, end));
        Assert.Equal(new DateOnly(2026, 12, 31), end.LastDay(programme.Clock));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_no_ends_the_yes_before_it(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var yes = ConsentSteps.Yes(id);
        await programme.ConsentAsync(yes);

        await programme.ConsentAsync(
            yes.Asking(yes.Answers[0] with { Yes = false }) with
            {
                Manner = ConsentManners.Oral,
                Signature = null,
                Items = [],
            }
        );

        Assert.False(await programme.AllowsAsync(id, DataCategories.Social));
        Assert.Equal(2, await programme.ReadAsync(db => db.Consents.CountAsync()));
    }

    [Theory]
    [EveryDatabase]
    [Trait("Rule", "R17")]
    public async Task Sensitive_data_need_a_written_yes(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var oral = ConsentSteps.Yes(id) with { Manner = ConsentManners.Oral, Signature = null };

        Assert.Equal(ConsentRefusals.MustBeWritten, await programme.RefusedAsync(oral));
        Assert.Equal(
            ConsentRefusals.SignatureMissing,
            await programme.RefusedAsync(oral with { Manner = ConsentManners.Drawn })
        );
        Assert.Equal(0, await programme.ReadAsync(db => db.Consents.CountAsync()));
        // Data that identify nobody may be allowed by word, before a witness (DP 16).
        var research = oral.Asking(
            ConsentSteps.Answer(ConsentPurposes.Research, true, DataCategories.NonIdentifying)
        );
        Assert.Equal(
            ConsentRefusals.WitnessMissing,
            await programme.RefusedAsync(research with { People = new ConsentPeople() })
        );
        Assert.Equal("", await programme.RefusedAsync(research));
    }

    [Fact]
    public async Task What_is_no_consent_is_refused_with_its_place()
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        var id = await programme.RegisterLeadAsync();
        var yes = ConsentSteps.Yes(id);
        var answer = yes.Answers[0];

        async Task Says(string code, RecordConsentInput input) =>
            Assert.Equal(code, await programme.RefusedAsync(input));
        await Says(ConsentRefusals.NothingAsked, yes.Asking());
        await Says(ConsentRefusals.PurposeUnknown, yes.Asking(answer with { Purpose = "gossip" }));
        await Says(ConsentRefusals.RecipientUnknown, yes.Asking(answer with { AgencyId = Nobody }));
        await Says(
            ConsentRefusals.OwnRecipient,
            yes.Asking(answer with { AgencyId = programme.AgencyId })
        );
        await Says(ConsentRefusals.CategoryMissing, yes.Asking(answer with { Categories = [] }));
        await Says(
            ConsentRefusals.CategoryUnknown,
            yes.Asking(answer with { Categories = [DataCategories.NonIdentifying] })
        );
        await Says(
            ConsentRefusals.TextMissing,
            yes.Asking(answer with { TextId = ConsentSteps.TextOf(ConsentPurposes.Interview) })
        );
        await Says(ConsentRefusals.AskedTwice, yes.Asking(answer, answer));
        await Says(ConsentRefusals.NotInformed, yes with { Items = ["purpose"] });
        await Says(ConsentRefusals.LanguageUnknown, yes with { Language = "xx" });
        await Says(ConsentRefusals.MannerUnknown, yes with { Manner = "nod" });
        await Says(ConsentRefusals.CapacityUnknown, yes with { Capacity = "boss" });
        await Says(
            ConsentRefusals.CapacityOfAdult,
            yes with
            {
                Capacity = ConsentCapacities.Guardian,
                People = new ConsentPeople(Guardian: "Alguien"),
                Assent = ConsentAssents.Yes,
            }
        );
        await Says(
            ConsentRefusals.GivenInFuture,
            yes with
            {
                GivenOn = ConsentSteps.Today.AddDays(1),
            }
        );
        await Says(ConsentRefusals.EndMissing, yes with { ExpiresOn = null });
        await Says(
            ConsentRefusals.EndTooEarly,
            yes with
            {
                ExpiresOn = ConsentSteps.Today.AddDays(-1),
            }
        );
        await Says(
            ConsentRefusals.EndTooLate,
            yes with
            {
                ExpiresOn = ConsentSteps.Today.AddYears(6),
            }
        );
        await Says(ConsentRefusals.SignatureUnreadable, yes with { Signature = [1, 2, 3] });
        await Says(
            ConsentRefusals.SheetUnknown,
            yes with
            {
                Manner = ConsentManners.Paper,
                DocumentId = Nobody,
            }
        );
        await Says(
            ConsentRefusals.NameTooLong,
            yes with
            {
                People = new ConsentPeople(Witness: new string('a', 121)),
            }
        );
        Assert.Equal(0, await programme.ReadAsync(db => db.ConsentOccasions.CountAsync()));
    }

    [Theory]
    [EveryDatabase]
    [Trait("Rule", "R3")]
    public async Task Whoever_may_be_a_child_is_heard_and_does_not_decide_alone(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        // Nothing is known of her age: she is presumed a minor (LG 3-X).
        var id = await programme.DoneAsync(
            programme.Get<RegisterLead>(),
            programme.Worker(),
            new RegisterLeadInput(PeopleSteps.Facts, null, "hotline")
        );
        var alone = ConsentSteps.Yes(id);
        var guarded = alone with
        {
            Capacity = ConsentCapacities.Authority,
            People = new ConsentPeople(Guardian: "Procuraduría", Tie: "representante"),
            Assent = ConsentAssents.Yes,
        };

        Assert.Equal(ConsentRefusals.CapacityOfChild, await programme.RefusedAsync(alone));
        Assert.Equal(
            ConsentRefusals.GuardianMissing,
            await programme.RefusedAsync(guarded with { People = new ConsentPeople() })
        );
        Assert.Equal(
            ConsentRefusals.AssentMissing,
            await programme.RefusedAsync(guarded with { Assent = "" })
        );
        Assert.Equal(
            ConsentRefusals.ChildSaidNo,
            await programme.RefusedAsync(guarded with { Assent = ConsentAssents.No })
        );
        Assert.Equal("", await programme.RefusedAsync(guarded));
    }

    [Theory]
    [EveryDatabase]
    public async Task An_exception_of_the_law_has_an_article_a_reason_and_an_end(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var input = new RecordExceptionInput(
            id,
            "emergency",
            ConsentPurposes.Referral,
            [DataCategories.Health],
            "Llegó inconsciente y el hospital pide su tipo de sangre.",
            ConsentSteps.Today.AddDays(2),
            CaseSteps.OtherAgency
        );
        var record = programme.Get<RecordException>();

        var unknown = await programme.RunAsync(
            record,
            programme.Worker(),
            input with
            {
                Exception = "because",
                Reason = "corto",
            }
        );
        await programme.DoneAsync(record, programme.Worker(), input);

        Assert.Equal(
            [ConsentRefusals.ExceptionUnknown, ConsentRefusals.ReasonTooShort],
            unknown.Refusals.Select(refusal => refusal.Code)
        );
        Assert.True(await programme.AllowsAsync(id, DataCategories.Health));
        Assert.False(await programme.AllowsAsync(id, DataCategories.Social));
        Assert.False(
            await programme.AllowsAsync(
                id,
                DataCategories.Health,
                programme.Clock.GetUtcNow().AddDays(3)
            )
        );
        Assert.NotEmpty(CodeLists.Get(RecordException.ExceptionList).Find("emergency")!.Article);
    }

    [Theory]
    [EveryDatabase]
    public async Task Names_and_signature_are_sealed_and_the_officer_sees_neither(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        await programme.ConsentAsync(ConsentSteps.Yes(id));
        var read = programme.Get<ReadConsents>();

        var own = (await programme.DoneAsync(read, programme.Worker(), id)).Single();
        var officer = (
            await programme.DoneAsync(read, programme.As(Role.DataProtection), id)
        ).Single();
        var image = await programme.DoneAsync(
            programme.Get<ReadSignature>(),
            programme.Worker(),
            own.Told!.OccasionId
        );
        var outside = await programme.RunAsync(
            programme.Get<ReadSignature>(),
            CaseSteps.Outsider,
            own.Told.OccasionId
        );

        Assert.Equal("Testigo Inventado", own.Told.People.Witness);
        Assert.Equal("", officer.Told!.People.Witness);
        Assert.Equal(ConsentSteps.Signature, image);
        Assert.Equal(ConsentRefusals.NotFound, outside.Refusals.Single().Code);
        var occasion = await programme.ReadAsync(db => db.ConsentOccasions.SingleAsync());
        Assert.DoesNotContain(
            "Testigo",
            Encoding.UTF8.GetString(occasion.PeopleBox!),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task The_officer_withdraws_also_when_the_case_is_closed(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var consent = await programme.ConsentAsync(ConsentSteps.Yes(id));
        var file = await programme.CaseAsync(id);
        await programme.DoneAsync(
            programme.Get<CloseCase>(),
            programme.Worker(),
            new CloseCaseInput(
                id,
                file.Version,
                CodeLists.Get(CloseCase.ReasonList).Entries[0].Code
            )
        );

        await programme.DoneAsync(
            programme.Get<WithdrawConsent>(),
            programme.As(Role.DataProtection),
            new WithdrawConsentInput(consent)
        );

        Assert.False(await programme.AllowsAsync(id, DataCategories.Social));
    }

    [Theory]
    [EveryDatabase]
    public async Task The_sheet_that_proves_a_consent_cannot_be_removed(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        await programme.ConsentAsync(
            ConsentSteps.Yes(id) with
            {
                Manner = ConsentManners.Paper,
                Signature = null,
            }
        );
        var occasion = await programme.ReadAsync(db => db.ConsentOccasions.SingleAsync());
        using var sheet = new MemoryStream(Documents.DocumentSteps.Pdf());
        var document = await programme
            .Get<DocumentReception>()
            .ReceiveAsync(
                programme.Worker(),
                Documents.DocumentSteps.Begin(id, sheet.Length, DocumentKinds.ConsentForm),
                sheet,
                TestContext.Current.CancellationToken
            );
        var attach = new AttachSheetInput(occasion.Id, document.Value);

        await programme.DoneAsync(programme.Get<AttachSheet>(), programme.Worker(), attach);
        var twice = await programme.RunAsync(
            programme.Get<AttachSheet>(),
            programme.Worker(),
            attach
        );
        var removed = await programme.RunAsync(
            programme.Get<RemoveDocument>(),
            programme.Worker(),
            new RemoveDocumentInput(document.Value, 2, "duplicate")
        );

        Assert.Equal(ConsentRefusals.SheetNotNeeded, twice.Refusals.Single().Code);
        Assert.Equal(DocumentRefusals.ProvesConsent, removed.Refusals.Single().Code);
    }
}
