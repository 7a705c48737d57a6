// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Studies.Sources;
using Faro.Programme.Studies.Steps;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Studies;

/// <summary>Where each step of a study stands, told anew after every change.</summary>
internal static class StudyPath
{
    /// <summary>For a study that has no source yet: no hash is taken.</summary>
    public const int NoMinimum = 0;

    /// <summary>The same, for a study that is not at hand.</summary>
    public static async Task RefreshAsync(Act act, Guid id, CancellationToken cancellation)
    {
        var study = await act
            .Db.Studies.Include(each => each.Sources)
            .Include(each => each.Steps)
            .Include(each => each.Texts)
            .Include(each => each.Figures)
            .AsSplitQuery()
            .SingleAsync(each => each.Id == id, cancellation);
        Refresh(study, act.Now, await OwnStudy.MinimumAsync(act.Db, cancellation));
    }

    /// <summary>Sets state and reason of every step; a running step is left to its job.</summary>
    /// <param name="study">With sources, steps, texts and figures.</param>
    /// <param name="now">UTC.</param>
    /// <param name="minimum">The programme's minimum cell.</param>
    public static void Refresh(Study study, DateTimeOffset now, int minimum)
    {
        foreach (var code in StudySteps.All)
        {
            var step = study.Steps.Find(each => each.Code == code);
            if (step is null)
            {
                step = new StudyStep
                {
                    StudyId = study.Id,
                    Code = code,
                    State = StepStates.NotStarted,
                };
                study.Steps.Add(step);
            }

            if (
                step.State == StepStates.Running
                && StudySteps.Runnable.Contains(code, StringComparer.Ordinal)
            )
            {
                continue;
            }

            var (state, reason) = Stand(study, step, minimum);
            if ((step.State, step.Reason) != (state, reason))
            {
                (step.State, step.Reason, step.ChangedAt) = (state, reason, now);
            }
        }
    }

    private static (string State, string Reason) Stand(Study study, StudyStep step, int minimum) =>
        step.Code switch
        {
            StudySteps.Sources => Sources(study),
            StudySteps.SamePerson => Of(study, step, minimum, SamePersonObstacle(study)),
            StudySteps.Lists => Of(study, step, minimum, ListsObstacle(study)),
            StudySteps.Estimate => Of(study, step, minimum, EstimateObstacle(study)),
            StudySteps.Profiles => Of(study, step, minimum, ProfilesObstacle(study)),
            StudySteps.Findings => Findings(study),
            StudySteps.Report => Report(study),
            _ => throw new InvalidOperationException($"Bug in Faro: no step {step.Code}"),
        };

    private static (string State, string Reason) Of(
        Study study,
        StudyStep step,
        int minimum,
        (string State, string Reason)? obstacle
    )
    {
        var wasDone = step.InputsHash.Length > 0;
        if (wasDone && obstacle is null)
        {
            return step.InputsHash == StudyInputs.HashOf(study, step.Code, minimum)
                ? (StepStates.Done, "")
                : (StepStates.Stale, "");
        }

        if (wasDone && obstacle is { State: StepStates.NotStarted })
        {
            return (StepStates.Stale, obstacle.Value.Reason);
        }

        return obstacle ?? (StepStates.Ready, KeptFailure(step));
    }

    /// <summary>A step whose last job failed is ready again, and says so until it is run.</summary>
    private static string KeptFailure(StudyStep step) =>
        step.Reason is StudyRefusals.StepFailed or StudyRefusals.Cancelled ? step.Reason : "";

    private static (string State, string Reason) Sources(Study study)
    {
        if (study.Sources.Count == 0)
        {
            return (StepStates.NotStarted, StudyRefusals.NoSources);
        }

        if (study.Sources.Exists(source => source.State == SourceStates.Loading))
        {
            return (StepStates.Running, "");
        }

        return study.Sources.TrueForAll(source => source.State == SourceStates.Loaded)
                ? (StepStates.Done, "")
            : study.Sources.Exists(source => source.State == SourceStates.Failed)
                ? (StepStates.Ready, StudyRefusals.SourceFailed)
            : (StepStates.Ready, StudyRefusals.SourcesNotLoaded);
    }

