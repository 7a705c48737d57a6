// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Studies.Analyses;

/// <summary>Why an analysis, its choice or a signature was refused.</summary>
public static class AnalysisRefusals
{
    public const string NotFound = "analysis.not-found";

    /// <summary>Every analysis after the first says why it is tried.</summary>
    public const string WhyMissing = "analysis.why-missing";
    public const string MethodUnknown = "analysis.method-unknown";

    /// <summary>{0} least. Fewer lists, or one that is not there.</summary>
    public const string ListsTooFew = "analysis.lists-too-few";
    public const string NotRunning = "analysis.not-running";

    /// <summary>Only what was stopped can go on.</summary>
    public const string NotStopped = "analysis.not-stopped";

    /// <summary>An analysis that was stopped, failed or still runs is no headline.</summary>
    public const string NotComplete = "analysis.not-complete";

    /// <summary>Its lists have changed since.</summary>
    public const string ListsChanged = "analysis.lists-changed";
    public const string ReasonMissing = "analysis.reason-missing";

    /// <summary>There is nothing to sign for before an estimate is chosen.</summary>
    public const string NothingToSign = "assumptions.nothing-to-sign";
    public const string AnswerMissing = "assumptions.answer-missing";
    public const string EvidenceMissing = "assumptions.evidence-missing";
    public const string NameMissing = "assumptions.name-missing";

    /// <summary>A study with an estimate is published only when its assumptions are signed for.</summary>
    public const string NotSigned = "assumptions.not-signed";
}
