// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Cases;

/// <summary>
/// Whoever assigns the work of an agency to which a case was opened names the colleagues who need to know. Each sees what
/// was opened as far as they work in it, as long as the way to their agency lasts.
/// </summary>
public sealed class NameColleagues(OperationDoor door) : Operation<NameColleaguesInput, Done>(door)
{
    public override Permission Permission => Permissions.AssignCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        NameColleaguesInput input,
        CancellationToken cancellation
    )
    {
        var way = await act
            .Db.CaseGrants.Where(LivingGrant.Of(act.Actor, act.Now))
            .FirstOrDefaultAsync(
                grant => grant.Id == input.WayId && grant.UserId == null,
                cancellation
            );
        if (way?.AgencyId is not { } agency)
        {
            return new Refusal(CaseRefusals.NotFound);
        }

        var users = input.Users.ToHashSet();
        if (
            users.Count == 0
            || !await Colleagues.WorkCasesAsync(act.Db, agency, users, cancellation)
        )
        {
            return new Refusal(CaseRefusals.ColleagueUnknown, nameof(input.Users));
        }

        var named = await act
            .Db.CaseGrants.Where(grant =>
                grant.CaseId == way.CaseId
                && grant.ConsentId == way.ConsentId
                && grant.UserId != null
                && grant.EndedAt == null
            )
            .Select(grant => grant.UserId)
            .ToListAsync(cancellation);
        var colleagues = await act
            .Db.Users.Where(user => users.Contains(user.Id))
            .Select(user => new { user.Id, user.Compartments })
            .ToListAsync(cancellation);
        foreach (var colleague in colleagues.Where(each => !named.Contains(each.Id)))
        {
            var opened = way
                .Compartments.Intersect(colleague.Compartments, StringComparer.Ordinal)
                .ToList();
            if (opened.Count == 0)
            {
                return new Refusal(CaseRefusals.ColleagueWorksElsewhere, nameof(input.Users));
            }

            var grant = Way(act, way, colleague.Id, opened);
            act.Db.CaseGrants.Add(grant);
            act.Note("case", way.CaseId, ("access", grant.Id.ToString()));
        }

        return default(Done);
    }

    /// <summary>The agency's own way, for one colleague and what they work in.</summary>
    private static CaseGrant Way(Act act, CaseGrant way, Guid user, List<string> opened) =>
        new()
        {
            Id = act.NewId(),
            CaseId = way.CaseId,
            UserId = user,
            AgencyId = way.AgencyId,
            Kind = way.Kind,
            Compartments = opened,
            ConsentId = way.ConsentId,
            Since = act.Now,
            Until = way.Until,
        };
}

/// <param name="WayId">The way into the case that was opened to the agency.</param>
/// <param name="Users">Colleagues of that agency who work on cases. Whoever was named already stays so.</param>
public sealed record NameColleaguesInput(Guid WayId, IReadOnlyList<Guid> Users);
