// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
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
        refusals.Must(input.Answers.Count > 0, ConsentRefusals.NothingAsked, nameof(input.Answers));
        foreach (var answer in input.Answers)
        {
            await AnswerAsync(act.Db, file.AgencyId, answer, refusals, cancellation);
        }

        refusals.Must(
            input
                .Answers.DistinctBy(answer => (answer.Purpose, answer.AgencyId, answer.Country))
                .Count() == input.Answers.Count,
            ConsentRefusals.AskedTwice,
            nameof(input.Answers)
        );
        refusals.Must(
            CodeLists.Get(ConsentText.LanguageList).Contains(input.Language),
            ConsentRefusals.LanguageUnknown,
            nameof(input.Language)
        );
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
        refusals.Must(known, ConsentRefusals.RecipientUnknown, "Recipient");
        refusals.Must(recipient.AgencyId != ownAgency, ConsentRefusals.OwnRecipient, "Recipient");
        refusals.Must(categories.Count > 0, ConsentRefusals.CategoryMissing, "Categories");
        refusals.Must(
            !categories.Except(rule.Categories, StringComparer.Ordinal).Any(),
            ConsentRefusals.CategoryUnknown,
            "Categories"
        );
    }

    public static void End(Act act, DateOnly? from, DateOnly? last, List<Refusal> refusals)
    {
        var today = act.Today;
        refusals.Must(!(last < today || last < from), ConsentRefusals.EndTooEarly, "ExpiresOn");
        refusals.Must(
            !(last > today.AddYears(ConsentEntry.MostYears)),
            ConsentRefusals.EndTooLate,
            "ExpiresOn",
            ConsentEntry.MostYears
        );
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
        refusals.Must(
            text?.Purpose == answer.Purpose,
            ConsentRefusals.TextMissing,
            nameof(answer.TextId)
        );
    }

    private static void Names(ConsentPeople people, List<Refusal> refusals)
    {
        void Short(string name, string field) =>
            refusals.AtMost(
                name.Trim(),
                ConsentOccasion.NameMaxLength,
                ConsentRefusals.NameTooLong,
                field
            );

        Short(people.Guardian, nameof(people.Guardian));
        Short(people.Tie, nameof(people.Tie));
        Short(people.Witness, nameof(people.Witness));
        Short(people.Interpreter, nameof(people.Interpreter));
    }

    private static void Dates(Act act, RecordConsentInput input, List<Refusal> refusals)
    {
        var today = act.Today;
        refusals.Must(input.GivenOn <= today, ConsentRefusals.GivenInFuture, nameof(input.GivenOn));
        var shares = input.Answers.Any(answer =>
            answer is { Yes: true, Purpose: ConsentPurposes.Referral or ConsentPurposes.Consulate }
        );
        refusals.Must(
            !shares || input.ExpiresOn is not null,
            ConsentRefusals.EndMissing,
            nameof(input.ExpiresOn)
        );
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

        refusals.Must(
            minor == forChild,
            minor ? ConsentRefusals.CapacityOfChild : ConsentRefusals.CapacityOfAdult,
            nameof(input.Capacity)
        );
        if (!forChild)
        {
            return;
        }

        refusals.Must(
            input.People.Guardian.Trim().Length > 0,
            ConsentRefusals.GuardianMissing,
            nameof(input.People.Guardian)
        );
        refusals.Must(
            CodeLists.Get(ConsentAssents.List).Contains(input.Assent),
            ConsentRefusals.AssentMissing,
            nameof(input.Assent)
        );
        refusals.Must(
            input.Assent != ConsentAssents.No || !input.Answers.Any(answer => answer.Yes),
            ConsentRefusals.ChildSaidNo,
            nameof(input.Assent)
        );
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
        refusals.Must(
            yes.Count == 0 || !told.Except(input.Items, StringComparer.Ordinal).Any(),
            ConsentRefusals.NotInformed,
            nameof(input.Items)
        );
        if (input.Manner == ConsentManners.Oral)
        {
            refusals.Must(
                !yes.SelectMany(answer => answer.Categories).Any(DataCategories.IsSensitive),
                ConsentRefusals.MustBeWritten,
                nameof(input.Manner)
            );
            refusals.Must(
                yes.Count == 0 || input.People.Witness.Trim().Length > 0,
                ConsentRefusals.WitnessMissing,
                nameof(input.People.Witness)
            );
        }

        Signature(input, yes.Count > 0, refusals);
        refusals.Must(
            input.DocumentId is not { } sheet
                || await db
                    .Documents.SheetsOf(file.Id)
                    .AnyAsync(document => document.Id == sheet, cancellation),
            ConsentRefusals.SheetUnknown,
            nameof(input.DocumentId)
        );
    }

    private static void Signature(RecordConsentInput input, bool needed, List<Refusal> refusals)
    {
        refusals.Must(
            input.Manner != ConsentManners.Drawn || !needed || input.Signature is { Length: > 0 },
            ConsentRefusals.SignatureMissing,
            nameof(input.Signature)
        );
        if (
            input.Signature is { Length: > 0 } image
            && (image.Length > SignatureMaxBytes || !image.AsSpan().StartsWith(Png))
        )
        {
            refusals.Add(new Refusal(ConsentRefusals.SignatureUnreadable, nameof(input.Signature)));
        }
    }
}
