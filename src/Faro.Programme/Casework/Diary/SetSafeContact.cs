// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;

namespace Faro.Programme.Casework.Diary;

/// <summary>Says anew how the person can be reached safely; what held before is kept.</summary>
public sealed class SetSafeContact(OperationDoor door) : Operation<SetSafeContactInput, Done>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        SetSafeContactInput input,
        CancellationToken cancellation
    )
    {
        var pen = await act.PenAsync(input.CaseId, Compartments.Social, cancellation);
        if (!pen.Done)
        {
            return pen.Refusals.ToList();
        }

        var words = input.Words.Tidied();
        var checks = new CaseworkChecks(act.Today);
        foreach (var channel in input.Channels)
        {
            checks.Code(DiaryEntry.ChannelList, channel, nameof(input.Channels));
        }

        checks.Text(words.Hours, SafeContact.TextMaxLength, nameof(words.Hours));
        checks.Text(words.CodeWord, SafeContact.TextMaxLength, nameof(words.CodeWord));
        checks.Text(words.NotToSay, SafeContact.TextMaxLength, nameof(words.NotToSay));
        checks.Text(words.WhoMayAnswer, SafeContact.TextMaxLength, nameof(words.WhoMayAnswer));
        if (checks.Failed)
        {
            return checks.Refusals;
        }

        var before = await SafeContact.CurrentAsync(act.Db, input.CaseId, cancellation);
        if ((before?.Version ?? 0) != input.Version)
        {
            return new Refusal(CaseworkRefusals.ChangedMeanwhile);
        }

        var id = act.NewId();
        act.Db.SafeContacts.Add(
            new SafeContact
            {
                Id = id,
                CaseId = input.CaseId,
                Compartment = Compartments.Social,
                Version = input.Version + 1,
                Channels = [.. input.Channels.Distinct(StringComparer.Ordinal)],
                Box = pen.Value.Seal(words, SafeContact.Field(id)),
                AuthorId = act.Actor.UserId,
                WrittenAt = act.Now,
            }
        );
        act.NoteRow(input.CaseId, "safe-contact", id);
        return default(Done);
    }
}

/// <param name="CaseId">Of whom.</param>
/// <param name="Version">The version that was on the screen; 0 when there was none.</param>
/// <param name="Channels">Codes of the list <c>contact-channels</c>; none when she must not be contacted.</param>
/// <param name="Words">As she said it; sealed.</param>
public sealed record SetSafeContactInput(
    Guid CaseId,
    int Version,
    IReadOnlyList<string> Channels,
    SafeContactWords Words
);
