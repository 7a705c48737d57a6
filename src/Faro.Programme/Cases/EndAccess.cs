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

        grant.EndedAt = act.Now;
        act.Note("case", grant.CaseId, ("access", grant.Id.ToString()));
        return default(Done);
    }
}
