// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Casework.Diary;

/// <summary>Corrects an entry by writing it anew: the old one stays behind it. Only its author may.</summary>
public sealed class AmendEntry(OperationDoor door) : Operation<AmendEntryInput, Guid>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        AmendEntryInput input,
        CancellationToken cancellation
    )
    {
        var old = await act
            .Db.DiaryEntries.VisibleTo(act.Actor, act.Db)
            .FirstOrDefaultAsync(entry => entry.Id == input.EntryId, cancellation);
        if (old is null)
        {
            return new Refusal(CaseworkRefusals.NotFound);
        }

        var pen = await act.PenAsync(old.CaseId, input.Facts.Compartment, cancellation);
        if (!pen.Done)
        {
            return pen.Refusals.ToList();
        }

        if (old.AuthorId != act.Actor.UserId)
        {
            return new Refusal(CaseworkRefusals.NotYours);
        }

        if (old.IsAmended)
        {
            return new Refusal(CaseworkRefusals.ChangedMeanwhile);
        }

        return await WriteEntry.WriteAsync(act, pen.Value, input.Facts, old, cancellation);
    }
}

/// <param name="EntryId">The newest of its kind: what was corrected already is corrected no more.</param>
/// <param name="Facts">All of them, as they should have been.</param>
public sealed record AmendEntryInput(Guid EntryId, EntryFacts Facts);
