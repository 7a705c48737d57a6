// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Jobs;
using Faro.Programme.Studies.Analyses;
using Faro.Programme.Studies.Sources;

namespace Faro.Programme.Studies;

/// <summary>Ends a study: all who may view studies read it, the rows of its lists and their keys are erased, nothing changes any more.</summary>
public sealed class CloseStudy(OperationDoor door) : Operation<CloseStudyInput, Done>(door)
{
    public override Permission Permission => Permissions.ManageStudies;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        CloseStudyInput input,
        CancellationToken cancellation
    )
    {
        var found = await OwnStudy.OpenAsync(act, input.StudyId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var study = found.Value;
        if (study.Version != input.Version)
        {
            return new Refusal(StudyRefusals.ChangedMeanwhile);
        }

        if (study.Figures.Count == 0 && study.Texts.Count == 0)
        {
            return new Refusal(StudyRefusals.NothingToClose);
        }

        if (
            study.Steps.Exists(step => step.State == StepStates.Running)
            || study.Sources.Exists(source => source.State == SourceStates.Loading)
        )
        {
            return new Refusal(StudyRefusals.StillRunning);
        }

        if (!Signed.MayPublish(study, await OwnStudy.MinimumAsync(act.Db, cancellation)))
        {
            return new Refusal(AnalysisRefusals.NotSigned);
        }

        foreach (var source in study.Sources)
        {
            await SourceRows.EraseAsync(act, source, cancellation);
        }

        // The clusters point at rows that are no more; the true counts are no longer needed.
        study.Steps.ForEach(step => step.Result = []);
        await act.ForgetResultsAsync(study.Id, cancellation);
        await OwnStudy.KeepAsync(act, study, cancellation);
        study.ClosedAt = act.Now;
        return default(Done);
    }
}

/// <param name="StudyId">Which.</param>
/// <param name="Version">The version the form showed.</param>
public sealed record CloseStudyInput(Guid StudyId, int Version);
