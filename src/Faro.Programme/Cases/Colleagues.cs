// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Cases;

/// <summary>The people of an agency around its cases.</summary>
internal static class Colleagues
{
    /// <summary>Whether all of them are of the agency and work on cases.</summary>
    public static async Task<bool> WorkCasesAsync(
        FaroDb db,
        Guid agencyId,
        IReadOnlyCollection<Guid> users,
        CancellationToken cancellation
    )
    {
        var roles = await RolesAsync(
            db.Users.Where(user => users.Contains(user.Id)),
            agencyId,
            cancellation
        );
        return roles.Count == users.Count
            && roles.TrueForAll(codes => May(codes, Permissions.WorkCases));
    }

    /// <summary>Whether somebody of the agency assigns its work, and so can receive a case for it.</summary>
    public static async Task<bool> AssignAsync(
        FaroDb db,
        Guid agencyId,
        CancellationToken cancellation
    ) =>
        (await RolesAsync(db.Users, agencyId, cancellation)).Exists(codes =>
            May(codes, Permissions.AssignCases)
        );

    private static Task<List<List<string>>> RolesAsync(
        IQueryable<User> users,
        Guid agencyId,
        CancellationToken cancellation
    ) =>
        users
            .Where(user => user.AgencyId == agencyId && !user.Closed)
            .Select(user => user.RoleCodes)
            .ToListAsync(cancellation);

    private static bool May(List<string> codes, Permission permission) =>
        codes.Exists(code => Role.Find(code)?.Permissions.Contains(permission) == true);

    /// <summary>What they are called, for rows that hold their ids.</summary>
    public static async Task<ColleagueNames> NamesAsync(
        FaroDb db,
        IEnumerable<Guid?> users,
        CancellationToken cancellation
    )
    {
        var ids = users.OfType<Guid>().Distinct().ToList();
        return new ColleagueNames(
            await db
                .Users.Where(user => ids.Contains(user.Id))
                .ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellation)
        );
    }
}

/// <summary>Names by id.</summary>
internal sealed class ColleagueNames(IReadOnlyDictionary<Guid, string> names)
{
    /// <summary>Empty for nobody, and for whom nobody knows.</summary>
    public string this[Guid? id] => id is { } known ? names.GetValueOrDefault(known, "") : "";
}
