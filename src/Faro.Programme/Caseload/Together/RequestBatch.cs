// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Access;
using Faro.Programme.Caseload.Lists;
using Faro.Programme.Cases;
using Faro.Programme.Casework;
using Faro.Programme.Casework.Flags;
using Faro.Programme.Casework.Tasks;
using Faro.Programme.Jobs;
using Faro.Programme.Storage;
using Faro.Programme.Vault;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Caseload.Together;

/// <summary>
/// Asks for one thing to be done in many cases. Here it is judged whether it can be done at all; whether it may be done in
/// each case is judged when its turn comes, by the same rules as in one case.
/// </summary>
public sealed class RequestBatch(OperationDoor door) : Operation<RequestBatchInput, Guid>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        RequestBatchInput input,
        CancellationToken cancellation
    )
    {
        if (!CodeLists.Get(BatchActions.List).Contains(input.Action))
        {
            return new Refusal(CaseloadRefusals.ChoiceUnknown, nameof(input.Action));
        }

        if (
            !act.Actor.May(BatchActions.Asks(input.Action))
            || act.Actor is not { UserId: { } user, AgencyId: { } agency }
        )
        {
            return new Refusal(AccessRefusals.NotAllowed);
        }

        var refusals = await input.Facts.CheckAsync(act, agency, input.Action, cancellation);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var cases = await CasesAsync(act, input, cancellation);
        if (!cases.Done)
        {
            return cases.Refusals.ToList();
        }

        var batch = New(act, input, user, agency, cases.Value.Count);
        act.Db.CaseBatches.Add(batch);
        batch.JobId = act.Enqueue(CaseBatchWork.Code, new BatchOrder(batch.Id), batch.Id).Id;
        await act.Db.SaveChangesAsync(cancellation);
        await act.Db.AddRowsAsync(
            cases
                .Value.Index()
                .Select(each => new CaseBatchItem
                {
                    BatchId = batch.Id,
                    CaseId = each.Item,
                    Index = each.Index,
                })
                .ToList(),
            cancellation
        );
        act.Note(
            "case-batch",
            batch.Id,
            ("action", input.Action),
            ("cases", cases.Value.Count.ToString(CultureInfo.InvariantCulture))
        );
        return batch.Id;
    }

    private static async Task<Outcome<List<Guid>>> CasesAsync(
        Act act,
        RequestBatchInput input,
        CancellationToken cancellation
    )
    {
        if (input.Filter is not { } filter)
        {
            return await ChosenAsync(act, input.Cases ?? [], cancellation);
        }

        var refusals = filter.Check();
        if (refusals.Count > 0)
        {
            return refusals;
        }

        var cases = await new CaseListing(act.Db, act.Actor, act.Clock).IdsAsync(
            filter,
            CaseBatch.MostCases,
            cancellation
        );
        return cases.Count > CaseBatch.MostCases
                ? new Refusal(CaseloadRefusals.TooManyCases, "", CaseBatch.MostCases)
            : cases.Count != input.Expected
                ? new Refusal(CaseloadRefusals.CountChanged, "", cases.Count)
            : cases.Count == 0 ? new Refusal(CaseloadRefusals.NothingChosen)
            : cases;
    }

    private static async Task<Outcome<List<Guid>>> ChosenAsync(
        Act act,
        IReadOnlyList<Guid> chosen,
        CancellationToken cancellation
    )
    {
        var cases = chosen.Distinct().ToList();
        if (cases.Count is 0)
        {
            return new Refusal(CaseloadRefusals.NothingChosen);
        }

        if (cases.Count > CaseBatch.MostCases)
        {
            return new Refusal(CaseloadRefusals.TooManyCases, "", CaseBatch.MostCases);
        }

        var seen = await act
            .Db.Cases.VisibleTo(act.Actor)
            .CountAsync(file => cases.Contains(file.Id), cancellation);
        return seen == cases.Count ? cases : new Refusal(CaseRefusals.NotFound);
    }

    private static CaseBatch New(
        Act act,
        RequestBatchInput input,
        Guid user,
        Guid agency,
        int cases
    )
    {
        var (id, facts) = (act.NewId(), input.Facts);
        byte[]? box = null;
        if (facts.Words.Trim() is { Length: > 0 } words)
        {
            var key = act.Vault.NewKey(id);
            act.Db.SealedKeys.Add(key);
            box = SealedWords.Seal(act.Vault, key, words, CaseBatch.WordsField(id));
        }

        return new CaseBatch
        {
            Id = id,
            AgencyId = agency,
            RequestedBy = user,
            RequestedAt = act.Now,
            Action = input.Action,
            ColleagueId = facts.ColleagueId,
            TaskKind = input.Action == BatchActions.Task ? facts.TaskKind : "",
            On = facts.On,
            RemindDays = facts.RemindDays,
            WordsBox = box,
            CaseCount = cases,
        };
    }
}

