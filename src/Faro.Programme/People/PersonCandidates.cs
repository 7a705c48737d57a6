// SPDX-License-Identifier: Apache-2.0
using System.Linq.Expressions;
using Faro.Programme.Vault;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.People;

/// <summary>
/// Who bears all that is asked, without weighing everybody who bears any of it: a common name is borne by tens of
/// thousands, both names of somebody by a few.
/// </summary>
internal static class PersonCandidates
{
    /// <summary>As far as bearers are counted: what more bear is common, and one common word is as good as another.</summary>
    private const int Common = 2000;

    /// <param name="db">Any.</param>
    /// <param name="people">Those who may be found.</param>
    /// <param name="tiers">What a candidate bears, all of it; the likeliest tier first.</param>
    /// <param name="enough">No further tier is asked for once so many are found.</param>
    /// <param name="cancellation">Ends the search.</param>
    public static async Task<List<Guid>> FindAsync(
        FaroDb db,
        IQueryable<Person> people,
        IEnumerable<IReadOnlyList<AskedTokens>> tiers,
        int enough,
        CancellationToken cancellation
    )
    {
        var found = new List<Guid>();
        var bearers = new Dictionary<AskedTokens, int>();
        foreach (var tier in tiers)
        {
            foreach (var asked in tier.Where(asked => !bearers.ContainsKey(asked)).ToList())
            {
                bearers[asked] = await db
                    .BlindTokens.Where(asked.Held())
                    .Take(Common)
                    .CountAsync(cancellation);
            }

            // The rarest leads: each of its bearers is looked up under the others.
            List<AskedTokens> order = [.. tier.OrderBy(asked => bearers[asked])];
            if (bearers[order[0]] > 0)
            {
                found.AddRange(
                    await Bearing(db, people, order).Take(enough).ToListAsync(cancellation)
                );
                found = [.. found.Distinct()];
            }

            if (found.Count >= enough)
            {
                break;
            }
        }

        return found;
    }

    private static IQueryable<Guid> Bearing(
        FaroDb db,
        IQueryable<Person> people,
        List<AskedTokens> order
    )
    {
        var owners = db.BlindTokens.Where(order[0].Held()).Select(token => token.OwnerId);
        if (order[0].Tokens.Length > 1)
        {
            owners = owners.Distinct();
        }

        foreach (var asked in order.Skip(1))
        {
            var held = db.BlindTokens.Where(asked.Held());
            owners = owners.Where(owner => held.Any(token => token.OwnerId == owner));
        }

        return owners.Where(owner => people.Any(person => person.Id == owner));
    }
}

/// <summary>Any of some tokens of one kind: whoever bears one of them agrees.</summary>
internal sealed record AskedTokens(string Kind, byte[][] Tokens)
{
    public bool Any => Tokens.Length > 0;

    public Expression<Func<BlindToken, bool>> Held()
    {
        var (kind, tokens) = (Kind, Tokens);
        if (tokens.Length > 1)
        {
            return token => token.Kind == kind && tokens.Contains(token.Token);
        }

        var only = tokens[0];
        return token => token.Kind == kind && token.Token == only;
    }
}
