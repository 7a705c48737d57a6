// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Studies;

/// <summary>The path of a study, in order, as stored.</summary>
public static class StudySteps
{
    public const string Sources = "sources";
    public const string SamePerson = "same-person";
    public const string Lists = "lists";
    public const string Estimate = "estimate";
    public const string Profiles = "profiles";
    public const string Findings = "findings";
    public const string Report = "report";

    public static readonly IReadOnlyList<string> All =
    [
        Sources,
        SamePerson,
        Lists,
        Estimate,
        Profiles,
        Findings,
        Report,
    ];

    /// <summary>The steps that compute; each runs as a job.</summary>
    public static readonly IReadOnlyList<string> Runnable = [SamePerson, Lists, Estimate, Profiles];
}

/// <summary>Where a step stands, as stored.</summary>
public static class StepStates
{
    /// <summary>Nothing to work on yet; the reason says what.</summary>
    public const string NotStarted = "not-started";

    public const string Ready = "ready";
    public const string Running = "running";
    public const string Done = "done";

    /// <summary>Done, but what it was made from has changed.</summary>
    public const string Stale = "stale";

    /// <summary>Cannot be done with these sources; the reason says why. The study goes on without it.</summary>
    public const string Blocked = "blocked";
}
