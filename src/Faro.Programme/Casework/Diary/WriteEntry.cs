// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Casework.Diary;

/// <summary>Writes a note or a contact into a case's diary, where it stays.</summary>
public sealed class WriteEntry(OperationDoor door) : Operation<WriteEntryInput, Guid>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        WriteEntryInput input,
        CancellationToken cancellation
    )
    {
        var pen = await act.PenAsync(input.CaseId, input.Facts.Compartment, cancellation);
        return pen.Done
            ? await WriteAsync(act, pen.Value, input.Facts, amends: null, cancellation)
            : pen.Refusals.ToList();
    }

    /// <summary>Writes one, new or in the place of another, and keeps the last contact of the case right.</summary>
    internal static async Task<Outcome<Guid>> WriteAsync(
        Act act,
        CasePen pen,
        EntryFacts facts,
        DiaryEntry? amends,
        CancellationToken cancellation
    )
    {
        var checks = new CaseworkChecks(act.Today);
        if (facts.Check(checks).Count > 0)
        {
            return checks.Refusals;
        }

        var entry = facts.ToEntry(
            act,
            pen,
            checks.Today,
            await IsAgainstRulesAsync(act, pen.File, facts, cancellation),
            amends?.Id
        );
        act.Db.DiaryEntries.Add(entry);
        if (amends is not null)
        {
            amends.IsAmended = true;
        }

        await act.Db.SaveChangesAsync(cancellation);
        pen.File.LastContactOn = await act
            .Db.DiaryEntries.Where(row =>
                row.CaseId == pen.File.Id
                && !row.IsAmended
                && row.Party == DiaryEntry.HerselfParty
                && row.Outcome == DiaryEntry.Reached
            )
            .MaxAsync(row => (DateOnly?)row.On, cancellation);
        act.NoteRow(pen.File.Id, entry.IsContact ? "contact" : "note", entry.Id);
        return entry.Id;
    }

    /// <summary>Rules bind whoever speaks to her; the police may be rung on any line.</summary>
    private static async Task<bool> IsAgainstRulesAsync(
        Act act,
        Case file,
        EntryFacts facts,
        CancellationToken cancellation
    )
    {
        if (facts.Party != DiaryEntry.HerselfParty)
        {
            return false;
        }

        var rules = await SafeContact.CurrentAsync(act.Db, file.Id, cancellation);
        return rules is not null && !rules.Allows(facts.Channel);
    }
}

/// <param name="CaseId">In which case.</param>
/// <param name="Facts">What happened.</param>
public sealed record WriteEntryInput(Guid CaseId, EntryFacts Facts);
