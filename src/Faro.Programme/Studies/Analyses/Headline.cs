// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Studies.Steps;

namespace Faro.Programme.Studies.Analyses;

/// <summary>Which analysis of a study is published.</summary>
internal static class Headline
{
    /// <summary>The choice that holds, or null.</summary>
    public static HeadlineChoice? Choice(this Study study) =>
        study.Headlines.MaxBy(choice => choice.Number);

    /// <summary>The analysis that is published, or null.</summary>
    public static StudyAnalysis? HeadlineAnalysis(this Study study) =>
        study.Choice() is { } choice
            ? study.Analyses.Find(analysis => analysis.Id == choice.AnalysisId)
            : null;

    /// <summary>A step of a study.</summary>
    public static StudyStep Step(this Study study, string code) =>
        study.Steps.Single(step => step.Code == code);

    /// <summary>Keeps a choice and puts the figures of its analysis into the study.</summary>
    public static void Set(
        Act act,
        Study study,
        StudyAnalysis analysis,
        HeadlineChoice choice,
        int minimum
    )
    {
        study.Headlines.Add(choice);
        act.Db.StudyHeadlines.Add(choice);
        StudyFigures.Replace(
            study,
            StudySteps.Estimate,
            new FigureMaking(analysis.InputsHash, analysis.Settings, analysis.ReadSettings().Seed),
            analysis.ReadFigures(),
            analysis.EndedAt ?? act.Now
        );
        Current(study, minimum);
    }

    /// <summary>Nobody chooses the first: its settings were fixed before any result was seen. After that a person must.</summary>
    public static void SetByItself(Act act, Study study, StudyAnalysis analysis, int minimum)
    {
        var before = study.HeadlineAnalysis();
        if (before is not null && before.ListsHash == analysis.ListsHash)
        {
            // What is published still is of these lists, whatever else was tried.
            Current(study, minimum);
            return;
        }

        Set(
            act,
            study,
            analysis,
            new HeadlineChoice
            {
                Id = act.NewId(),
                StudyId = study.Id,
                Number = study.Headlines.Count + 1,
                AnalysisId = analysis.Id,
                Kind = before is null ? HeadlineChoice.First : HeadlineChoice.NewLists,
                ChosenAt = act.Now,
            },
            minimum
        );
    }

    private static void Current(Study study, int minimum) =>
        study.Step(StudySteps.Estimate).InputsHash = StudyInputs.HashOf(
            study,
            StudySteps.Estimate,
            minimum
        );
}

/// <summary>Whether somebody stands for the assumptions of an estimate.</summary>
internal static class Signed
{
    /// <summary>The signature for the study's lists as they are, or null.</summary>
    public static AssumptionSignature? Holding(Study study, int minimum)
    {
        var lists = StudyInputs.HashOf(study, StudySteps.Lists, minimum);
        return study.Signatures.Where(sign => sign.ListsHash == lists).MaxBy(sign => sign.SignedAt);
    }

    /// <summary>Without a number there is nothing to sign for.</summary>
    public static bool MayPublish(Study study, int minimum) =>
        study.HeadlineAnalysis()?.ReadEstimate() is not { HasNumber: true }
        || Holding(study, minimum) is not null;
}
