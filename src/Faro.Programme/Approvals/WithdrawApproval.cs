// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Casework;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Approvals;

/// <summary>Whoever asked, or carries the case, takes a request back. It stays in the history.</summary>
public sealed class WithdrawApproval(OperationDoor door)
    : Operation<WithdrawApprovalInput, Done>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        WithdrawApprovalInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.RowAsync(
            act.Db.Approvals.Include(row => row.Steps),
            input.ApprovalId,
            input.Version,
            cancellation
        );
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var (approval, pen) = found.Value;
        var me = act.Actor.UserId;
        if (me != approval.AskedById && me != pen.File.OwnerId)
        {
            return new Refusal(ApprovalRefusals.NotTheAsker);
        }

        var to = ApprovalStates.After(approval.Place, approval.Steps.Count, ApprovalMove.Withdraw);
        if (to is null)
        {
            return new Refusal(ApprovalRefusals.NotWaiting);
        }

        approval.State = to.State;
        approval.Version++;
        await act.SettleNextDueAsync(pen.File, cancellation);
        act.NoteRow(approval.CaseId, "approval", approval.Id);
        return default(Done);
    }
}

/// <param name="ApprovalId">Which request.</param>
/// <param name="Version">The version that was on the screen.</param>
public sealed record WithdrawApprovalInput(Guid ApprovalId, int Version);
