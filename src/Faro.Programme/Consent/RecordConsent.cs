// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;

namespace Faro.Programme.Consent;

/// <summary>
/// Writes into the ledger what a person said, purpose by purpose, after she was told. A no ends every yes
/// that stood before it for the same purpose and recipient, in whatever case or record of hers.
/// </summary>
public sealed class RecordConsent(OperationDoor door) : Operation<RecordConsentInput, Guid>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        RecordConsentInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.PenAsync(input.CaseId, Compartments.Social, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var pen = found.Value;
        var file = pen.File;

        var refusals = await ConsentChecks.OfAsync(act, file, input, cancellation);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var occasion = Occasion(act, pen, input);
        act.Db.ConsentOccasions.Add(occasion);
        foreach (var answer in input.Answers)
        {
            await ConsentTexts.KeepAsync(act, answer.TextId, cancellation);
            if (!answer.Yes)
            {
                await ConsentTwins.EndAsync(
                    act,
                    await ConsentTwins.RecordsAsync(act.Db, file.PersonId, cancellation),
                    answer.Purpose,
                    answer.ToRecipient(),
                    null,
                    "",
                    cancellation
                );
            }

            act.Db.Consents.Add(Line(act, occasion, file, answer, input));
        }

        act.Note("case", file.Id, ("occasion", occasion.Id.ToString()));
        return occasion.Id;
    }

    private static ConsentEntry Line(
        Act act,
        ConsentOccasion occasion,
        Case file,
        ConsentAnswer answer,
        RecordConsentInput input
    )
    {
        var recipient = answer.ToRecipient();
        return new()
        {
            Id = act.NewId(),
            OccasionId = occasion.Id,
            CaseId = file.Id,
            PersonId = file.PersonId,
            Answer = answer.Yes ? ConsentAnswers.Given : ConsentAnswers.Refused,
            Purpose = answer.Purpose,
            Recipient = recipient.Kind,
            AgencyId = recipient.AgencyId,
            Country = recipient.Country,
            Categories = [.. answer.Categories.Distinct(StringComparer.Ordinal)],
            TextId = answer.TextId,
            Since = input.GivenOn.StartOfDay(act.Clock),
            Until = answer.Yes ? input.ExpiresOn?.EndOfDay(act.Clock) : null,
            RecordedBy = act.Actor.UserId,
            RecordedAt = act.Now,
        };
    }

    private static ConsentOccasion Occasion(Act act, CasePen pen, RecordConsentInput input)
    {
        var id = act.NewId();
        return new ConsentOccasion
        {
            Id = id,
            CaseId = pen.File.Id,
            PersonId = pen.File.PersonId,
            GivenOn = input.GivenOn,
            Manner = input.Manner,
            Capacity = input.Capacity,
            Assent = input.Assent,
            Language = input.Language,
            WithInterpreter = input.People.Tidied().Interpreter.Length > 0,
            Items = [.. input.Items.Distinct(StringComparer.Ordinal)],
            PeopleBox = input.People.Tidied().Seal(pen, id),
            SignatureBox = input.Signature is { Length: > 0 } image
                ? pen.SealBytes(image, ConsentOccasion.SignatureField(id))
                : null,
            DocumentId = input.DocumentId,
            RecordedBy = act.Actor.UserId,
            RecordedAt = act.Now,
        };
    }
}

/// <param name="CaseId">Whose case.</param>
/// <param name="Answers">At least one; a purpose and recipient once.</param>
/// <param name="Items">What was explained: codes of the list <c>consent-items</c>.</param>
/// <param name="Manner">One of <see cref="ConsentManners"/>.</param>
/// <param name="Capacity">One of <see cref="ConsentCapacities"/>.</param>
/// <param name="Assent">One of <see cref="ConsentAssents"/> for a child; empty for adults.</param>
/// <param name="Language">The language it was explained in: a code of the list <c>languages</c>.</param>
/// <param name="People">Names of those who were there.</param>
/// <param name="GivenOn">Local date; not in the future.</param>
/// <param name="ExpiresOn">The last day it counts; asked for when data are shared.</param>
/// <param name="Signature">PNG, when drawn on the screen.</param>
/// <param name="DocumentId">The signed sheet, when it is among the case's documents already.</param>
public sealed record RecordConsentInput(
    Guid CaseId,
    IReadOnlyList<ConsentAnswer> Answers,
    IReadOnlyList<string> Items,
    string Manner,
    string Capacity,
    string Assent,
    string Language,
    ConsentPeople People,
    DateOnly GivenOn,
    DateOnly? ExpiresOn = null,
    byte[]? Signature = null,
    Guid? DocumentId = null
)
{
    /// <summary>No answers.</summary>
    public override string ToString() => $"••• {CaseId}";
}

/// <param name="Purpose">A code of the list <c>consent-purposes</c>.</param>
/// <param name="Yes">Or no.</param>
/// <param name="Categories">Codes of the list <c>data-categories</c>.</param>
/// <param name="TextId">The text that was shown.</param>
/// <param name="AgencyId">When an agency receives the data.</param>
/// <param name="Country">Whose consulate receives the data.</param>
public sealed record ConsentAnswer(
    string Purpose,
    bool Yes,
    IReadOnlyList<string> Categories,
    Guid TextId,
    Guid? AgencyId = null,
    string Country = ""
)
{
    internal ConsentRecipient ToRecipient() =>
        new(ConsentPurposes.Find(Purpose)?.Recipient ?? "", AgencyId, Country);
}
