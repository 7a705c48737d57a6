// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Casework;

/// <summary>What the rules of daily work in a case say no with.</summary>
public static class CaseworkRefusals
{
    public const string NotFound = "casework.not-found";
    public const string ChangedMeanwhile = "casework.changed-meanwhile";
    public const string TextMissing = "casework.text-missing";

    /// <summary>Values: the limit in characters.</summary>
    public const string TextTooLong = "casework.text-too-long";
    public const string ChoiceUnknown = "casework.choice-unknown";
    public const string DayUnreadable = "casework.day-unreadable";
    public const string DayInFuture = "casework.day-in-future";
    public const string DayInPast = "casework.day-in-past";
    public const string DaysOutOfOrder = "casework.days-out-of-order";
    public const string TimeUnreadable = "casework.time-unreadable";
    public const string ColleagueUnknown = "casework.colleague-unknown";

    /// <summary>Values: the least and the most.</summary>
    public const string NumberOutOfRange = "casework.number-out-of-range";
    public const string NotYours = "casework.not-yours";
    public const string InstrumentUnknown = "casework.instrument-unknown";
    public const string AnswersMissing = "casework.answers-missing";
    public const string AnswerUnknown = "casework.answer-unknown";
    public const string ReasonForLowerMissing = "casework.reason-for-lower-missing";
    public const string AgencyUnknown = "casework.agency-unknown";
    public const string CurrencyMissing = "casework.currency-missing";
    public const string PlanMissing = "casework.plan-missing";
    public const string GoalUnknown = "casework.goal-unknown";
    public const string ViolenceRefuge = "casework.violence-refuge";
    public const string StayUnsaid = "casework.stay-unsaid";
    public const string StayNotFree = "casework.stay-not-free";
}
