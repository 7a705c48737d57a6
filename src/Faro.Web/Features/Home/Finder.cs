// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.People;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.Home;

/// <summary>
/// The search of the bar: what is written in clear and visible to the asker. Names of people are sealed and are found on
/// the People page alone, by an operation that the audit records.
/// </summary>
internal sealed class Finder(FaroDb db)
{
    private const int Most = 20;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(
        Actor actor,
        string query,
        CancellationToken cancellation
    )
    {
        var wanted = query.Trim().ToLowerInvariant();
        if (wanted.Length < 2)
        {
            return [];
        }

        var hits = new List<SearchHit>();
        if (actor.May(Permissions.ViewPeople))
        {
            hits.AddRange(
                await db
                    .People.VisibleTo(actor)
                    .Where(person => person.Number.ToLower().Contains(wanted))
                    .OrderBy(person => person.Number)
                    .Take(Most)
                    .Select(person => new SearchHit(
                        "person",
                        person.Number,
                        $"/personas/{person.Id}"
                    ))
                    .ToListAsync(cancellation)
            );
        }

        if (actor.May(Permissions.ViewAgencies))
        {
            hits.AddRange(
                await db
                    .Agencies.Where(agency =>
                        agency.Name.ToLower().Contains(wanted)
                        || agency.ShortName.ToLower().Contains(wanted)
                    )
                    .OrderBy(agency => agency.Name)
                    .Take(Most)
                    .Select(agency => new SearchHit(
                        "agency",
                        agency.Name,
                        $"/directorio/{agency.Id}"
                    ))
                    .ToListAsync(cancellation)
            );
        }

        return hits;
    }
}
