// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
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
        var wanted = query.Trim();
        if (wanted.Length < 2)
        {
            return [];
        }

        var hits = new List<SearchHit>();
        if (actor.May(Permissions.ViewPeople))
        {
            var number = wanted.ToUpperInvariant();
            hits.AddRange(
                await db
                    .People.VisibleTo(actor)
                    .Where(person => person.Number.Contains(number))
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
            // A network has hundreds of agencies at most; read here, accents and case are folded as people expect.
            var agencies = await db
                .Agencies.OrderBy(agency => agency.Name)
                .Select(agency => new
                {
                    agency.Id,
                    agency.Name,
                    agency.ShortName,
                })
                .ToListAsync(cancellation);
            hits.AddRange(
                agencies
                    .Where(agency => Says(agency.Name, wanted) || Says(agency.ShortName, wanted))
                    .Take(Most)
                    .Select(agency => new SearchHit(
                        "agency",
                        agency.Name,
                        $"/directorio/{agency.Id}"
                    ))
            );
        }

        return hits;
    }

    private static bool Says(string text, string wanted) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(
            text,
            wanted,
            CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace
        ) >= 0;
}
