// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Identification;

/// <summary>What follows when a determination comes into force.</summary>
internal static class DeterminationForce
{
    /// <summary>Earlier ones wait for nothing any more; her status, the case's place on its path and what is due follow.</summary>
    public static async Task EnterIntoForceAsync(
        this Act act,
        Case file,
        Determination made,
        CancellationToken cancellation
    )
    {
        await foreach (
            var before in act
                .Db.Determinations.Where(each =>
                    each.CaseId == file.Id
                    && each.Id != made.Id
                    && each.State == DeterminationStates.InForce
                    && !each.IsFollowed
                )
                .AsAsyncEnumerable()
                .WithCancellation(cancellation)
        )
        {
            before.IsFollowed = true;
        }

        (made.State, made.SettledAt) = (DeterminationStates.InForce, act.Now);
        if (DeterminationOutcomes.CaseState(made.Outcome) is { } state)
        {
            var person = await act.Db.People.FindAsync([file.PersonId], cancellation);
            var status = CaseStates.TraffickingStatus(state)!;
            Move(act, file, state, person!.Status != status);
            person.Status = status;
            if (made.Forms.Count > 0)
            {
                person.ExploitationForms = [.. made.Forms];
            }

            person.Version++;
        }

        await act.SettleNextDueAsync(file, cancellation);
    }

    /// <summary>
    /// Along the path, where the decision says something new. A person who is cared for already is not taken back because
    /// what everybody assumed was written down.
    /// </summary>
    private static void Move(Act act, Case file, string state, bool isNews)
    {
        if (
            CaseStates.Allows(file.State, state, CaseMoveBy.Determination)
            && (isNews || file.State is CaseStates.Screening or CaseStates.PossibleVictim)
        )
        {
            act.Move(file, state);
        }
    }
}
