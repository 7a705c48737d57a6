// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Vault;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Consent;

/// <summary>
/// What she takes back she takes back everywhere: in every case of hers, with whatever agency, and in every record that is
/// one person with hers. A yes, on the other hand, counts only where it was said.
/// </summary>
internal static class ConsentTwins
{
    /// <summary>Every record that is one person with this one, itself among them.</summary>
    public static async Task<List<Guid>> RecordsAsync(
        FaroDb db,
        Guid personId,
        CancellationToken cancellation
    )
    {
        var kept =
            await db
                .People.Where(person => person.Id == personId)
                .Select(person => person.JoinedToId)
                .FirstOrDefaultAsync(cancellation)
            ?? personId;
        return await db
            .People.Where(person => person.Id == kept || person.JoinedToId == kept)
            .Select(person => person.Id)
            .ToListAsync(cancellation);
    }

    /// <summary>Ends every living yes to the same purpose and recipient that names one of these categories.</summary>
    /// <param name="act">The act it is part of.</param>
    /// <param name="records">Of one person.</param>
    /// <param name="purpose">A code of the list <c>consent-purposes</c>.</param>
    /// <param name="recipient">To whom.</param>
    /// <param name="categories">Null for all of them.</param>
    /// <param name="words">What she said, if anything; sealed under the key of each record.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>How many ways into a case it closed.</returns>
    public static async Task<int> EndAsync(
        Act act,
        IReadOnlyCollection<Guid> records,
        string purpose,
        ConsentRecipient recipient,
        IReadOnlyCollection<string>? categories,
        string words,
        CancellationToken cancellation
    )
    {
        var (kind, agency, country) = recipient;
        var living = await act
            .Db.Consents.LivingAt(act.Now)
            .Where(entry =>
                records.Contains(entry.PersonId)
                && entry.Answer == ConsentAnswers.Given
                && entry.Purpose == purpose
                && entry.Recipient == kind
                && entry.AgencyId == agency
                && entry.Country == country
            )
            .ToListAsync(cancellation);
        var closed = 0;
        foreach (
            var entry in living.Where(each =>
                categories is null || each.Categories.Exists(categories.Contains)
            )
        )
        {
            closed += await EndOneAsync(act, entry, words, cancellation);
        }

        return closed;
    }

    /// <summary>
    /// Two records turn out to be one person: the later word holds. A yes that was said before the other record's no or
    /// withdrawal ends with it.
    /// </summary>
    public static async Task SettleAsync(Act act, Guid personId, CancellationToken cancellation)
    {
        var records = await RecordsAsync(act.Db, personId, cancellation);
        var all = await act
            .Db.Consents.Where(entry => records.Contains(entry.PersonId))
            .ToListAsync(cancellation);
        var taken = all.Where(entry =>
                entry.Answer == ConsentAnswers.Refused || entry.WithdrawnAt is not null
            )
            .ToArray();
        var overtaken = all.Where(entry =>
            entry.Answer == ConsentAnswers.Given
            && entry.IsLivingAt(act.Now)
            && Array.Exists(taken, later => Overtakes(later, entry))
        );
        foreach (var entry in overtaken)
        {
            await EndOneAsync(act, entry, "", cancellation);
        }
    }

    private static bool Overtakes(ConsentEntry later, ConsentEntry given) =>
        later.PersonId != given.PersonId
        && (later.Purpose, later.Recipient, later.AgencyId, later.Country)
            == (given.Purpose, given.Recipient, given.AgencyId, given.Country)
        && (later.WithdrawnAt ?? later.RecordedAt) >= given.RecordedAt
        && (
            later.Answer == ConsentAnswers.Refused
            || later.Categories.Exists(given.Categories.Contains)
        );

    /// <summary>Withdraws it and ends what rests on it. Visibility asks the ledger anyway: this says so in the records.</summary>
    public static async Task<int> EndOneAsync(
        Act act,
        ConsentEntry entry,
        string words,
        CancellationToken cancellation
    )
    {
        var key = await act.Db.SealedKeys.FindAsync([entry.PersonId], cancellation);
        entry.Withdraw(
            act.Now,
            act.Actor.UserId,
            key is null || words.Length == 0
                ? null
                : SealedWords.Seal(act.Vault, key, words, WithdrawConsent.Field(entry.Id))
        );
        act.Note("case", entry.CaseId, ("consent", entry.Id.ToString()));
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
