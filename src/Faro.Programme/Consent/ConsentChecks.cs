// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Documents;
using Faro.Programme.People;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Consent;

/// <summary>Whether what is to be written into the ledger is a consent at all.</summary>
internal static class ConsentChecks
{
    public const int SignatureMaxBytes = 200 * 1024;

    /// <summary>Told to everybody, whatever she is asked for; research only to whom is asked for it.</summary>
    private static readonly string[] AlwaysTold =
    [
        "purpose",
        "data-use",
        "access",
        "retention",
        "withdrawal",
    ];

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static async Task<List<Refusal>> OfAsync(
        Act act,
        Case file,
        RecordConsentInput input,
        CancellationToken cancellation
    )
    {
        var refusals = new List<Refusal>();
        if (input.Answers.Count == 0)
        {
            refusals.Add(new Refusal(ConsentRefusals.NothingAsked, nameof(input.Answers)));
        }

        foreach (var answer in input.Answers)
        {
            await AnswerAsync(act.Db, file.AgencyId, answer, refusals, cancellation);
        }

        if (
            input
                .Answers.Select(answer => (answer.Purpose, answer.AgencyId, answer.Country))
                .Distinct()
                .Count() < input.Answers.Count
        )
        {
            refusals.Add(new Refusal(ConsentRefusals.AskedTwice, nameof(input.Answers)));
        }

        if (!CodeLists.Get(ConsentText.LanguageList).Contains(input.Language))
        {
            refusals.Add(new Refusal(ConsentRefusals.LanguageUnknown, nameof(input.Language)));
        }

        Names(input.People, refusals);
        Dates(act, input, refusals);
        var person = await act.Db.People.SingleAsync(row => row.Id == file.PersonId, cancellation);
        WhoDecides(person, input, refusals);
        await MannerAsync(act.Db, file, input, refusals, cancellation);
        return refusals;
    }

    /// <summary>Purpose, recipient, kinds of data, text: shared with exceptions of the law, which show no text.</summary>
    public static async Task RecipientAsync(
        FaroDb db,
        Guid ownAgency,
        string purpose,
        ConsentRecipient recipient,
        IReadOnlyList<string> categories,
        List<Refusal> refusals,
        CancellationToken cancellation
    )
    {
        var rule = ConsentPurposes.Find(purpose);
        if (rule is null)
        {
            refusals.Add(new Refusal(ConsentRefusals.PurposeUnknown, "Purpose"));
            return;
        }

        var known = recipient.Kind switch
        {
            _ when recipient.Kind != rule.Recipient => false,
            ConsentRecipients.Agency => recipient.Country.Length == 0
                && await db.Agencies.AnyAsync(
                    agency => agency.Id == recipient.AgencyId && !agency.Closed,
                    cancellation
                ),
            ConsentRecipients.Consulate => recipient.AgencyId is null
                && CodeLists.Get(PersonFacts.CountryList).Contains(recipient.Country),
            _ => recipient is { AgencyId: null, Country.Length: 0 },
        };
        if (!known)
        {
            refusals.Add(new Refusal(ConsentRefusals.RecipientUnknown, "Recipient"));
        }

        if (recipient.AgencyId == ownAgency)
        {
            refusals.Add(new Refusal(ConsentRefusals.OwnRecipient, "Recipient"));
        }

        if (categories.Count == 0)
        {
            refusals.Add(new Refusal(ConsentRefusals.CategoryMissing, "Categories"));
        }

        if (categories.Except(rule.Categories, StringComparer.Ordinal).Any())
        {
            refusals.Add(new Refusal(ConsentRefusals.CategoryUnknown, "Categories"));
        }
    }

    public static void End(Act act, DateOnly? from, DateOnly? last, List<Refusal> refusals)
    {
        var today = DateOnly.FromDateTime(act.Clock.GetLocalNow().DateTime);
        if (last < today || last < from)
        {
            refusals.Add(new Refusal(ConsentRefusals.EndTooEarly, "ExpiresOn"));
        }

        if (last > today.AddYears(ConsentEntry.MostYears))
        {
            refusals.Add(
                new Refusal(ConsentRefusals.EndTooLate, "ExpiresOn", ConsentEntry.MostYears)
            );
        }
    }

    private static async Task AnswerAsync(
        FaroDb db,
        Guid ownAgency,
        ConsentAnswer answer,
        List<Refusal> refusals,
        CancellationToken cancellation
    )
    {
        await RecipientAsync(
            db,
            ownAgency,
            answer.Purpose,
            answer.ToRecipient(),
            answer.Categories,
            refusals,
            cancellation
        );
        var text = await ConsentTexts.FindAsync(db, answer.TextId, cancellation);
        if (text?.Purpose != answer.Purpose)
        {
            refusals.Add(new Refusal(ConsentRefusals.TextMissing, nameof(answer.TextId)));
        }
    }

    private static void Names(ConsentPeople people, List<Refusal> refusals)
    {
        foreach (
            var (field, name) in new[]
            {
                (nameof(people.Guardian), people.Guardian),
                (nameof(people.Tie), people.Tie),
                (nameof(people.Witness), people.Witness),
                (nameof(people.Interpreter), people.Interpreter),
            }.Where(each => each.Item2.Trim().Length > ConsentOccasion.NameMaxLength)
        )
        {
            refusals.Add(
                new Refusal(ConsentRefusals.NameTooLong, field, ConsentOccasion.NameMaxLength)
            );
        }
    }

