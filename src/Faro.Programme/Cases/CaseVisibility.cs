// SPDX-License-Identifier: Apache-2.0
using System.Linq.Expressions;
using Faro.Programme.Access;

namespace Faro.Programme.Cases;

/// <summary>
/// Which cases somebody sees, and what in them. The own agency's, unless restricted to their team; others by a living
/// grant. Content asks also for the compartment: the one a colleague works in, or the one a grant opens to them by name.
/// </summary>
public static class CaseVisibility
{
    public static IQueryable<Case> VisibleTo(this IQueryable<Case> cases, Actor actor)
    {
        if (!actor.May(Permissions.ViewCases))
        {
            return cases.Where(file => false);
        }

        if (SeesAll(actor))
        {
            return cases;
        }

        var own = OfOwnAgency(actor);
        return cases.Where(actor.MayHaveGrants ? own.Or(ByGrant(actor)) : own);
    }

    /// <summary>Whoever watches over all agencies sees that there are cases, whosever they are.</summary>
    internal static bool SeesAll(Actor actor) =>
        actor.IsSystem || actor.Roles.Contains(Role.DataProtection);

    /// <summary>The own agency's, unless restricted to a team that is not theirs.</summary>
    internal static Expression<Func<Case, bool>> OfOwnAgency(Actor actor)
    {
        var (agency, user) = (actor.AgencyId, actor.UserId);
        var leads = actor.Roles.Contains(Role.Supervisor);
        return file =>
            file.AgencyId == agency
            && (
                !file.Restricted
                || leads
                || file.OwnerId == user
                || file.Members.Any(member => member.UserId == user)
            );
    }

    /// <summary>Those that a living grant opens.</summary>
    internal static Expression<Func<Case, bool>> ByGrant(Actor actor)
    {
        var living = LivingGrant.Of(actor);
        return file => file.Grants.AsQueryable().Any(living);
    }

    /// <summary>Rows of case files. The data-protection officer sees that there are files, never what is in them.</summary>
    public static IQueryable<T> VisibleTo<T>(this IQueryable<T> rows, Actor actor, FaroDb db)
        where T : class, ICaseContent
    {
        if (actor.IsSystem)
        {
            return rows;
        }

        if (!actor.May(Permissions.ViewCaseContent))
        {
            return rows.Where(row => false);
        }

        var agency = actor.AgencyId;
        var works = actor.Compartments;
        var seen = db.Cases.VisibleTo(actor);
        if (!actor.MayHaveGrants)
        {
            return rows.Where(row =>
                works.Contains(row.Compartment)
                && seen.Any(file => file.Id == row.CaseId && file.AgencyId == agency)
            );
        }

        var ways = db.CaseGrants.Where(LivingGrant.Of(actor));
        return rows.Where(row =>
            (
                works.Contains(row.Compartment)
                && seen.Any(file => file.Id == row.CaseId && file.AgencyId == agency)
            )
            || ways.Any(grant =>
                grant.CaseId == row.CaseId
                && grant.Compartments.Contains(row.Compartment)
                && (grant.UserId != null || works.Contains(row.Compartment))
            )
        );
    }
}
