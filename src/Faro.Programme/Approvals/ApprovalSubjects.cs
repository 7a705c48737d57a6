// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Casework.Assessments;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Approvals;

/// <summary>What can be approved in a case: codes of the list <c>approval-subjects</c>, and which row each is today.</summary>
public static class ApprovalSubjects
{
    public const string RiskAssessment = "risk-assessment";
    public const string NeedsAssessment = "needs-assessment";
    public const string SafetyPlan = "safety-plan";
    public const string Plan = "plan";
    public const string Closure = "closure";

    /// <summary>The row as it stands, of what the reader sees.</summary>
    /// <returns>Null when nobody wrote one yet.</returns>
    internal static async Task<SubjectNow?> NowAsync(
        FaroDb db,
        Actor reader,
        Guid caseId,
        string subject,
        CancellationToken cancellation
    ) =>
        subject switch
        {
            RiskAssessment or NeedsAssessment => await db
                .Assessments.VisibleTo(reader, db)
                .Where(row =>
                    row.CaseId == caseId && row.IsLatest && row.Instrument == InstrumentOf(subject)
                )
                .Select(row => new SubjectNow(row.Id, row.Version, row.AuthorId))
                .FirstOrDefaultAsync(cancellation),
            SafetyPlan => await db
                .SafetyPlans.VisibleTo(reader, db)
                .Where(row => row.CaseId == caseId && row.IsLatest)
                .Select(row => new SubjectNow(row.Id, row.Version, row.AuthorId))
                .FirstOrDefaultAsync(cancellation),
            Plan => await PlanAsync(db, reader, caseId, cancellation),
            Closure => await db
                .Cases.VisibleTo(reader)
                .Where(file => file.Id == caseId)
                .Select(file => new SubjectNow(file.Id, file.Version, (Guid?)null))
                .FirstOrDefaultAsync(cancellation),
            _ => null,
        };

    /// <summary>The instrument of an assessment that is to be approved.</summary>
    internal static string InstrumentOf(string subject) =>
        subject == RiskAssessment ? AssessmentForm.Risk : AssessmentForm.Needs;

    /// <summary>
    /// A goal belongs to the plan: each change of one makes the plan's version one more, whatever part of the case it
    /// stands in, so that no version comes twice. What is in a goal of another part is not laid before anybody.
    /// </summary>
    private static async Task<SubjectNow?> PlanAsync(
        FaroDb db,
        Actor reader,
        Guid caseId,
        CancellationToken cancellation
    )
    {
        var plan = await db
            .SupportPlans.VisibleTo(reader, db)
            .Where(row => row.CaseId == caseId)
            .Select(row => new SubjectNow(row.Id, row.Version, row.WrittenById))
            .FirstOrDefaultAsync(cancellation);
        if (plan is null)
        {
            return null;
        }

        var goals = await db
            .PlanGoals.Where(goal => goal.CaseId == caseId)
            .Select(goal => new { goal.Version, goal.WrittenById })
            .ToListAsync(cancellation);
        return new SubjectNow(
            plan.RowId,
            plan.Version + goals.Sum(goal => goal.Version),
            [.. plan.AuthorIds, .. goals.Select(goal => goal.WrittenById).OfType<Guid>()]
        );
    }
}

/// <param name="RowId">The row.</param>
/// <param name="Version">Grows with every change.</param>
/// <param name="AuthorIds">Who wrote it.</param>
internal sealed record SubjectNow(Guid RowId, int Version, IReadOnlyList<Guid> AuthorIds)
{
    public SubjectNow(Guid rowId, int version, Guid? author)
        : this(rowId, version, author is { } known ? [known] : []) { }
}
