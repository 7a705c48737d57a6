// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Studies;

/// <summary>Why a study was refused something, or why a step of it cannot start.</summary>
public static class StudyRefusals
{
    /// <summary>There is no such study, or not for this person.</summary>
    public const string NotFound = "study.not-found";

    /// <summary>Only studies of the own agency are changed.</summary>
    public const string NotOwn = "study.not-own";

    public const string Closed = "study.closed";

    /// <summary>Somebody changed it meanwhile.</summary>
    public const string ChangedMeanwhile = "study.changed-meanwhile";
    public const string TitleMissing = "study.title-missing";
    public const string QuestionMissing = "study.question-missing";

    /// <summary>{0} most letters.</summary>
    public const string TooLong = "study.too-long";
    public const string TerritoryUnknown = "study.territory-unknown";
    public const string TerritoryNameMissing = "study.territory-name-missing";
    public const string PeriodBackwards = "study.period-backwards";
    public const string PeriodMissing = "study.period-missing";
    public const string AgencyMissing = "study.agency-missing";

    /// <summary>{0} least, {1} most.</summary>
    public const string SettingOutOfRange = "study.setting-out-of-range";

    /// <summary>{0} least, {1} most.</summary>
    public const string SeedOutOfRange = "study.seed-out-of-range";
    public const string StepUnknown = "study.step-unknown";

    /// <summary>This step is done by writing or reading, not by the machine.</summary>
    public const string StepNotRun = "study.step-not-run";
    public const string StepRunning = "study.step-running";
    public const string PartUnknown = "study.part-unknown";

    /// <summary>A study is closed only when nothing of it runs.</summary>
    public const string StillRunning = "study.still-running";

    /// <summary>A study without a figure or a text has nothing to close.</summary>
    public const string NothingToClose = "study.nothing-to-close";

    /// <summary>A study file that cannot be read. {0} line.</summary>
    public const string FileMalformed = "study.file-malformed";

    // Reasons of a step.
    public const string NoSources = "study.no-sources";
    public const string SourcesNotLoaded = "study.sources-not-loaded";
    public const string SourceFailed = "study.source-failed";

    /// <summary>No list of persons: nobody to compare.</summary>
    public const string NoPersonLists = "study.no-person-lists";
    public const string SamePersonFirst = "study.same-person-first";

    /// <summary>Neither lists of persons nor a table of overlaps.</summary>
    public const string NoLists = "study.no-lists";
    public const string ListsFirst = "study.lists-first";

    /// <summary>Overlap is between two lists or more.</summary>
    public const string OneListOnly = "study.one-list-only";

    /// <summary>{0} most lists.</summary>
    public const string TooManyLists = "study.too-many-lists";

    /// <summary>No microdata, series or register.</summary>
    public const string NoProfileSources = "study.no-profile-sources";
    public const string FindingsNotWritten = "study.findings-not-written";
    public const string NoFigures = "study.no-figures";

    /// <summary>Lists whose rows were erased cannot be worked on again.</summary>
    public const string RowsErased = "study.rows-erased";
    public const string Cancelled = "study.step-cancelled";
    public const string StepFailed = "study.step-failed";

    /// <summary>Two tables of overlaps, or a table besides lists of persons: one must go.</summary>
    public const string TwoOverlaps = "study.two-overlaps";
}
