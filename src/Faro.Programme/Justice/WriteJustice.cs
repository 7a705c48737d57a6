// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Casework;
using Faro.Programme.Identification.Rules;

namespace Faro.Programme.Justice;

/// <summary>Begins the justice track of a case, or writes what is known of it anew.</summary>
public sealed class WriteJustice(OperationDoor door)
    : RecordLegalRow<JusticeTrack, JusticeFacts>(door)
{
    protected override string Noun => "justice";

    protected override bool IsOneToACase => true;

    protected override JusticeTrack New(Act act, Guid caseId) =>
        new()
        {
            Id = act.NewId(),
            CaseId = caseId,
            Compartment = Compartments.Legal,
            StateSince = act.Today,
        };
}

/// <summary>What is known of the process. Where it stands is moved, not written (<see cref="MoveJustice"/>).</summary>
/// <param name="Words">Sealed.</param>
/// <param name="Wish">A code of the list <c>justice-wishes</c>.</param>
/// <param name="WishOn">When she said so.</param>
/// <param name="Filer">A code of the list <c>complaint-filers</c>; needed with a complaint.</param>
/// <param name="ComplaintOn">When the complaint was made.</param>
/// <param name="Authority">A code of the list <c>justice-authorities</c>, or empty.</param>
/// <param name="Offences">Codes of offences of the Mexican law.</param>
/// <param name="Adviser">A code of the list <c>adviser-kinds</c>, or empty.</param>
/// <param name="NonPunishment">A code of the list <c>non-punishment</c>, or empty.</param>
/// <param name="Ruling">A code of the list <c>ruling-kinds</c>, or empty.</param>
/// <param name="RulingOn">Needed with a ruling.</param>
public sealed record JusticeFacts(
    JusticeWords Words,
    string Wish = JusticeTrack.NotAsked,
    DateOnly? WishOn = null,
    string Filer = "",
    DateOnly? ComplaintOn = null,
    string Authority = "",
    IReadOnlyList<string>? Offences = null,
    string Adviser = "",
    string NonPunishment = "",
    string Ruling = "",
    DateOnly? RulingOn = null
) : LegalFacts<JusticeTrack>
{
    /// <summary>What can be named as the offence: those of the Mexican law.</summary>
    public static IEnumerable<Offence> KnownOffences =>
        LawBook.Offences.Where(offence => offence.Law == LawBook.Mexico);

    internal override Task CheckAsync(
        Act act,
        Case file,
        JusticeTrack row,
        CaseworkChecks checks,
        CancellationToken cancellation
    )
    {
        var words = Words.Tidied();
        checks.Text(words.Wishes, JusticeTrack.TextMaxLength, nameof(words.Wishes));
        checks.Text(words.FileNumber, JusticeTrack.NumberMaxLength, nameof(words.FileNumber));
        checks.Text(words.Place, JusticeTrack.TextMaxLength, nameof(words.Place));
        checks.Text(words.Adviser, JusticeTrack.TextMaxLength, "AdviserWords");
        checks.Text(words.Ruling, JusticeTrack.TextMaxLength, "RulingWords");
        checks.Code(JusticeTrack.WishList, Wish, nameof(Wish));
        checks.Code(JusticeTrack.FilerList, Filer, nameof(Filer), required: false);
        checks.Code(JusticeTrack.AuthorityList, Authority, nameof(Authority), required: false);
        checks.Code(JusticeTrack.AdviserList, Adviser, nameof(Adviser), required: false);
        checks.Code(
            JusticeTrack.NonPunishmentList,
            NonPunishment,
            nameof(NonPunishment),
            required: false
        );
        checks.Code(JusticeTrack.RulingList, Ruling, nameof(Ruling), required: false);
        checks.NotInFuture(WishOn, nameof(WishOn));
        checks.NotInFuture(ComplaintOn, nameof(ComplaintOn));
        checks.NotInFuture(RulingOn, nameof(RulingOn));
        checks.NotBefore(RulingOn, ComplaintOn, nameof(RulingOn));
        checks.Must(
            (ComplaintOn is null) == (Filer.Length == 0),
            JusticeRefusals.FilerMissing,
            ComplaintOn is null ? nameof(ComplaintOn) : nameof(Filer)
        );
        checks.Must(
            (RulingOn is null) == (Ruling.Length == 0),
            JusticeRefusals.RulingNeedsDay,
            RulingOn is null ? nameof(RulingOn) : nameof(Ruling)
        );
        checks.Must(
            (Offences ?? []).All(code => KnownOffences.Any(offence => offence.Code == code)),
            JusticeRefusals.OffenceUnknown,
            nameof(Offences)
        );
        return Task.CompletedTask;
    }

    internal override void Apply(JusticeTrack track, CasePen pen, DateOnly today)
    {
        track.Wish = Wish;
        track.WishOn = WishOn;
        track.Filer = Filer;
        track.ComplaintOn = ComplaintOn;
        track.Authority = Authority;
        track.Offences = [.. (Offences ?? []).Distinct(StringComparer.Ordinal)];
        track.Adviser = Adviser;
        track.NonPunishment = NonPunishment;
        track.Ruling = Ruling;
        track.RulingOn = RulingOn;
        track.Box = pen.Seal(Words.Tidied(), JusticeTrack.Field(track.Id));
    }
}
