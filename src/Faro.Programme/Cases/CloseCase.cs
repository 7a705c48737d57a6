// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Approvals;
using Faro.Programme.Casework.Tasks;

namespace Faro.Programme.Cases;

/// <summary>Closes a case with its reason. It stays readable, and can be opened again where it was.</summary>
public sealed class CloseCase(OperationDoor door) : Operation<CloseCaseInput, Done>(door)
{
    public const string ReasonList = "closure-reasons";

    /// <summary>The one reason after which another agency carries on (HTCDS ClosedReferred).</summary>
    public const string ReferredReason = "referred";

    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        CloseCaseInput input,
        CancellationToken cancellation
    )
    {
        var today = act.Today;
        var found = await act.OpenCaseAsync(input.CaseId, input.Version, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var file = found.Value;
        if (!CodeLists.Get(ReasonList).Accepts(input.Reason, today))
        {
            return new Refusal(CaseRefusals.ClosureReasonUnknown, nameof(input.Reason));
        }

        if (await ChildNotices.AreMissingAsync(act, file, input.Reason, cancellation))
        {
            return new Refusal(CaseRefusals.ChildNoticeMissing, nameof(input.Reason));
        }

        if (await act.SpendClosureAsync(file, input.Reason, cancellation) is { } notApproved)
        {
            return notApproved;
        }

        (file.ClosureReason, file.ClosedOn) = (input.Reason, today);
        act.Move(
            file,
            input.Reason == ReferredReason ? CaseStates.ClosedReferred : CaseStates.Closed
        );
        await act.SettleNextDueAsync(file, cancellation);
        act.Note("case", file.Id, ("reason", input.Reason));
        return default(Done);
    }
}

/// <param name="CaseId">Which.</param>
/// <param name="Version">The version that was on the screen.</param>
/// <param name="Reason">A code of the list <c>closure-reasons</c>.</param>
public sealed record CloseCaseInput(Guid CaseId, int Version, string Reason);
