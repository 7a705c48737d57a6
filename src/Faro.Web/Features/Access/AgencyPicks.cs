// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Web.FormParts;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.Access;

/// <summary>The agencies that an account may belong to.</summary>
internal static class AgencyPicks
{
    /// <param name="db">To read from.</param>
    /// <param name="current">Offered even when closed, so that a form does not lose it.</param>
    /// <param name="cancellation">The request's.</param>
    public static async Task<List<Choice>> ReadAsync(
        FaroDb db,
        Guid? current,
        CancellationToken cancellation
    )
    {
        var agencies = await db
            .Agencies.Where(agency => !agency.Closed || agency.Id == current)
            .OrderBy(agency => agency.Name)
            .Select(agency => new { agency.Id, agency.Name })
            .ToListAsync(cancellation);
        return [.. agencies.Select(agency => new Choice(agency.Id.ToString(), agency.Name))];
    }
}
