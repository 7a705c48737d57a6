// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Jobs;

namespace Faro.Programme.Studies;

/// <summary>Asking for the long work of a study.</summary>
internal static class StudyJobs
{
    public const string LoadKind = "source-load";
    public const string StepKind = "study-step";
    public const string AnalysisKind = "study-analysis";

    /// <returns>The job's id.</returns>
    public static Guid Request(Act act, string kind, Study study, object order) =>
        act.Enqueue(kind, order, study.Id, study.Seed).Id;
}
