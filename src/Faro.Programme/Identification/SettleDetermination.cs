// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Identification;

/// <summary>
/// A second person confirms a proposed determination, or does not. It is confirmed only on the facts on which it was
/// proposed.
/// </summary>
public sealed class SettleDetermination(OperationDoor door)
    : Operation<SettleDeterminationInput, Done>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        SettleDeterminationInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.PenAsync(input.CaseId, Compartments.Social, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        if (!act.Owns(found.Value.File))
        {
            return new Refusal(CaseRefusals.NotOwn);
        }

        var proposed = await act.Db.Determinations.FirstOrDefaultAsync(
            each => each.Id == input.DeterminationId && each.CaseId == input.CaseId,
            cancellation
        );
        if (proposed is not { State: DeterminationStates.Proposed })
        {
            return new Refusal(IdentificationRefusals.NotProposed);
        }

        if (input.Confirms && proposed.ProposedBy == act.Actor.UserId)
        {
            return new Refusal(IdentificationRefusals.SamePerson);
        }

        if (input.Confirms)
        {
            var now = await Snapshot.TakeAsync(act, input.CaseId, proposed.DecidedOn, cancellation);
            if (now.Hash != proposed.FindingsHash)
            {
                return new Refusal(IdentificationRefusals.FactsChanged);
            }

            await act.EnterIntoForceAsync(found.Value.File, proposed, cancellation);
        }
        else
        {
            (proposed.State, proposed.SettledAt) = (DeterminationStates.Declined, act.Now);
        }

        proposed.SettledBy = act.Actor.UserId;
        proposed.Version++;
        act.Note(
            "case",
            input.CaseId,
            ("determination", proposed.Id.ToString()),
            ("confirmed", input.Confirms ? "yes" : "no")
        );
        return default(Done);
    }
}

/// <param name="CaseId">Which case.</param>
/// <param name="DeterminationId">The proposed one.</param>
/// <param name="Confirms">False: it does not come into force. Whoever proposed it may take it back so.</param>
public sealed record SettleDeterminationInput(Guid CaseId, Guid DeterminationId, bool Confirms);
