// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Web.FormParts;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.Consent;

/// <summary>The agencies with which something can be shared.</summary>
internal static class OtherAgencies
{
    public static async Task<Choice[]> ChoicesAsync(
        FaroDb db,
        Guid own,
        CancellationToken cancellation
    )
    {
        var agencies = await db
            .Agencies.Where(agency => agency.Id != own && !agency.Closed)
            .OrderBy(agency => agency.Name)
            .Select(agency => new { agency.Id, agency.Name })
            .ToListAsync(cancellation);
        // Ids become text here: each database would write them its own way, and they are compared.
        return [.. agencies.Select(agency => new Choice(agency.Id.ToString(), agency.Name))];
    }
}
