// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Vault;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Consent;

/// <summary>
/// She changed her mind: from now on nothing rests on it. Whatever was opened on it is closed in the same act, also in a
/// case that is closed, since a right does not end with a file.
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

        var key = await act.Db.SealedKeys.FindAsync([entry.PersonId], cancellation);
        var box =
            key is null || words.Length == 0
                ? null
                : SealedWords.Seal(act.Vault, key, words, Field(entry.Id));
        var ended = await EndAsync(act, entry, box, cancellation);
        act.Note("case", entry.CaseId, ("consent", entry.Id.ToString()));
        return ended;
    }

    internal static string Field(Guid consent) => $"consent-withdrawal:{consent}";

    /// <summary>Withdraws it and ends what rests on it. Visibility asks the ledger anyway: this says so in the records.</summary>
    internal static async Task<int> EndAsync(
        Act act,
        ConsentEntry entry,
        byte[]? words,
        CancellationToken cancellation
    )
    {
        entry.Withdraw(act.Now, act.Actor.UserId, words);
        var open = await act
            .Db.CaseGrants.Where(grant =>
                grant.ConsentId == entry.Id && grant.EndedAt == null && grant.Until > act.Now
            )
            .ToListAsync(cancellation);
        foreach (var grant in open)
        {
            grant.EndedAt = act.Now;
            act.Note("case", grant.CaseId, ("access", grant.Id.ToString()));
        }

        return open.Count;
    }
}

/// <param name="ConsentId">Which line.</param>
/// <param name="Words">What she said, if anything; sealed.</param>
public sealed record WithdrawConsentInput(Guid ConsentId, string Words = "")
{
    /// <summary>No words.</summary>
    public override string ToString() => $"••• {ConsentId}";
}
