// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Casework.Assessments;

/// <summary>Writes the safety plan anew; what held before is kept.</summary>
public sealed class WriteSafetyPlan(OperationDoor door)
    : Operation<WriteSafetyPlanInput, Done>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        WriteSafetyPlanInput input,
        CancellationToken cancellation
    )
    {
        var pen = await act.PenAsync(input.CaseId, Compartments.Social, cancellation);
        if (!pen.Done)
        {
            return pen.Refusals.ToList();
        }

        var words = input.Words.Tidied();
        var checks = new CaseworkChecks(act.Today);
        checks.Text(words.Dangers, SafetyPlan.TextMaxLength, nameof(words.Dangers));
        checks.Text(words.Signs, SafetyPlan.TextMaxLength, nameof(words.Signs));
        checks.Text(words.Steps, SafetyPlan.TextMaxLength, nameof(words.Steps), required: true);
        checks.Text(words.Helpers, SafetyPlan.TextMaxLength, nameof(words.Helpers));
        checks.Text(words.Place, SafetyPlan.TextMaxLength, nameof(words.Place));
        checks.Must(
            !(input.ReviewOn < checks.Today),
            CaseworkRefusals.DayInPast,
            nameof(input.ReviewOn)
        );
        if (checks.Failed)
        {
            return checks.Refusals;
        }

        var before = await act.Db.SafetyPlans.FirstOrDefaultAsync(
            plan => plan.CaseId == input.CaseId && plan.IsLatest,
            cancellation
        );
        if ((before?.Version ?? 0) != input.Version)
        {
            return new Refusal(CaseworkRefusals.ChangedMeanwhile);
        }

        if (before is not null)
        {
            before.IsLatest = false;
        }

        var id = act.NewId();
        act.Db.SafetyPlans.Add(
            new SafetyPlan
            {
                Id = id,
                CaseId = input.CaseId,
                Compartment = Compartments.Social,
                Version = input.Version + 1,
                Box = pen.Value.Seal(words, SafetyPlan.Field(id)),
                ReviewOn = input.ReviewOn,
                AuthorId = act.Actor.UserId,
                WrittenAt = act.Now,
                IsLatest = true,
            }
        );
        await act.SettleNextDueAsync(pen.Value.File, cancellation);
        act.NoteRow(input.CaseId, "safety-plan", id);
        return default(Done);
    }
}

/// <param name="CaseId">Whose.</param>
/// <param name="Version">The version that was on the screen; 0 when there was none.</param>
/// <param name="Words">As she put it; sealed.</param>
/// <param name="ReviewOn">When to look at it again.</param>
public sealed record WriteSafetyPlanInput(
    Guid CaseId,
    int Version,
    SafetyWords Words,
    DateOnly? ReviewOn = null
);
