// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Consent;

/// <summary>
/// She changed her mind: from now on nothing rests on it. Whatever was opened on it is closed in the same act, also in a
/// case that is closed, since a right does not end with a file; and so is every other yes of hers to the same, in every
/// case and every record of hers (<see cref="ConsentTwins"/>).
/// </summary>
public sealed class WithdrawConsent(OperationDoor door) : Operation<WithdrawConsentInput, int>(door)
{
    public override Permission Permission => Permissions.WithdrawConsents;

    /// <returns>How many ways into the case it closed.</returns>
    protected internal override async Task<Outcome<int>> ActAsync(
        Act act,
        WithdrawConsentInput input,
        CancellationToken cancellation
    )
    {
        var entry = await act
            .Db.Consents.VisibleTo(act.Actor, act.Db)
            .FirstOrDefaultAsync(row => row.Id == input.ConsentId, cancellation);
        if (entry is null)
        {
            return new Refusal(ConsentRefusals.NotFound);
        }

        if (!entry.IsLivingAt(act.Now))
        {
            return new Refusal(ConsentRefusals.NotLiving);
        }

        var words = input.Words.Trim();
        if (words.Length > ConsentEntry.ReasonMaxLength)
        {
            return new Refusal(
                ConsentRefusals.ReasonTooLong,
                nameof(input.Words),
                ConsentEntry.ReasonMaxLength
            );
        }

        if (entry.Answer != ConsentAnswers.Given)
        {
            return await ConsentTwins.EndOneAsync(act, entry, words, cancellation);
        }

        var records = await ConsentTwins.RecordsAsync(act.Db, entry.PersonId, cancellation);
        return await ConsentTwins.EndAsync(
            act,
            records,
            entry.Purpose,
            new ConsentRecipient(entry.Recipient, entry.AgencyId, entry.Country),
            entry.Categories,
            words,
            cancellation
        );
    }

    internal static string Field(Guid consent) => $"consent-withdrawal:{consent}";
}

/// <param name="ConsentId">Which line.</param>
/// <param name="Words">What she said, if anything; sealed.</param>
public sealed record WithdrawConsentInput(Guid ConsentId, string Words = "")
{
    /// <summary>No words.</summary>
    public override string ToString() => $"••• {ConsentId}";
}
