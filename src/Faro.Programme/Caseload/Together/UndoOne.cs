// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Casework.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Caseload.Together;

/// <summary>
/// Undoes in one case what a batch did there, if it is still as the batch left it. What somebody has changed since is theirs,
/// and stays.
/// </summary>
internal sealed class UndoOne(OperationDoor door) : Operation<OneOfBatch, Done>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        OneOfBatch input,
        CancellationToken cancellation
    )
    {
        var item = await act.ItemAsync(input, cancellation);
        if (item.State != CaseBatchItem.Done)
        {
            return default(Done);
        }

        var batch = await act.Db.CaseBatches.SingleAsync(
            row => row.Id == input.BatchId,
            cancellation
        );
        if (!act.Actor.May(BatchActions.Asks(batch.Action)))
        {
            return new Refusal(AccessRefusals.NotAllowed);
        }

        var found = BatchActions.IsOfTeam(batch.Action)
            ? await act.OpenCaseAsync(input.CaseId, cancellation)
            : await act.OpenCaseAsync(input.CaseId, Compartments.Social, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var file = found.Value;
        await act.Db.Entry(file).Collection(row => row.Members).LoadAsync(cancellation);
        var refusal = batch.Action switch
        {
            BatchActions.Assign => await UnassignAsync(act, file, batch, item, cancellation),
            BatchActions.AddMember => Remove(file, batch, item),
            BatchActions.RemoveMember => await AddAsync(act, file, batch, cancellation),
            BatchActions.Task => await RemoveTaskAsync(act, item, cancellation),
            _ => await RemoveFlagAsync(act, item, cancellation),
        };
        if (refusal is not null)
        {
            return refusal;
        }

        if (BatchActions.IsOfTeam(batch.Action))
        {
            file.Version++;
        }
        else
        {
            await act.SettleNextDueAsync(file, cancellation);
        }

        item.State = CaseBatchItem.Undone;
        act.Note("case", file.Id, ("batch", batch.Id.ToString()), ("action", batch.Action));
        return default(Done);
    }

    private static async Task<Refusal?> UnassignAsync(
        Act act,
        Case file,
        CaseBatch batch,
        CaseBatchItem item,
        CancellationToken cancellation
    )
    {
        if (file.OwnerId != batch.ColleagueId)
        {
            return new Refusal(CaseloadRefusals.ChangedSince);
        }

        if (
            item.OwnerBefore is { } before
            && !await Colleagues.WorkCasesAsync(act.Db, file.AgencyId, [before], cancellation)
        )
        {
            return new Refusal(CaseRefusals.ColleagueUnknown);
        }

        file.OwnerId = item.OwnerBefore;
        file.Members.RemoveAll(member => member.UserId == item.OwnerBefore);
        if (item.WasMember)
        {
            Join(act, file, batch.ColleagueId!.Value);
        }

        return null;
    }

    /// <summary>Only the membership that the batch began; one that began again later is somebody's own wish.</summary>
    private static Refusal? Remove(Case file, CaseBatch batch, CaseBatchItem item) =>
        file.Members.RemoveAll(member =>
            member.UserId == batch.ColleagueId && member.Since == item.ChangedAt
        ) > 0
            ? null
            : new Refusal(CaseloadRefusals.ChangedSince);

    private static async Task<Refusal?> AddAsync(
        Act act,
        Case file,
        CaseBatch batch,
        CancellationToken cancellation
    )
    {
        var colleague = batch.ColleagueId!.Value;
        if (file.OwnerId == colleague || file.Members.Exists(member => member.UserId == colleague))
        {
            return new Refusal(CaseloadRefusals.ChangedSince);
        }

        if (!await Colleagues.WorkCasesAsync(act.Db, file.AgencyId, [colleague], cancellation))
        {
            return new Refusal(CaseRefusals.ColleagueUnknown);
        }

        Join(act, file, colleague);
        return null;
    }

    private static void Join(Act act, Case file, Guid colleague) =>
        file.Members.Add(
            new CaseMember
            {
                CaseId = file.Id,
                UserId = colleague,
                Since = act.Now,
            }
        );

    private static async Task<Refusal?> RemoveTaskAsync(
        Act act,
        CaseBatchItem item,
        CancellationToken cancellation
    )
    {
        var task = await act.Db.CaseTasks.FindAsync([item.RowId], cancellation);
        if (task is not { Version: 1, State: CaseTask.Open })
        {
            return new Refusal(CaseloadRefusals.ChangedSince);
        }

        act.Db.CaseTasks.Remove(task);
        return null;
    }

    private static async Task<Refusal?> RemoveFlagAsync(
        Act act,
        CaseBatchItem item,
        CancellationToken cancellation
    )
    {
        var flag = await act.Db.CaseFlags.FindAsync([item.RowId], cancellation);
        if (flag is not { Version: 1, ResolvedAt: null })
        {
            return new Refusal(CaseloadRefusals.ChangedSince);
        }

        act.Db.CaseFlags.Remove(flag);
        return null;
    }
}
