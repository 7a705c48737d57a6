// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Studies.Analyses;

/// <summary>Goes on with an analysis that was stopped or failed; what it had done is not done again.</summary>
public sealed class ResumeAnalysis(OperationDoor door) : Operation<AnalysisInput, Guid>(door)
{
    public override Permission Permission => Permissions.ManageStudies;

    protected internal override async Task<Outcome<Guid>> ActAsync(
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

        var study = found.Value;
        var analysis = study.Analyses.Find(each => each.Id == input.AnalysisId);
        return analysis switch
        {
            null => new Refusal(AnalysisRefusals.NotFound),
            { State: AnalysisStates.Done or AnalysisStates.Running } => new Refusal(
                AnalysisRefusals.NotStopped
            ),
            _ when RunStep.Obstacle(study, study.Step(StudySteps.Estimate)) is { } code =>
                new Refusal(code),
            _ => await AnalysisOrders.StartAsync(act, study, analysis, cancellation),
        };
    }
}

/// <param name="StudyId">Whose.</param>
/// <param name="AnalysisId">Which.</param>
public sealed record AnalysisInput(Guid StudyId, Guid AnalysisId);
