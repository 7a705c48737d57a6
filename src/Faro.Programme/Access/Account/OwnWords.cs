// SPDX-License-Identifier: Apache-2.0
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Access.Account;

/// <summary>The words around a person that an acquaintance would try first as a password.</summary>
internal static class OwnWords
{
    public static async Task<IReadOnlyList<string>> OfAsync(
        FaroDb db,
        User user,
        CancellationToken cancellation
    ) =>
        [
            user.UserName ?? "",
            user.DisplayName,
            .. await OfAgencyAsync(db, user.AgencyId, cancellation),
        ];

    /// <summary>Names of the agency and of the programme.</summary>
    public static async Task<IReadOnlyList<string>> OfAgencyAsync(
        FaroDb db,
        Guid? agencyId,
        CancellationToken cancellation
    )
    {
        var agency = await db
            .Agencies.Where(candidate => candidate.Id == agencyId)
            .Select(candidate => new { candidate.Name, candidate.ShortName })
            .FirstOrDefaultAsync(cancellation);
        var programme = await db
            .Profiles.Select(profile => new { profile.Name, profile.TerritoryName })
            .FirstOrDefaultAsync(cancellation);
        string?[] words =
        [
            agency?.Name,
            agency?.ShortName,
            programme?.Name,
            programme?.TerritoryName,
        ];
        return [.. words.OfType<string>()];
    }
}
