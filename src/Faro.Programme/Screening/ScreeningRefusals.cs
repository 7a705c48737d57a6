// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Screening;

/// <summary>What the rules of interviews and instruments say no with.</summary>
public static class ScreeningRefusals
{
    public const string NotFound = "interview.not-found";
    public const string ChangedMeanwhile = "interview.changed-meanwhile";
    public const string InstrumentUnknown = "interview.instrument-unknown";
    public const string LanguageUnknown = "interview.language-unknown";
    public const string ChannelUnknown = "interview.channel-unknown";
    public const string PlaceUnknown = "interview.place-unknown";
    public const string InterpreterUnknown = "interview.interpreter-unknown";
    public const string CompanyUnknown = "interview.company-unknown";

    /// <summary>"Nobody else" and somebody.</summary>
    public const string CompanyContradicts = "interview.company-contradicts";
    public const string StateUnknown = "interview.state-unknown";
    public const string NotFinished = "interview.not-finished";

    /// <summary>{0} most letters.</summary>
    public const string AnswerTooLong = "interview.answer-too-long";
    public const string AnswerMissing = "interview.answer-missing";
    public const string AnswerWrong = "interview.answer-wrong";

    /// <summary>{0} fewest letters, {1} most.</summary>
    public const string ReasonLength = "interview.reason-length";

    /// <summary>{0} most letters.</summary>
    public const string WhoTooLong = "interview.who-too-long";
    public const string PersonErased = "interview.person-erased";
    public const string NoConflict = "interview.no-conflict";

    public const string InstrumentNotFound = "instrument.not-found";

    /// <summary>{0} most kilobytes.</summary>
    public const string FileLarge = "instrument.file-large";
    public const string VersionTaken = "instrument.version-taken";
    public const string NotADraft = "instrument.not-a-draft";
    public const string NotInUse = "instrument.not-in-use";
}
