// SPDX-License-Identifier: Apache-2.0
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Consent;

/// <summary>
/// The one question that every sharing of a person's data asks first. No living consent and no exception of the law, no
/// sharing.
/// </summary>
public static class ConsentLedger
{
    /// <param name="db">Where to read.</param>
    /// <param name="personId">Whose data.</param>
    /// <param name="purpose">A code of the list <c>consent-purposes</c>.</param>
    /// <param name="recipient">To whom.</param>
    /// <param name="category">A code of the list <c>data-categories</c>.</param>
    /// <param name="at">At which moment; a withdrawal counts from its own.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<bool> AllowsAsync(
        FaroDb db,
        Guid personId,
        string purpose,
        ConsentRecipient recipient,
        string category,
        DateTimeOffset at,
        CancellationToken cancellation = default
    ) =>
        await FindAsync(db, personId, purpose, recipient, [category], at, cancellation) is not null;

    /// <summary>
    /// The line that allows all these categories at once, for whoever lets something rest on it (a way into a case): one of
    /// a yes before one of an exception, the one that lasts longest before others.
    /// </summary>
    /// <returns>Null when nothing allows it.</returns>
    public static async Task<ConsentEntry?> FindAsync(
        FaroDb db,
        Guid personId,
        string purpose,
        ConsentRecipient recipient,
        IReadOnlyCollection<string> categories,
        DateTimeOffset at,
        CancellationToken cancellation = default
    )
    {
        var (kind, agency, country) = recipient;
        // A person has a handful of lines: the categories are asked of them here.
        var living = await db
            .Consents.LivingAt(at)
            .Where(entry =>
                entry.PersonId == personId
                && entry.Purpose == purpose
                && entry.Recipient == kind
                && entry.AgencyId == agency
                && entry.Country == country
            )
            .ToListAsync(cancellation);
        return living
            .Where(entry => categories.Count > 0 && categories.All(entry.Categories.Contains))
            .OrderByDescending(entry => entry.Answer == ConsentAnswers.Given)
            .ThenByDescending(entry => entry.Until ?? DateTimeOffset.MaxValue)
            .FirstOrDefault();
    }

    /// <summary>As <see cref="FindAsync"/>, with the refusal that an operation gives.</summary>
    internal static async Task<Outcome<ConsentEntry>> RequireAsync(
        Act act,
        Guid personId,
        string purpose,
        ConsentRecipient recipient,
        IReadOnlyCollection<string> categories,
        CancellationToken cancellation
    )
    {
        var found = await FindAsync(
            act.Db,
            personId,
            purpose,
            recipient,
            categories,
            act.Now,
            cancellation
        );
        return found is null ? new Refusal(ConsentRefusals.Missing) : found;
    }

    /// <summary>Those that say yes, or that the law says, at a moment.</summary>
    public static IQueryable<ConsentEntry> LivingAt(
        this IQueryable<ConsentEntry> entries,
        DateTimeOffset at
    ) =>
        entries.Where(entry =>
            entry.Answer != ConsentAnswers.Refused
            && entry.Since <= at
            && (entry.Until == null || entry.Until > at)
            && (entry.WithdrawnAt == null || entry.WithdrawnAt > at)
        );
}
