// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Identification;

/// <summary>Takes back a place and time, or somebody who took part, that was recorded by mistake. It stays in the history.</summary>
public sealed class WithdrawRow(OperationDoor door) : Operation<WithdrawRowInput, Done>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        WithdrawRowInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.OpenFactsAsync(input.CaseId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var place = await act.Db.TraffickingEvents.FirstOrDefaultAsync(
            row => row.Id == input.RowId && row.CaseId == input.CaseId && row.WithdrawnAt == null,
            cancellation
        );
        var person = await act.Db.Perpetrators.FirstOrDefaultAsync(
            row => row.Id == input.RowId && row.CaseId == input.CaseId && row.WithdrawnAt == null,
            cancellation
        );
        if (place is null && person is null)
        {
            return new Refusal(IdentificationRefusals.RowNotFound);
        }

        if ((place?.Version ?? person!.Version) != input.Version)
        {
            return new Refusal(IdentificationRefusals.ChangedMeanwhile);
        }

        if (place is not null)
        {
            place.WithdrawnAt = act.Now;
        }

        if (person is not null)
        {
            person.WithdrawnAt = act.Now;
        }

        act.Note("case", input.CaseId, ("withdrawn", input.RowId.ToString()));
        return default(Done);
    }
}

/// <param name="CaseId">Which case.</param>
/// <param name="RowId">The event or the perpetrator.</param>
/// <param name="Version">As it was on the screen.</param>
public sealed record WithdrawRowInput(Guid CaseId, Guid RowId, int Version);
