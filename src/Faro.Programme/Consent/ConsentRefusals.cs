// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Consent;

/// <summary>What the rules of consent say no with.</summary>
public static class ConsentRefusals
{
    /// <summary>Nobody said yes to this: whatever asked for it does not happen.</summary>
    public const string Missing = "consent.missing";
    public const string NotFound = "consent.not-found";
    public const string NothingAsked = "consent.nothing-asked";
    public const string PurposeUnknown = "consent.purpose-unknown";
    public const string RecipientUnknown = "consent.recipient-unknown";
    public const string OwnRecipient = "consent.own-recipient";
    public const string CategoryUnknown = "consent.category-unknown";
    public const string CategoryMissing = "consent.category-missing";
    public const string AskedTwice = "consent.asked-twice";
    public const string TextMissing = "consent.text-missing";
    public const string AnswerMissing = "consent.answer-missing";
    public const string NotInformed = "consent.not-informed";
    public const string LanguageUnknown = "consent.language-unknown";
    public const string MannerUnknown = "consent.manner-unknown";
    public const string MustBeWritten = "consent.must-be-written";
    public const string SignatureMissing = "consent.signature-missing";
    public const string SignatureUnreadable = "consent.signature-unreadable";
    public const string SheetUnknown = "consent.sheet-unknown";
    public const string SheetNotNeeded = "consent.sheet-not-needed";
    public const string CapacityUnknown = "consent.capacity-unknown";
    public const string CapacityOfChild = "consent.capacity-of-child";
    public const string CapacityOfAdult = "consent.capacity-of-adult";
    public const string GuardianMissing = "consent.guardian-missing";
    public const string AssentMissing = "consent.assent-missing";
    public const string ChildSaidNo = "consent.child-said-no";
    public const string WitnessMissing = "consent.witness-missing";
    public const string NameTooLong = "consent.name-too-long";
    public const string GivenInFuture = "consent.given-in-future";
    public const string EndMissing = "consent.end-missing";
    public const string EndTooEarly = "consent.end-too-early";
    public const string EndTooLate = "consent.end-too-late";
    public const string ExceptionUnknown = "consent.exception-unknown";
    public const string ReasonTooShort = "consent.reason-too-short";
    public const string ReasonTooLong = "consent.reason-too-long";
    public const string NotLiving = "consent.not-living";
    public const string OpensNothing = "consent.opens-nothing";
    public const string DaysOutOfRange = "consent.days-out-of-range";
    public const string TextTitleMissing = "consent.text-title-missing";
    public const string TextTooShort = "consent.text-too-short";
    public const string TextTooLong = "consent.text-too-long";
    public const string TextThere = "consent.text-there";
    public const string TextVersionUnknown = "consent.text-version-unknown";
    public const string ImpactMissing = "consent.impact-missing";
    public const string NobodyReceives = "consent.nobody-receives";
}
