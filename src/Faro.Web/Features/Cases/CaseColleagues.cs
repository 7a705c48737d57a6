// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Web.FormParts;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.Cases;

/// <summary>Who of an agency works on cases, as a form offers them.</summary>
internal static class CaseColleagues
{
    public static async Task<IReadOnlyList<Choice>> ReadAsync(
        FaroDb db,
        Guid agencyId,
        CancellationToken cancellation
    )
    {
        var users = await db
            .Users.Where(user => user.AgencyId == agencyId && !user.Closed)
            .OrderBy(user => user.DisplayName)
            .Select(user => new
            {
                user.Id,
                user.DisplayName,
                user.RoleCodes,
            })
            .ToListAsync(cancellation);
        return
        [
            .. users
                .Where(user =>
                    user.RoleCodes.Exists(code =>
                        Role.Find(code)?.Permissions.Contains(Permissions.WorkCases) == true
                    )
                )
                .Select(user => new Choice(user.Id.ToString(), user.DisplayName)),
        ];
    }
}
