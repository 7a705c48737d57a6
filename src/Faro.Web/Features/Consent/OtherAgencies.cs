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
    ) =>
        [
            .. await db
                .Agencies.Where(agency => agency.Id != own && !agency.Closed)
                .OrderBy(agency => agency.Name)
                .Select(agency => new Choice(agency.Id.ToString(), agency.Name, null))
                .ToListAsync(cancellation),
        ];
}
