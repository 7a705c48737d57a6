// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Casework.Plans;

/// <summary>Writes down that the plan was looked at together, and when the next time is.</summary>
public sealed class ReviewPlan(OperationDoor door) : Operation<ReviewPlanInput, Guid>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        ReviewPlanInput input,
        CancellationToken cancellation
    )
    {
        var pen = await act.PenAsync(input.CaseId, Compartments.Social, cancellation);
        if (!pen.Done)
        {
            return pen.Refusals.ToList();
        }

        var plan = await act.Db.SupportPlans.FirstOrDefaultAsync(
            row => row.CaseId == input.CaseId,
            cancellation
        );
        if (plan is null)
        {
            return new Refusal(CaseworkRefusals.PlanMissing);
        }

        if (plan.Version != input.Version)
        {
            return new Refusal(CaseworkRefusals.ChangedMeanwhile);
        }

        var checks = new CaseworkChecks(act.Today);
        var words = input.Words.Trim();
        checks.Text(words, SupportPlan.WordsMaxLength, nameof(input.Words), required: true);
        checks.NotInFuture(input.On, nameof(input.On));
        checks.Must(
            !(input.NextOn < checks.Today),
            CaseworkRefusals.DayInPast,
            nameof(input.NextOn)
        );
        if (checks.Failed)
        {
            return checks.Refusals;
        }

        var id = act.NewId();
        act.Db.PlanReviews.Add(
            new PlanReview
            {
                Id = id,
                CaseId = input.CaseId,
                Compartment = Compartments.Social,
                On = input.On ?? checks.Today,
                WordsBox = pen.Value.Seal(words, PlanReview.WordsField(id)),
                NextOn = input.NextOn,
                AuthorId = act.Actor.UserId,
                WrittenAt = act.Now,
            }
        );
        plan.ReviewOn = input.NextOn;
        plan.Version++;
        await act.SettleNextDueAsync(pen.Value.File, cancellation);
        act.NoteRow(input.CaseId, "plan-review", id);
        return id;
    }
}

/// <param name="CaseId">Whose.</param>
/// <param name="Version">The version of the plan that was on the screen.</param>
/// <param name="Words">What came of it; sealed.</param>
/// <param name="On">Null for today.</param>
/// <param name="NextOn">The next time; null when there is none.</param>
public sealed record ReviewPlanInput(
    Guid CaseId,
    int Version,
    string Words,
    DateOnly? On = null,
    DateOnly? NextOn = null
);
