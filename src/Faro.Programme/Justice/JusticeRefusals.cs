// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Justice;

/// <summary>What the rules of the justice track say no with.</summary>
public static class JusticeRefusals
{
    public const string NothingYet = "justice.nothing-yet";
    public const string NoSuchMove = "justice.no-such-move";
    public const string OffenceUnknown = "justice.offence-unknown";
    public const string FilerMissing = "justice.filer-missing";
    public const string ComplaintMissing = "justice.complaint-missing";
    public const string FileNumberMissing = "justice.file-number-missing";
    public const string RulingMissing = "justice.ruling-missing";
    public const string RulingNeedsDay = "justice.ruling-needs-day";
    public const string DecisionDayMissing = "justice.decision-day-missing";
    public const string HearingAhead = "justice.hearing-ahead";
    public const string OrderMissing = "justice.order-missing";
    public const string PaidMissing = "justice.paid-missing";
}
