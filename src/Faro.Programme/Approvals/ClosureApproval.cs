// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Approvals;

/// <summary>Where a rule says so, a case is closed only with an approval, for the reason that was approved, and once.</summary>
internal static class ClosureApproval
{
    /// <returns>Why it may not be closed; null when it may, and the approval is used up.</returns>
    public static async Task<Refusal?> SpendClosureAsync(
        this Act act,
        Case file,
        string reason,
        CancellationToken cancellation
    )
    {
        var rule = await act.Db.RuleOfAsync(file.AgencyId, ApprovalSubjects.Closure, cancellation);
        if (rule is null)
        {
            return null;
        }

        // What was approved before a case was opened again is over.
        var reopenedAt = await act
            .Db.CaseSteps.Where(step =>
                step.CaseId == file.Id
                && (step.From == CaseStates.Closed || step.From == CaseStates.ClosedReferred)
            )
            .MaxAsync(step => (DateTimeOffset?)step.At, cancellation);
        var approvals = await act
            .Db.Approvals.Include(row => row.Steps)
            .Where(row =>
                row.CaseId == file.Id
                && row.Subject == ApprovalSubjects.Closure
                && row.State == ApprovalStates.Approved
                && row.Choice == reason
            )
            .ToListAsync(cancellation);
        var given = approvals.Find(row =>
            !(row.AskedAt < reopenedAt)
            && (!(rule.AsksAgain || row.AsksAgain) || row.SubjectVersion == file.Version)
        );
        if (given is null)
        {
            return new Refusal(ApprovalRefusals.ClosureNeeded, nameof(CloseCaseInput.Reason));
        }

        given.State = ApprovalStates.After(given.Place, given.Steps.Count, ApprovalMove.Use)!.State;
        given.Version++;
        return null;
    }
}
