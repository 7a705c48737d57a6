// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Studies.Analyses;
using Faro.Programme.Studies.Sources;

namespace Faro.Programme.Studies;

/// <summary>Asks for a step to be done, as a job. The estimate is then made with the study's own settings, as one more analysis.</summary>
public sealed class RunStep(OperationDoor door) : Operation<RunStepInput, Guid>(door)
{
    public override Permission Permission => Permissions.ManageStudies;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        RunStepInput input,
        CancellationToken cancellation
    )
    {
        var found = await OwnStudy.OpenAsync(act, input.StudyId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var study = found.Value;
        var step = study.Steps.Find(each => each.Code == input.Step);
        if (Obstacle(study, step) is { } code)
        {
            return new Refusal(code, nameof(input.Step));
        }

        if (step!.Code == StudySteps.Estimate)
        {
            var settings = AnalysisSettings.Of(StudySettings.FromJson(study.Settings), study.Seed);
            return await AnalysisOrders.BeginAsync(act, study, settings, "", cancellation);
        }

        (step.State, step.Reason, step.ChangedAt) = (StepStates.Running, "", act.Now);
        step.JobId = StudyJobs.Request(
            act,
            StudyJobs.StepKind,
            study,
            new StepOrder(study.Id, step.Code)
        );
        act.Note("study", study.Id, ("step", step.Code));
        await OwnStudy.KeepAsync(act, study, cancellation);
        return step.JobId.Value;
    }

    /// <summary>Why a step cannot be run now, or null.</summary>
    internal static string? Obstacle(Study study, StudyStep? step) =>
        step switch
        {
            null => StudyRefusals.StepUnknown,
            _ when !StudySteps.Runnable.Contains(step.Code, StringComparer.Ordinal) =>
                StudyRefusals.StepNotRun,
            { State: StepStates.Running } => StudyRefusals.StepRunning,
            { State: StepStates.NotStarted or StepStates.Blocked } => step.Reason,
            { State: StepStates.Stale, Reason.Length: > 0 } => step.Reason,
            _ when study.Sources.Exists(source =>
                    source.ErasedAt is not null && Needs(step, source)
                ) => StudyRefusals.RowsErased,
            _ => null,
        };

    private static bool Needs(StudyStep step, StudySource source) =>
        step.Code switch
        {
            StudySteps.SamePerson => source.Kind == SourceKinds.PersonList,
            StudySteps.Lists => source.Kind == SourceKinds.OverlapTable,
            StudySteps.Profiles => source.Kind is SourceKinds.Microdata or SourceKinds.Series,
            _ => false,
        };
}

/// <param name="StudyId">Whose.</param>
/// <param name="Step">Which.</param>
internal sealed record StepOrder(Guid StudyId, string Step);

/// <param name="StudyId">Which.</param>
/// <param name="Step">One of <see cref="StudySteps.Runnable"/>.</param>
public sealed record RunStepInput(Guid StudyId, string Step);
