// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Caseload;

/// <summary>What lists of cases, and work on many at once, say no with.</summary>
public static class CaseloadRefusals
{
    public const string ChoiceUnknown = "caseload.choice-unknown";

    /// <summary>Values: the least and the most.</summary>
    public const string DaysOutOfRange = "caseload.days-out-of-range";
    public const string DaysOutOfOrder = "caseload.days-out-of-order";
    public const string ListNotFound = "caseload.list-not-found";
    public const string ListNotYours = "caseload.list-not-yours";
    public const string ListChanged = "caseload.list-changed-meanwhile";
    public const string NameMissing = "caseload.name-missing";

    /// <summary>Values: the most characters.</summary>
    public const string NameTooLong = "caseload.name-too-long";
    public const string NameTaken = "caseload.name-taken";
    public const string ColumnsWrong = "caseload.columns-wrong";
    public const string NothingChosen = "caseload.nothing-chosen";

    /// <summary>Values: the most at once.</summary>
    public const string TooManyCases = "caseload.too-many-cases";

    /// <summary>Another number of cases than was shown. Values: how many there are now.</summary>
    public const string CountChanged = "caseload.count-changed";
    public const string BatchNotFound = "caseload.batch-not-found";
    public const string BatchRunning = "caseload.batch-running";
    public const string NothingToUndo = "caseload.nothing-to-undo";

    // Why one case of many was left as it is.
    public const string NothingToDo = "caseload.nothing-to-do";
    public const string NobodyCarries = "caseload.nobody-carries";
    public const string ChangedSince = "caseload.changed-since";
    public const string BatchCancelled = "caseload.batch-cancelled";
    public const string BatchFailed = "caseload.batch-failed";
}
