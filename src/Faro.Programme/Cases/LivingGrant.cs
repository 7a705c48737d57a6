// SPDX-License-Identifier: Apache-2.0
using System.Linq.Expressions;
using Faro.Programme.Access;

namespace Faro.Programme.Cases;

/// <summary>Which ways into a case from outside are open to somebody: the one place that judges it.</summary>
public static class LivingGrant
{
    /// <summary>Whether there may be one for somebody: what is neither ended nor over, whatever became of its consent.</summary>
    internal static IQueryable<CaseGrant> PossibleAt(FaroDb db, DateTimeOffset at) =>
        db.CaseGrants.Where(grant => grant.EndedAt == null && grant.Until > at);

    /// <summary>
    /// Given to them by name; or to their agency, when they assign its work: she said yes to an agency, which is not
    /// everybody in it, so whoever assigns names the colleagues who need to know (<see cref="NameColleagues"/>). Neither
    /// ended nor over, and the consent it rests on, when it rests on one, still lives: it dies with the consent, whoever
    /// forgets to end it.
    /// </summary>
    public static Expression<Func<CaseGrant, bool>> Of(Actor actor) => Of(actor, actor.At);

    /// <inheritdoc cref="Of(Actor)"/>
    internal static Expression<Func<CaseGrant, bool>> Of(Actor actor, DateTimeOffset at)
    {
        var (user, agency) = (actor.UserId, actor.AgencyId);
        var assigns = actor.May(Permissions.AssignCases);
        return grant =>
            (
                (grant.UserId == user && (grant.AgencyId == null || grant.AgencyId == agency))
                || (assigns && grant.UserId == null && grant.AgencyId == agency)
            )
            && grant.EndedAt == null
            && grant.Until > at
            && (
                grant.Consent == null
                || (
                    grant.Consent.WithdrawnAt == null
                    && (grant.Consent.Until == null || grant.Consent.Until > at)
                )
            );
    }
}
