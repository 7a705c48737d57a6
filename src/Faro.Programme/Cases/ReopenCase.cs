// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Cases;

/// <summary>Opens a closed case again, in the state it was closed from.</summary>
public sealed class ReopenCase(OperationDoor door) : Operation<ReopenCaseInput, Done>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        ReopenCaseInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.CaseAsync(input.CaseId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var file = found.Value;
        if (!act.Owns(file))
        {
            return new Refusal(CaseRefusals.NotOwn);
        }

        if (file.Version != input.Version)
        {
            return new Refusal(CaseRefusals.ChangedMeanwhile);
        }

        if (!file.IsClosed)
        {
            return new Refusal(CaseRefusals.IsOpen);
        }

        var other = await act.Db.Cases.AnyAsync(
            row =>
                row.PersonId == file.PersonId
                && row.AgencyId == file.AgencyId
                && row.Id != file.Id
                && row.ClosedOn == null,
            cancellation
        );
        if (other)
        {
            return new Refusal(CaseRefusals.AlreadyOpen);
        }

        var closing = await act
            .Db.CaseSteps.Where(step => step.CaseId == file.Id)
            .OrderByDescending(step => step.Version)
            .FirstAsync(cancellation);
        (file.ClosureReason, file.ClosedOn) = ("", null);
        act.Move(file, closing.From);
        await act.SettleNextDueAsync(file, cancellation);
        act.Note("case", file.Id, ("to", closing.From));
        return default(Done);
    }
}

/// <param name="CaseId">Which.</param>
/// <param name="Version">The version that was on the screen.</param>
public sealed record ReopenCaseInput(Guid CaseId, int Version);
