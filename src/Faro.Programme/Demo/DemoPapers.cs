// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Consent;
using Faro.Programme.Documents;
using Faro.Programme.People;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Demo;

/// <summary>
/// What the people of the story agreed to, and some of their papers: on the cases of the account that is handed out, so
/// that every page of both areas has something to show.
/// </summary>
public sealed class DemoPapers(
    DatabaseEngine engine,
    TimeProvider clock,
    RecordConsent record,
    RecordException recordException,
    WithdrawConsent withdraw,
    ShareByConsent share,
    DocumentReception reception
)
{
    private const int Cases = 12;
    internal const string Spanish = "spa";
    internal static readonly string[] Told =
    [
        "purpose",
        "data-use",
        "research-use",
        "access",
        "retention",
        "withdrawal",
    ];

    internal async Task MakeAsync(
        DemoNetwork network,
        Guid partner,
        ulong seed,
        CancellationToken cancellation
    )
    {
        var worker = await network.ActorAsync(Role.Caseworker.Code, cancellation);
        foreach (var (index, file) in (await CasesAsync(worker, cancellation)).Index())
        {
            var dice = Dice.Of(seed, index);
            await ConsentAsync(worker, file, partner, index, dice, cancellation);
            await DocumentsAsync(worker, file, index, dice, cancellation);
        }
    }

    private async Task<List<PaperCase>> CasesAsync(Actor worker, CancellationToken cancellation)
    {
        await using var db = engine.OpenReader();
        return await (
            from file in db.Cases
            join person in db.People on file.PersonId equals person.Id
            where
                file.OwnerId == worker.UserId
                && file.AgencyId == worker.AgencyId
                && file.ClosedOn == null
            orderby file.Id descending
            select new PaperCase(file.Id, file.Number, person.AgeInDoubt, person.AgeBand)
        )
            .Take(Cases)
            .ToListAsync(cancellation);
    }

    private async Task ConsentAsync(
        Actor worker,
        PaperCase file,
        Guid partner,
        int index,
        Dice dice,
        CancellationToken cancellation
    )
    {
        await RecordAsync(
            worker,
            file,
            dice,
            index % 4 == 3,
            null,
            cancellation,
            Answer(ConsentPurposes.Interview),
            Answer(ConsentPurposes.DataUse),
            Answer(ConsentPurposes.Research, yes: index % 3 != 0)
        );
        var today = Today;
        if (index % 2 == 0)
        {
            var referral = Answer(ConsentPurposes.Referral) with
            {
                AgencyId = partner,
                Categories = [DataCategories.Identity, DataCategories.Social],
            };
            await RecordAsync(
                worker,
                file,
                dice,
                onPaper: false,
                today.AddDays(dice.Between(10, 120)),
                cancellation,
                referral
            );
            await UseAsync(worker, file, partner, index, cancellation);
        }

        if (index % 5 == 1)
        {
            await recordException
                .RunAsync(
                    worker,
                    new RecordExceptionInput(
                        file.Id,
                        "emergency",
                        ConsentPurposes.Referral,
                        [DataCategories.Health],
                        DemoNetwork.Words["exception"],
                        today.AddDays(15),
                        partner
                    ),
                    cancellation
                )
                .DoneAsync();
        }
    }

    /// <summary>What was agreed is used by some, and taken back by others.</summary>
    private async Task UseAsync(
        Actor worker,
        PaperCase file,
        Guid partner,
        int index,
        CancellationToken cancellation
    )
    {
        Guid consent;
        await using (var db = engine.OpenReader())
        {
            consent = await db
                .Consents.Where(entry => entry.CaseId == file.Id && entry.AgencyId == partner)
                .Select(entry => entry.Id)
                .SingleAsync(cancellation);
        }

        if (index % 4 == 0)
        {
            await share
                .RunAsync(worker, new ShareByConsentInput(consent, 60), cancellation)
                .DoneAsync();
        }

        if (index % 6 == 2)
        {
            await withdraw
                .RunAsync(
                    worker,
                    new WithdrawConsentInput(consent, DemoNetwork.Words["withdrawal"]),
                    cancellation
                )
                .DoneAsync();
        }
    }

    private Task<Guid> RecordAsync(
        Actor worker,
        PaperCase file,
        Dice dice,
        bool onPaper,
        DateOnly? expiresOn,
        CancellationToken cancellation,
        params IReadOnlyList<ConsentAnswer> answers
    ) =>
        record
            .RunAsync(
                worker,
                new RecordConsentInput(
                    file.Id,
                    answers,
                    Told,
                    onPaper ? ConsentManners.Paper : ConsentManners.Drawn,
                    file.IsMinor ? ConsentCapacities.Authority : ConsentCapacities.Adult,
                    file.IsMinor ? ConsentAssents.Yes : "",
                    Spanish,
                    new ConsentPeople(file.IsMinor ? DemoNetwork.Words["authority"] : ""),
                    Today,
                    expiresOn,
                    onPaper ? null : InventedPaper.Signature(dice)
                ),
                cancellation
            )
            .DoneAsync();

    private static ConsentAnswer Answer(string purpose, bool yes = true) =>
        new(
            purpose,
            yes,
            ConsentPurposes.Find(purpose)!.Categories,
            ConsentTexts
                .Shipped.Single(text => text.Purpose == purpose && text.Language == Spanish)
                .Id
        );

    private async Task DocumentsAsync(
        Actor worker,
        PaperCase file,
        int index,
        Dice dice,
        CancellationToken cancellation
    )
    {
        var expires = index % 3 == 0 ? Today.AddDays(dice.Between(-5, 25)) : Today.AddYears(2);
        var pdf = InventedPaper.Pdf([
            DemoNetwork.Words["paper"],
            file.Number,
            DemoNetwork.Words["note"],
        ]);
        await AddAsync(worker, file, "identity-document", expires, "a.pdf", pdf, cancellation);
        if (index % 4 == 3)
        {
            await AddAsync(
                worker,
                file,
                DocumentKinds.ConsentForm,
                null,
                "a.pdf",
                pdf,
                cancellation
            );
        }

        if (index % 2 == 1)
        {
            var (across, down) = (dice.Between(30, 90), dice.Between(30, 90));
            var picture = InventedPaper.Png(
                640,
                420,
                (x, y) =>
                    (byte)(
                        120 + 60 * Math.Sin(x / (double)across) + 60 * Math.Cos(y / (double)down)
                    )
            );
            await AddAsync(worker, file, "photograph", null, "a.png", picture, cancellation);
        }
    }

    private async Task AddAsync(
        Actor worker,
        PaperCase file,
        string kind,
        DateOnly? expires,
        string name,
        byte[] content,
        CancellationToken cancellation
    )
    {
        using var stream = new MemoryStream(content);
        await reception
            .ReceiveAsync(
                worker,
                new BeginUploadInput(
                    file.Id,
                    new DocumentFacts(kind, Compartments.Social, "", expires),
                    name,
                    content.Length
                ),
                stream,
                cancellation
            )
            .DoneAsync();
    }

    private DateOnly Today => clock.Today();

    /// <summary>What is asked of a case to give it papers.</summary>
    private sealed record PaperCase(Guid Id, string Number, bool AgeInDoubt, string AgeBand)
    {
        public bool IsMinor =>
            Person.PresumesMinor(AgeInDoubt, AgeBand) || AgeBands.IsMinor(AgeBand);
    }
}
