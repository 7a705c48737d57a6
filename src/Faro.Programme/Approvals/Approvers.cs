// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Approvals;

/// <summary>Who may say yes on which level, and what waits for whom.</summary>
public static class Approvers
{
    /// <summary>What waits for somebody: on their level, in a case that they see, and not their own work.</summary>
    public static IQueryable<Approval> WaitingFor(FaroDb db, Actor actor)
    {
        var roles = actor.Roles.Select(role => role.Code).ToList();
        if (actor.UserId is not { } user || !actor.May(Permissions.WorkCases))
        {
            return db.Approvals.Where(row => false);
        }

        var agency = actor.AgencyId;
        return db
            .Approvals.VisibleTo(actor, db)
            .Where(row =>
                row.State == ApprovalStates.Waiting
                && !row.BarredIds.Contains(user)
                && (roles.Contains(row.LevelRole) || row.LevelUserIds.Contains(user))
                && db.Cases.Any(file =>
                    file.Id == row.CaseId && file.AgencyId == agency && file.ClosedOn == null
                )
            );
    }

    internal static bool IsOf(Actor actor, Approval approval) =>
        actor.UserId is { } user
        && (
            approval.LevelUserIds.Contains(user)
            || actor.Roles.Any(role => role.Code == approval.LevelRole)
        );

    /// <summary>Whether every level can be answered by somebody else, none of them barred.</summary>
    internal static async Task<bool> ThereAreAsync(
        FaroDb db,
        Case file,
        IReadOnlyList<ApprovalLevel> levels,
        IReadOnlyCollection<Guid> barred,
        CancellationToken cancellation
    )
    {
        var members = await db
            .CaseMembers.Where(member => member.CaseId == file.Id)
            .Select(member => member.UserId)
            .ToListAsync(cancellation);
        var people = (
            await db
                .Users.Where(user => user.AgencyId == file.AgencyId && !user.Closed)
                .ToListAsync(cancellation)
        )
            .Where(user => !barred.Contains(user.Id) && Works(user))
            .Where(user =>
                !file.Restricted
                || user.RoleCodes.Contains(Role.Supervisor.Code, StringComparer.Ordinal)
                || user.Id == file.OwnerId
                || members.Contains(user.Id)
            )
            .ToList();
        return Each(
            [
                .. levels.Select(level =>
                    people
                        .Where(user =>
                            level.UserIds.Contains(user.Id)
                            || user.RoleCodes.Contains(level.Role, StringComparer.Ordinal)
                        )
                        .Select(user => user.Id)
                        .ToList()
                ),
            ],
            []
        );
    }

    /// <summary>One person for each level, nobody twice.</summary>
    private static bool Each(ReadOnlySpan<List<Guid>> levels, HashSet<Guid> taken)
    {
        if (levels.IsEmpty)
        {
            return true;
        }

        foreach (var person in levels[0])
        {
            if (taken.Add(person))
            {
                if (Each(levels[1..], taken))
                {
                    return true;
                }

                taken.Remove(person);
            }
        }

        return false;
    }

    private static bool Works(User user) =>
        user.Compartments.Contains(Compartments.Social, StringComparer.Ordinal)
        && user.RoleCodes.Exists(code =>
            Role.Find(code)?.Permissions.Contains(Permissions.WorkCases) == true
        );
}
