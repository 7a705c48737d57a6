// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Casework.Flags;
using Faro.Programme.Casework.Tasks;
using Faro.Programme.Vault;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Caseload.Together;

/// <summary>
/// Does in one case what a batch asks for, through the operation that does it in one case: its rules are the rules here. A
/// case that is settled already is left alone, so it may be repeated without harm.
/// </summary>
internal sealed class ChangeOne(OperationDoor door) : Operation<OneOfBatch, Done>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        OneOfBatch input,
        CancellationToken cancellation
    )
    {
        var item = await act.ItemAsync(input, cancellation);
        if (item.State != CaseBatchItem.Waiting)
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

        var refusals = await ChangeAsync(act, batch, item, cancellation);
        if (refusals.Count > 0)
        {
            return refusals.ToList();
        }

        (item.State, item.ChangedAt) = (CaseBatchItem.Done, act.Now);
        act.Note("case-batch", batch.Id, ("case", input.CaseId.ToString()));
        return default(Done);
    }

    private static async Task<IReadOnlyList<Refusal>> ChangeAsync(
        Act act,
        CaseBatch batch,
        CaseBatchItem item,
        CancellationToken cancellation
    )
    {
        if (BatchActions.IsOfTeam(batch.Action))
        {
            return await ChangeTeamAsync(act, batch, item, cancellation);
        }

        var words = await WordsAsync(act, batch, cancellation);
        var made =
            batch.Action == BatchActions.Task
                ? await act.Get<AddTask>()
                    .ActAsync(
                        act,
                        new AddTaskInput(
                            item.CaseId,
                            new TaskFacts(
                                batch.TaskKind,
                                words,
                                batch.ColleagueId,
                                batch.On,
                                batch.RemindDays
                            )
                        ),
                        cancellation
                    )
                : await act.Get<RaiseFlag>()
                    .ActAsync(act, new RaiseFlagInput(item.CaseId, words, batch.On), cancellation);
        item.RowId = made.Done ? made.Value : null;
        return made.Refusals;
    }

    private static async Task<IReadOnlyList<Refusal>> ChangeTeamAsync(
        Act act,
        CaseBatch batch,
        CaseBatchItem item,
        CancellationToken cancellation
    )
    {
        var found = await act.OpenCaseAsync(item.CaseId, cancellation);
        if (!found.Done)
        {
            return found.Refusals;
        }

        var (file, colleague) = (found.Value, batch.ColleagueId!.Value);
        await act.Db.Entry(file).Collection(row => row.Members).LoadAsync(cancellation);
        var members = file.Members.Select(member => member.UserId).ToHashSet();
        (item.OwnerBefore, item.WasMember) = (file.OwnerId, members.Contains(colleague));
        var changes = batch.Action switch
        {
            BatchActions.Assign => file.OwnerId != colleague,
            BatchActions.AddMember => file.OwnerId != colleague && members.Add(colleague),
            _ => members.Remove(colleague),
        };
        if (!changes)
        {
            return [new Refusal(CaseloadRefusals.NothingToDo)];
        }

        var owner = batch.Action == BatchActions.Assign ? colleague : file.OwnerId;
        if (owner is null)
        {
            return [new Refusal(CaseloadRefusals.NobodyCarries)];
        }

        var changed = await act.Get<ChangeTeam>()
            .ActAsync(
                act,
                new ChangeTeamInput(
                    file.Id,
                    file.Version,
                    owner.Value,
                    [.. members],
                    file.Restricted
                ),
                cancellation
            );
        return changed.Refusals;
    }

    private static async Task<string> WordsAsync(
        Act act,
        CaseBatch batch,
        CancellationToken cancellation
    ) =>
        batch.WordsBox is { } box
        && await act.Db.SealedKeys.FindAsync([batch.Id], cancellation) is { } key
            ? SealedWords.Open(act.Vault, key, box, CaseBatch.WordsField(batch.Id))
            : "";
}

/// <param name="BatchId">Of which batch.</param>
/// <param name="CaseId">Which of its cases.</param>
internal sealed record OneOfBatch(Guid BatchId, Guid CaseId);

/// <param name="One">Which.</param>
/// <param name="From">Only while it is in this state.</param>
/// <param name="To">Its state from now on.</param>
/// <param name="Reason">The refusal's code.</param>
internal sealed record RefusedOne(OneOfBatch One, string From, string To, string Reason);

/// <summary>Keeps why something was not done, or not undone, in one case.</summary>
internal sealed class RefuseOne(OperationDoor door) : Operation<RefusedOne, Done>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        RefusedOne input,
        CancellationToken cancellation
    )
    {
        var item = await act.ItemAsync(input.One, cancellation);
        if (item.State == input.From)
        {
            (item.State, item.Reason) = (input.To, input.Reason);
        }

        act.Note(
            "case-batch",
            input.One.BatchId,
            ("case", input.One.CaseId.ToString()),
            ("code", input.Reason)
        );
        return default(Done);
    }
}

internal static class BatchItems
{
    public static Task<CaseBatchItem> ItemAsync(
        this Act act,
        OneOfBatch one,
        CancellationToken cancellation
    ) =>
        act.Db.CaseBatchItems.SingleAsync(
            item => item.BatchId == one.BatchId && item.CaseId == one.CaseId,
            cancellation
        );
}
