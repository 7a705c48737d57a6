// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Cases;

/// <summary>Ends an access before its time: by whom it was given to, by the case's agency, by the data-protection officer.</summary>
public sealed class EndAccess(OperationDoor door) : Operation<Guid, Done>(door)
{
    public override Permission Permission => Permissions.ViewCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var seen = act.Db.Cases.VisibleTo(act.Actor);
        var grant = await act.Db.CaseGrants.FirstOrDefaultAsync(
            row =>
                row.Id == input
                && row.EndedAt == null
                && row.Until > act.Now
                && seen.Any(file => file.Id == row.CaseId),
            cancellation
        );
        if (grant is null)
        {
            return new Refusal(CaseRefusals.NotFound);
        }

        // With the way of an agency end those of the colleagues whom it named.
        List<CaseGrant> ended = grant.UserId is not null
            ? [grant]
            : await act
                .Db.CaseGrants.Where(row =>
                    row.CaseId == grant.CaseId
                    && row.AgencyId == grant.AgencyId
                    && row.ConsentId == grant.ConsentId
                    && row.EndedAt == null
                )
                .ToListAsync(cancellation);
        foreach (var way in ended)
        {
            way.EndedAt = act.Now;
            act.Note("case", way.CaseId, ("access", way.Id.ToString()));
        }

        return default(Done);
    }
}
