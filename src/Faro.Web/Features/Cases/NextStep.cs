// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Cases;
using Faro.Programme.Casework.Assessments;
using Faro.Programme.Identification;
using Faro.Programme.Screening;
using Faro.Web.Features.Casework;
using Faro.Web.Features.Consent;
using Faro.Web.Features.Identification;
using Faro.Web.Features.Screening;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.Cases;

/// <summary>
/// What usually comes next in a case, as one link: the first stage of the path that has nothing yet. It is an offer; every
/// tab stays open, since rights do not wait for an order of steps.
/// </summary>
/// <param name="Word">The key of its words.</param>
/// <param name="Link">Where it is done.</param>
internal sealed record NextStep(string Word, string Link)
{
    /// <returns>Null when every stage has begun.</returns>
    public static async Task<NextStep?> FindAsync(
        FaroDb db,
        Actor actor,
        CaseReading file,
        CancellationToken cancellation
    )
    {
        var id = file.Id;
        var interviews = db.Interviews.Where(row => row.CaseId == id).VisibleTo(actor, db);
        var facts = db.TraffickingFacts.Where(row => row.CaseId == id).VisibleTo(actor, db);
        var decided = db.Determinations.Where(row => row.CaseId == id).VisibleTo(actor, db);
        var consents = db.Consents.Where(row => row.CaseId == id).VisibleTo(actor, db);
        var assessed = db.Assessments.Where(row => row.CaseId == id).VisibleTo(actor, db);
        var plans = db.SupportPlans.Where(row => row.CaseId == id).VisibleTo(actor, db);
        var goals = db.PlanGoals.Where(row => row.CaseId == id).VisibleTo(actor, db);
        var services = db.ServicesGiven.Where(row => row.CaseId == id).VisibleTo(actor, db);
        var so = await db
            .Cases.Where(row => row.Id == id)
            .Select(row => new
            {
                HasInterview = interviews.Any(),
                Unfinished = interviews
                    .Where(each => each.State != InterviewStates.Finished)
                    .Select(each => (Guid?)each.Id)
                    .FirstOrDefault(),
                HasFacts = facts.Any(),
                Proposed = decided
                    .Where(each => each.State == DeterminationStates.Proposed)
                    .Select(each => (Guid?)each.Id)
                    .FirstOrDefault(),
                IsDecided = decided.Any(each => each.State == DeterminationStates.InForce),
                HasConsent = consents.Any(),
                HasRisk = assessed.Any(each => each.Instrument == AssessmentForm.Risk),
                HasNeeds = assessed.Any(each => each.Instrument == AssessmentForm.Needs),
                HasPlan = plans.Any(),
                HasGoal = goals.Any(),
                HasService = services.Any(),
            })
            .FirstAsync(cancellation);
        // From what must come first to what may come last.
        (bool IsNext, string Word, string Link)[] stages =
        [
            (!so.HasInterview, "Interview", ScreeningLinks.New(id)),
            (so.Unfinished is not null, "GoOn", ScreeningLinks.Take(id, so.Unfinished ?? id)),
            (!so.HasFacts, "Facts", IdentificationLinks.Step(id, FactSteps.All[0].Code)),
            (so.Proposed is not null, "Settle", IdentificationLinks.One(id, so.Proposed ?? id)),
            (!so.IsDecided, "Decide", IdentificationLinks.Determination(id)),
            (!so.HasConsent, "Consent", ConsentLinks.Give(id)),
            (!so.HasRisk, "Risk", CaseworkLinks.Assess(id, AssessmentForm.Risk)),
            (!so.HasNeeds, "Needs", CaseworkLinks.Assess(id, AssessmentForm.Needs)),
            (!so.HasPlan, "Plan", CaseworkLinks.WritePlan(id)),
            (!so.HasGoal, "Goal", CaseworkLinks.NewGoal(id)),
            (CaseStates.CanBeAssisted(file.State), "Assist", $"{CasesLinks.Case(id)}#path"),
            (!so.HasService, "Service", CaseworkLinks.Services(id)),
        ];
        return stages
            .Where(stage => stage.IsNext)
            .Select(stage => new NextStep($"Next.{stage.Word}", stage.Link))
            .FirstOrDefault();
    }
}