    private static void Dates(Act act, RecordConsentInput input, List<Refusal> refusals)
    {
        var today = DateOnly.FromDateTime(act.Clock.GetLocalNow().DateTime);
        if (input.GivenOn > today)
        {
            refusals.Add(new Refusal(ConsentRefusals.GivenInFuture, nameof(input.GivenOn)));
        }

        var shares = input.Answers.Any(answer =>
            answer is { Yes: true, Purpose: ConsentPurposes.Referral or ConsentPurposes.Consulate }
        );
        if (shares && input.ExpiresOn is null)
        {
            refusals.Add(new Refusal(ConsentRefusals.EndMissing, nameof(input.ExpiresOn)));
        }

        End(act, input.GivenOn, input.ExpiresOn, refusals);
    }

    /// <summary>
    /// A minor, and whoever may be one (LG 3-X), is heard, and a guardian or the protection authority decides; nobody
    /// decides for an adult.
    /// </summary>
    private static void WhoDecides(Person person, RecordConsentInput input, List<Refusal> refusals)
    {
        var minor = person.IsPresumedMinor || AgeBands.IsMinor(person.AgeBand);
        var forChild = input.Capacity is ConsentCapacities.Guardian or ConsentCapacities.Authority;
        if (!CodeLists.Get(ConsentCapacities.List).Contains(input.Capacity))
        {
            refusals.Add(new Refusal(ConsentRefusals.CapacityUnknown, nameof(input.Capacity)));
            return;
        }

        if (minor != forChild)
        {
            refusals.Add(
                new Refusal(
                    minor ? ConsentRefusals.CapacityOfChild : ConsentRefusals.CapacityOfAdult,
                    nameof(input.Capacity)
                )
            );
        }

        if (!forChild)
        {
            return;
        }

        if (input.People.Guardian.Trim().Length == 0)
        {
            refusals.Add(
                new Refusal(ConsentRefusals.GuardianMissing, nameof(input.People.Guardian))
            );
        }

        if (!CodeLists.Get(ConsentAssents.List).Contains(input.Assent))
        {
            refusals.Add(new Refusal(ConsentRefusals.AssentMissing, nameof(input.Assent)));
        }

        if (input.Assent == ConsentAssents.No && input.Answers.Any(answer => answer.Yes))
        {
            refusals.Add(new Refusal(ConsentRefusals.ChildSaidNo, nameof(input.Assent)));
        }
    }

    /// <summary>
    /// A yes to sensitive data is written: signed on paper or on the screen (DP 15). By word it counts only for data that
    /// identify nobody; when the law lets data be used without a signature, that is an exception and recorded as one.
    /// </summary>
    private static async Task MannerAsync(
        FaroDb db,
        Case file,
        RecordConsentInput input,
        List<Refusal> refusals,
        CancellationToken cancellation
    )
    {
        var yes = input.Answers.Where(answer => answer.Yes).ToList();
        if (!CodeLists.Get(ConsentManners.List).Contains(input.Manner))
        {
            refusals.Add(new Refusal(ConsentRefusals.MannerUnknown, nameof(input.Manner)));
            return;
        }

        var told = yes.Any(answer => answer.Purpose == ConsentPurposes.Research)
            ? AlwaysTold.Append("research-use")
            : AlwaysTold;
        if (yes.Count > 0 && told.Except(input.Items, StringComparer.Ordinal).Any())
        {
            refusals.Add(new Refusal(ConsentRefusals.NotInformed, nameof(input.Items)));
        }

        if (input.Manner == ConsentManners.Oral)
        {
            if (yes.SelectMany(answer => answer.Categories).Any(DataCategories.IsSensitive))
            {
                refusals.Add(new Refusal(ConsentRefusals.MustBeWritten, nameof(input.Manner)));
            }

            if (yes.Count > 0 && input.People.Witness.Trim().Length == 0)
            {
                refusals.Add(
                    new Refusal(ConsentRefusals.WitnessMissing, nameof(input.People.Witness))
                );
            }
        }

        Signature(input, yes.Count > 0, refusals);
        if (
            input.DocumentId is { } sheet
            && !await db.Documents.AnyAsync(
                document =>
                    document.Id == sheet
                    && document.CaseId == file.Id
                    && document.Kind == DocumentKinds.ConsentForm
                    && document.RemovedAt == null,
                cancellation
            )
        )
        {
            refusals.Add(new Refusal(ConsentRefusals.SheetUnknown, nameof(input.DocumentId)));
        }
    }

    private static void Signature(RecordConsentInput input, bool needed, List<Refusal> refusals)
    {
        if (
            input.Manner == ConsentManners.Drawn
            && needed
            && input.Signature is not { Length: > 0 }
        )
        {
            refusals.Add(new Refusal(ConsentRefusals.SignatureMissing, nameof(input.Signature)));
        }

        if (
            input.Signature is { Length: > 0 } image
            && (image.Length > SignatureMaxBytes || !image.AsSpan().StartsWith(Png))
        )
        {
            refusals.Add(new Refusal(ConsentRefusals.SignatureUnreadable, nameof(input.Signature)));
        }
    }
}
