// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Cases;

/// <summary>What the rules of case files say no with.</summary>
public static class CaseRefusals
{
    public const string NotFound = "case.not-found";
    public const string ChangedMeanwhile = "case.changed-meanwhile";
    public const string IsClosed = "case.is-closed";
    public const string IsOpen = "case.is-open";
    public const string NoSuchMove = "case.no-such-move";
    public const string OriginUnknown = "case.origin-unknown";
    public const string OpenedInFuture = "case.opened-in-future";
    public const string AlreadyOpen = "case.already-open";
    public const string PersonErased = "case.person-erased";
    public const string ColleagueUnknown = "case.colleague-unknown";
    public const string ClosureReasonUnknown = "case.closure-reason-unknown";
    public const string CompartmentUnknown = "case.compartment-unknown";
    public const string ReasonTooShort = "case.reason-too-short";
    public const string ReasonTooLong = "case.reason-too-long";
    public const string HoursOutOfRange = "case.hours-out-of-range";
    public const string AccessNotNeeded = "case.access-not-needed";
    public const string NumberUnknown = "case.number-unknown";
    public const string ChildNoticeMissing = "case.child-notice-missing";
    public const string NotOwn = "case.not-own";
    public const string ColleagueWorksElsewhere = "case.colleague-works-elsewhere";
}
