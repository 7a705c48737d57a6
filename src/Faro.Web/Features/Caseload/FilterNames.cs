// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Caseload.Lists;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.Caseload;

/// <summary>What the ids of a filter are called.</summary>
internal sealed record FilterNames(string Colleague, string Agency)
{
    public static async Task<FilterNames> ReadAsync(
        FaroDb db,
        CaseFilter filter,
        CancellationToken cancellation
    )
    {
        var user = Guid.TryParse(filter.Whose, out var id)
            ? await db
                .Users.Where(row => row.Id == id)
                .Select(row => row.DisplayName)
                .FirstOrDefaultAsync(cancellation)
            : null;
        var agency = filter.AgencyId is { } office
            ? await db
                .Agencies.Where(row => row.Id == office)
                .Select(row => row.ShortName)
                .FirstOrDefaultAsync(cancellation)
            : null;
        return new FilterNames(user ?? "", agency ?? "");
    }
}
