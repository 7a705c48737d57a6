// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Casework.Assessments;

/// <summary>Takes back an assessment that was made by mistake. It is kept, and counts no more.</summary>
public sealed class VoidAssessment(OperationDoor door) : Operation<VoidAssessmentInput, Done>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        VoidAssessmentInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.RowAsync(
            act.Db.Assessments,
            input.AssessmentId,
            input.Version,
            cancellation
        );
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var (row, pen) = found.Value;
        if (row.VoidedAt is not null)
        {
            return new Refusal(CaseworkRefusals.ChangedMeanwhile);
        }

        row.VoidedAt = act.Now;
        row.VoidedById = act.Actor.UserId;
        row.Version++;
        await act.SettleAssessmentsAsync(pen.File, row.Instrument, cancellation);
        act.NoteRow(row.CaseId, "assessment", row.Id);
        return default(Done);
    }
}

/// <param name="AssessmentId">Which.</param>
/// <param name="Version">The version that was on the screen.</param>
public sealed record VoidAssessmentInput(Guid AssessmentId, int Version);
