// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Consent;
using Faro.Programme.Tests.Cases;
using Faro.Tests.Support;

namespace Faro.Programme.Tests.Consent;

/// <summary>What tests of consent begin with: a case, and a person who says yes.</summary>
internal static class ConsentSteps
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    /// <summary>The smallest thing that a browser would call a picture.</summary>
    public static readonly byte[] Signature =
    [
        0x89,
        0x50,
        0x4E,
        0x47,
        0x0D,
        0x0A,
        0x1A,
        0x0A,
        1,
        2,
        3,
    ];

    public static readonly string[] AllTold =
    [
        "purpose",
        "data-use",
        "research-use",
        "access",
        "retention",
        "withdrawal",
    ];

    public static Guid TextOf(string purpose, string language = "spa") =>
        ConsentTexts
            .Shipped.Single(text => text.Purpose == purpose && text.Language == language)
            .Id;

    /// <summary>A yes to share social and health data with the other agency, signed on the screen, until the end of the year.</summary>
    public static RecordConsentInput Yes(Guid caseId, params string[] categories) =>
        new(
            caseId,
            [
                new ConsentAnswer(
                    ConsentPurposes.Referral,
                    Yes: true,
                    categories.Length > 0
                        ? categories
                        : [DataCategories.Social, DataCategories.Health],
                    TextOf(ConsentPurposes.Referral),
                    CaseSteps.OtherAgency
                ),
            ],
            AllTold,
            ConsentManners.Drawn,
            ConsentCapacities.Adult,
            "",
            "spa",
            new ConsentPeople(Witness: "Testigo Inventado"),
            Today,
            new DateOnly(2026, 12, 31),
            Signature
        );

    public static RecordConsentInput Asking(
        this RecordConsentInput input,
        params ConsentAnswer[] answers
    ) => input with { Answers = answers };

    /// <summary>To the agency of the case, or to researchers.</summary>
    public static ConsentAnswer Answer(string purpose, bool yes, params string[] categories) =>
        new(purpose, yes, categories, TextOf(purpose));

    public static async Task<Guid> ConsentAsync(
        this TestProgramme programme,
        RecordConsentInput input
    )
    {
        var occasion = await programme.DoneAsync(
            programme.Get<RecordConsent>(),
            programme.Worker(),
            input
        );
        var lines = await programme.DoneAsync(
            programme.Get<ReadConsents>(),
            programme.Worker(),
            input.CaseId
        );
        return lines.First(line => line.Told?.OccasionId == occasion).Id;
    }

    /// <summary>Whoever assigns the work of the other agency names a colleague.</summary>
    public static Task NameAsync(this TestProgramme programme, Guid way, Actor colleague) =>
        programme.DoneAsync(
            programme.Get<NameColleagues>(),
            CaseSteps.OutsideLead.AtMoment(programme.Clock.GetUtcNow()),
            new NameColleaguesInput(way, [colleague.UserId!.Value])
        );

    public static async Task<bool> AllowsAsync(
        this TestProgramme programme,
        Guid caseId,
        string category,
        DateTimeOffset? at = null
    )
    {
        var file = await programme.CaseAsync(caseId);
        return await programme.ReadAsync(db =>
            ConsentLedger.AllowsAsync(
                db,
                file.PersonId,
                ConsentPurposes.Referral,
                ConsentRecipient.Agency(CaseSteps.OtherAgency),
                category,
                at ?? programme.Clock.GetUtcNow()
            )
        );
    }

    /// <summary>The first code that the same input is refused with.</summary>
    public static async Task<string> RefusedAsync(
        this TestProgramme programme,
        RecordConsentInput input
    )
    {
        var outcome = await programme.RunAsync(
            programme.Get<RecordConsent>(),
            programme.Worker(),
            input
        );
        return outcome.Done ? "" : outcome.Refusals[0].Code;
    }
}
