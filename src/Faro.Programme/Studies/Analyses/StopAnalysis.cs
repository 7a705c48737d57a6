// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Jobs;

namespace Faro.Programme.Studies.Analyses;

/// <summary>Stops an analysis. The methods that are done stay, with their figures.</summary>
public sealed class StopAnalysis(OperationDoor door) : Operation<AnalysisInput, Done>(door)
{
    public override Permission Permission => Permissions.ManageStudies;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        AnalysisInput input,
        CancellationToken cancellation
    )
    {
        var found = await OwnStudy.OpenAsync(act, input.StudyId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var analysis = found.Value.Analyses.Find(each => each.Id == input.AnalysisId);
        if (analysis is not { State: AnalysisStates.Running, JobId: { } job })
        {
            return new Refusal(
                analysis is null ? AnalysisRefusals.NotFound : AnalysisRefusals.NotRunning
            );
        }

        act.Note("analysis", analysis.Id, ("study", $"{input.StudyId}"));
        return await JobEnding.CancelAsync(act, job, cancellation);
    }
}
