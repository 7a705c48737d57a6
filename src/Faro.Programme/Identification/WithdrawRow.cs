// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;

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
        var found = await act.PenAsync(input.CaseId, Compartments.Social, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        IFactRow? row = await act.StandingAsync<TraffickingEvent>(
            input.CaseId,
            input.RowId,
            cancellation
        );
        row ??= await act.StandingAsync<Perpetrator>(input.CaseId, input.RowId, cancellation);
        if (row is null)
        {
            return new Refusal(IdentificationRefusals.RowNotFound);
        }

        if (row.Version != input.Version)
        {
            return new Refusal(IdentificationRefusals.ChangedMeanwhile);
        }

        row.WithdrawnAt = act.Now;
        act.Note("case", input.CaseId, ("withdrawn", input.RowId.ToString()));
        return default(Done);
    }
}

/// <param name="CaseId">Which case.</param>
/// <param name="RowId">The event or the perpetrator.</param>
/// <param name="Version">As it was on the screen.</param>
public sealed record WithdrawRowInput(Guid CaseId, Guid RowId, int Version);
