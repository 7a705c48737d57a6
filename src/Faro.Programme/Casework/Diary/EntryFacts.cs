// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Cases;

namespace Faro.Programme.Casework.Diary;

/// <summary>What somebody writes in the diary of a case. With a channel it is a contact, without one a note.</summary>
/// <param name="Text">The note, or what was said; sealed.</param>
/// <param name="On">When it happened; null for today.</param>
/// <param name="At">As in <c>14:30</c>; may be empty.</param>
/// <param name="Channel">A code of the list <c>contact-channels</c>, or empty.</param>
/// <param name="Party">A code of the list <c>contact-parties</c>; empty without a channel.</param>
/// <param name="Outcome">A code of the list <c>contact-outcomes</c>; empty without a channel.</param>
/// <param name="Compartment">A code of the list <c>compartments</c>.</param>
public sealed record EntryFacts(
    string Text,
    DateOnly? On = null,
    string At = "",
    string Channel = "",
    string Party = "",
    string Outcome = "",
    string Compartment = Compartments.Social
)
{
    private TimeOnly? Time =>
        TimeOnly.TryParseExact(At.Trim(), "HH:mm", CultureInfo.InvariantCulture, 0, out var time)
            ? time
            : null;

    internal List<Refusal> Check(CaseworkChecks checks)
    {
        // Nobody answered: that says enough.
        var needsText = Channel.Length == 0 || Outcome == DiaryEntry.Reached;
        checks.Text(Text.Trim(), DiaryEntry.TextMaxLength, nameof(Text), needsText);
        checks.NotInFuture(On, nameof(On));
        checks.Must(
            At.Trim().Length == 0 || Time is not null,
            CaseworkRefusals.TimeUnreadable,
            nameof(At)
        );
        var isContact = Channel.Length > 0;
        checks.Code(DiaryEntry.ChannelList, Channel, nameof(Channel), required: false);
        if (isContact)
        {
            checks.Code(DiaryEntry.PartyList, Party, nameof(Party));
            checks.Code(DiaryEntry.OutcomeList, Outcome, nameof(Outcome));
        }
        else
        {
            checks.Must(Party.Length == 0, CaseworkRefusals.ChoiceUnknown, nameof(Party));
            checks.Must(Outcome.Length == 0, CaseworkRefusals.ChoiceUnknown, nameof(Outcome));
        }

        return checks.Refusals;
    }

    internal DiaryEntry ToEntry(
        Act act,
        CasePen pen,
        DateOnly today,
        bool againstRules,
        Guid? amends
    )
    {
        var id = act.NewId();
        return new DiaryEntry
        {
            Id = id,
            CaseId = pen.File.Id,
            Compartment = Compartment,
            On = On ?? today,
            At = Time,
            Channel = Channel,
            Party = Party,
            Outcome = Outcome,
            AgainstRules = againstRules,
            TextBox = pen.Seal(Text.Trim(), DiaryEntry.TextField(id)),
            AuthorId = act.Actor.UserId,
            WrittenAt = act.Now,
            AmendsId = amends,
        };
    }
}