/// <param name="Action">A code of the list <c>batch-actions</c>.</param>
/// <param name="Facts">What is to be done.</param>
/// <param name="Cases">Those that were chosen one by one; null when a filter says which.</param>
/// <param name="Filter">All that it holds; null when they were chosen one by one.</param>
/// <param name="Expected">How many the filter held when it was shown: if it holds another number now, nothing is done.</param>
public sealed record RequestBatchInput(
    string Action,
    BatchFacts Facts,
    IReadOnlyList<Guid>? Cases = null,
    CaseFilter? Filter = null,
    int? Expected = null
);

/// <summary>What is to be done in each of many cases.</summary>
/// <param name="ColleagueId">Of the team actions: who. Of a task: whose it is; null for whoever carries each case.</param>
/// <param name="Words">Of a flag or task; sealed.</param>
/// <param name="On">The day of the flag or task.</param>
/// <param name="TaskKind">A code of the list <c>task-kinds</c>.</param>
/// <param name="RemindDays">Shown as coming so many days before.</param>
public sealed record BatchFacts(
    Guid? ColleagueId = null,
    string Words = "",
    DateOnly? On = null,
    string TaskKind = "",
    int RemindDays = 0
)
{
    /// <summary>As the task of one case.</summary>
    internal TaskFacts ToTask() => new(TaskKind, Words, ColleagueId, On, RemindDays);

    internal async Task<List<Refusal>> CheckAsync(
        Act act,
        Guid agency,
        string action,
        CancellationToken cancellation
    )
    {
        if (action == BatchActions.Task)
        {
            var refusals = await ToTask().CheckAsync(act, agency, isNew: true, cancellation);
            // Where a form of one case says "Title", the form of many says "Words".
            return refusals.ConvertAll(each =>
                each with
                {
                    Field = each.Field switch
                    {
                        nameof(TaskFacts.Title) => nameof(Words),
                        nameof(TaskFacts.Kind) => nameof(TaskKind),
                        nameof(TaskFacts.DueOn) => nameof(On),
                        nameof(TaskFacts.OwnerId) => nameof(ColleagueId),
                        var field => field,
                    },
                }
            );
        }

        var checks = new CaseworkChecks(act.Today);
        if (action == BatchActions.Flag)
        {
            checks.Text(Words.Trim(), CaseFlag.TextMaxLength, nameof(Words), required: true);
            checks.Must(!(On < checks.Today), CaseworkRefusals.DayInPast, nameof(On));
        }
        else
        {
            checks.Must(
                ColleagueId is not null,
                CaseRefusals.ColleagueUnknown,
                nameof(ColleagueId)
            );
            // Whoever has left can still be taken off a team.
            if (action != BatchActions.RemoveMember)
            {
                await checks.ColleagueAsync(
                    act.Db,
                    agency,
                    ColleagueId,
                    nameof(ColleagueId),
                    cancellation
                );
            }
        }

        return checks.Refusals;
    }
}
