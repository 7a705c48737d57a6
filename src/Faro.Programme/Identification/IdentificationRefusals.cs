// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Identification;

/// <summary>What the rules of identification say no with.</summary>
public static class IdentificationRefusals
{
    public const string FactUnknown = "identification.fact-unknown";
    public const string AnswerUnknown = "identification.answer-unknown";
    public const string SourceMissing = "identification.source-missing";
    public const string CertaintyMissing = "identification.certainty-missing";
    public const string EvidenceInFuture = "identification.evidence-in-future";
    public const string WordsTooLong = "identification.words-too-long";
    public const string ChangedMeanwhile = "identification.changed-meanwhile";
    public const string RowNotFound = "identification.row-not-found";
    public const string TypeMissing = "identification.type-missing";
    public const string DateMalformed = "identification.date-malformed";
    public const string UntilBeforeFrom = "identification.until-before-from";
    public const string AgeOutOfRange = "identification.age-out-of-range";
    public const string CodeUnknown = "identification.code-unknown";
    public const string RoleMissing = "identification.role-missing";
    public const string OutcomeUnknown = "identification.outcome-unknown";
    public const string BodyUnknown = "identification.body-unknown";
    public const string DecidedInFuture = "identification.decided-in-future";
    public const string DecidedBeforeOpening = "identification.decided-before-opening";
    public const string DeciderMissing = "identification.decider-missing";
    public const string ReasonsTooShort = "identification.reasons-too-short";
    public const string ReasonsTooLong = "identification.reasons-too-long";
    public const string ReviewNotLater = "identification.review-not-later";
    public const string StillALead = "identification.still-a-lead";
    public const string NothingToReview = "identification.nothing-to-review";
    public const string ProposalWaiting = "identification.proposal-waiting";
    public const string NotProposed = "identification.not-proposed";
    public const string SamePerson = "identification.same-person";
    public const string PointIncomplete = "identification.point-incomplete";
    public const string PointOutOfRange = "identification.point-out-of-range";
    public const string FactsChanged = "identification.facts-changed";
}
