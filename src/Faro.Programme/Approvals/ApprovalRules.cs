// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Approvals;

/// <summary>Which rule holds where.</summary>
public static class ApprovalRules
{
    /// <summary>Those that somebody sets or is bound by: the programme's and those of the own agency, or all.</summary>
    public static IQueryable<ApprovalRule> VisibleTo(
        this IQueryable<ApprovalRule> rules,
        Actor actor
    )
    {
        var agency = actor.AgencyId;
        return actor.IsSystem || actor.May(Permissions.ManageSettings)
            ? rules
            : rules.Where(rule => rule.AgencyId == null || rule.AgencyId == agency);
    }

    /// <summary>Whether somebody may set the rule of an agency, or of the programme (null).</summary>
    public static bool MaySet(this Actor actor, Guid? agencyId) =>
        actor.IsSystem
        || actor.May(Permissions.ManageSettings)
        || (agencyId is not null && agencyId == actor.AgencyId);

    /// <summary>The agency's own rule, or else the programme's.</summary>
    /// <returns>Null when nothing has to be approved.</returns>
    internal static async Task<ApprovalRule?> RuleOfAsync(
        this FaroDb db,
        Guid agencyId,
        string subject,
        CancellationToken cancellation
    ) =>
        await db
            .ApprovalRules.Include(rule => rule.Levels)
            .Where(rule =>
                rule.Subject == subject && (rule.AgencyId == null || rule.AgencyId == agencyId)
            )
            .OrderBy(rule => rule.AgencyId == null)
            .FirstOrDefaultAsync(cancellation);
}
