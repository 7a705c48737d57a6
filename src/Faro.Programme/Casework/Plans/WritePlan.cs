// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Casework.Plans;

/// <summary>Begins the plan of a case, or writes its head anew: her own words, her agreement, who stands for it.</summary>
public sealed class WritePlan(OperationDoor door) : Operation<WritePlanInput, Done>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        WritePlanInput input,
        CancellationToken cancellation
    )
    {
        var pen = await act.PenAsync(input.CaseId, Compartments.Social, cancellation);
        if (!pen.Done)
        {
            return pen.Refusals.ToList();
        }

        var file = pen.Value.File;
        var checks = new CaseworkChecks(act.Today);
        await input.CheckAsync(act, file.AgencyId, checks, cancellation);
        if (checks.Failed)
        {
            return checks.Refusals;
        }

        var plan = await act.Db.SupportPlans.FirstOrDefaultAsync(
            row => row.CaseId == input.CaseId,
            cancellation
        );
        if ((plan?.Version ?? 0) != input.Version)
        {
            return new Refusal(CaseworkRefusals.ChangedMeanwhile);
        }

        if (plan is null)
        {
            plan = new SupportPlan
            {
                Id = act.NewId(),
                CaseId = input.CaseId,
                Compartment = Compartments.Social,
                StartedOn = checks.Today,
                Agreement = input.Agreement,
                Version = 0,
            };
            act.Db.SupportPlans.Add(plan);
        }

        plan.OwnWordsBox = pen.Value.Seal(
            input.OwnWords.Trim(),
            SupportPlan.OwnWordsField(plan.Id)
        );
        plan.Agreement = input.Agreement;
        plan.AgreedOn =
            input.Agreement == SupportPlan.NotAgreed ? null : input.AgreedOn ?? checks.Today;
        plan.ResponsibleId = input.ResponsibleId;
        plan.ReviewOn = input.ReviewOn;
        plan.WrittenById = act.Actor.UserId;
        plan.Version++;
        await act.SettleNextDueAsync(file, cancellation);
        act.Note("case", file.Id, ("plan", plan.Id.ToString()), ("agreement", plan.Agreement));
        return default(Done);
    }
}

/// <param name="CaseId">Whose.</param>
/// <param name="Version">The version that was on the screen; 0 when there was none.</param>
/// <param name="OwnWords">What she wants, as she said it; sealed.</param>
/// <param name="Agreement">A code of the list <c>plan-agreements</c>.</param>
/// <param name="AgreedOn">Null for today once she agreed.</param>
/// <param name="ResponsibleId">Null for whoever carries the case.</param>
/// <param name="ReviewOn">When it is looked at together.</param>
public sealed record WritePlanInput(
    Guid CaseId,
    int Version,
    string OwnWords,
    string Agreement,
    DateOnly? AgreedOn = null,
    Guid? ResponsibleId = null,
    DateOnly? ReviewOn = null
)
{
    internal Task CheckAsync(
        Act act,
        Guid agencyId,
        CaseworkChecks checks,
        CancellationToken cancellation
    )
    {
        checks.Text(OwnWords.Trim(), SupportPlan.WordsMaxLength, nameof(OwnWords));
        checks.Code(SupportPlan.AgreementList, Agreement, nameof(Agreement));
        checks.NotInFuture(AgreedOn, nameof(AgreedOn));
        checks.Must(!(ReviewOn < checks.Today), CaseworkRefusals.DayInPast, nameof(ReviewOn));
        return checks.ColleagueAsync(
            act.Db,
            agencyId,
            ResponsibleId,
            nameof(ResponsibleId),
            cancellation
        );
    }
}