    private static (string State, string Reason)? SamePersonObstacle(Study study)
    {
        var lists = study.Of(SourceKinds.PersonList);
        if (lists.Count == 0)
        {
            return study.Of(SourceKinds.OverlapTable).Count > 0
                ? (StepStates.Blocked, StudyRefusals.NoPersonLists)
                : (StepStates.NotStarted, StudyRefusals.NoPersonLists);
        }

        return Unloaded(lists);
    }

    private static (string State, string Reason)? ListsObstacle(Study study)
    {
        var lists = study.Of(SourceKinds.PersonList);
        var tables = study.Of(SourceKinds.OverlapTable);
        if (lists.Count + tables.Count == 0)
        {
            return (StepStates.NotStarted, StudyRefusals.NoLists);
        }

        if (tables.Count > 1 || (tables.Count == 1 && lists.Count > 0))
        {
            return (StepStates.Blocked, StudyRefusals.TwoOverlaps);
        }

        if (tables.Count == 1)
        {
            return Unloaded(tables);
        }

        return lists.Count == 1
            ? (StepStates.Blocked, StudyRefusals.OneListOnly)
            : After(study, StudySteps.SamePerson, StudyRefusals.SamePersonFirst);
    }

    private static (string State, string Reason)? EstimateObstacle(Study study) =>
        ListsObstacle(study) ?? After(study, StudySteps.Lists, StudyRefusals.ListsFirst);

    private static (string State, string Reason)? ProfilesObstacle(Study study)
    {
        var sources = study.Sources.FindAll(source =>
            source.Kind is SourceKinds.Microdata or SourceKinds.Series or SourceKinds.Register
        );
        return sources.Count == 0
            ? (StepStates.NotStarted, StudyRefusals.NoProfileSources)
            : Unloaded(sources);
    }

    private static (string State, string Reason)? Unloaded(List<StudySource> sources) =>
        sources.Exists(source => source.State == SourceStates.Failed)
            ? (StepStates.NotStarted, StudyRefusals.SourceFailed)
        : sources.Exists(source => source.State != SourceStates.Loaded)
            ? (StepStates.NotStarted, StudyRefusals.SourcesNotLoaded)
        : null;

    private static (string State, string Reason)? After(Study study, string code, string reason) =>
        study.Steps.Find(step => step.Code == code)?.State == StepStates.Done
            ? null
            : (StepStates.NotStarted, reason);

    private static (string State, string Reason) Findings(Study study) =>
        study.Texts.Exists(text => text.Part == StudyParts.Findings && text.IsWritten)
        && study.Texts.Exists(text => text.Part == StudyParts.Recommendations && text.IsWritten)
            ? (StepStates.Done, "")
        : study.Texts.Exists(text => text.IsWritten)
            ? (StepStates.Ready, StudyRefusals.FindingsNotWritten)
        : (StepStates.NotStarted, StudyRefusals.FindingsNotWritten);

    private static (string State, string Reason) Report(Study study)
    {
        if (study.Figures.Count == 0 && !study.Texts.Exists(text => text.IsWritten))
        {
            return (StepStates.NotStarted, StudyRefusals.NoFigures);
        }

        var others = study.Steps.Where(step => step.Code != StudySteps.Report).ToList();
        return others.Exists(step => step.State == StepStates.Stale) ? (StepStates.Stale, "")
            : others.TrueForAll(step =>
                step.State is StepStates.Done or StepStates.Blocked or StepStates.NotStarted
            )
            && others.Exists(step =>
                step.Code == StudySteps.Findings && step.State == StepStates.Done
            )
                ? (StepStates.Done, "")
            : (StepStates.Ready, "");
    }

    private static List<StudySource> Of(this Study study, string kind) =>
        study.Sources.FindAll(source => source.Kind == kind);
}
