// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Studies.Analyses;

/// <summary>Asking for an analysis: a line of the ledger and its job, in one transaction.</summary>
internal static class AnalysisOrders
{
    /// <summary>A new line of the ledger.</summary>
    /// <returns>The job's id.</returns>
    public static async Task<Guid> BeginAsync(
        Act act,
        Study study,
        AnalysisSettings settings,
        string why,
        CancellationToken cancellation
    )
    {
        var analysis = new StudyAnalysis
        {
            Id = act.NewId(),
            StudyId = study.Id,
            Number = study.Analyses.Select(each => each.Number).DefaultIfEmpty().Max() + 1,
            Settings = settings.ToJson(),
            Why = why,
            RequestedBy = act.Actor.UserId,
            RequestedAt = act.Now,
            State = AnalysisStates.Running,
        };
        study.Analyses.Add(analysis);
        act.Db.StudyAnalyses.Add(analysis);
        return await StartAsync(act, study, analysis, cancellation);
    }

    /// <summary>Its job, which takes over what an earlier one had done.</summary>
    /// <returns>The job's id.</returns>
    public static async Task<Guid> StartAsync(
        Act act,
        Study study,
        StudyAnalysis analysis,
        CancellationToken cancellation
    )
    {
        var earlier = analysis.JobId;
        analysis.State = AnalysisStates.Running;
        analysis.JobId = StudyJobs.Request(
            act,
            StudyJobs.AnalysisKind,
            study,
            new AnalysisOrder(study.Id, analysis.Id, earlier)
        );
        var step = study.Steps.Single(each => each.Code == StudySteps.Estimate);
        (step.State, step.Reason, step.ChangedAt, step.JobId) = (
            StepStates.Running,
            "",
            act.Now,
            analysis.JobId
        );
        act.Note("analysis", analysis.Id, ("study", $"{study.Id}"));
        await OwnStudy.KeepAsync(act, study, cancellation);
        return analysis.JobId.Value;
    }
}

/// <param name="StudyId">Whose.</param>
/// <param name="AnalysisId">Which.</param>
/// <param name="Earlier">A job of the same analysis that was stopped, or null.</param>
internal sealed record AnalysisOrder(Guid StudyId, Guid AnalysisId, Guid? Earlier);
