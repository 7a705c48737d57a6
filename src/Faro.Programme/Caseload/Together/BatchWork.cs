// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using Faro.Programme.Access;
using Faro.Programme.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Caseload.Together;

/// <summary>
/// Does or undoes a batch, case by case, as the person who asked. A case and its line in the batch change in one
/// transaction: whatever happens to the process, a case is changed whole or not at all, and once.
/// </summary>
internal abstract class BatchWork : JobWork
{
    /// <summary>Cases of one chunk.</summary>
    private const int PerChunk = 100;

    /// <summary>So many go side by side, so that their writes share commits.</summary>
    private const int AtOnce = 8;

    public override Permission Permission => Permissions.WorkCases;

    /// <summary>The state of what is still to do.</summary>
    protected abstract string Open { get; }

    /// <summary>The state of what could not be done.</summary>
    protected abstract string Refused { get; }

    protected abstract Operation<OneOfBatch, Done> Step(JobTask job);

    public override async Task<int> CutAsync(JobTask job, CancellationToken cancellation)
    {
        var batch = await BatchAsync(job, cancellation);
        return Math.Max(1, (batch.CaseCount + PerChunk - 1) / PerChunk);
    }

    public override async Task<byte[]> RunChunkAsync(
        JobTask job,
        int index,
        IProgress<double> within,
        CancellationToken cancellation
    )
    {
        var batch = await BatchAsync(job, cancellation);
        var actor = await ActorAsync(job, cancellation);
        var (from, open) = (index * PerChunk, Open);
        var cases = await job.Get<FaroDb>()
            .CaseBatchItems.Where(item =>
                item.BatchId == batch.Id
                && item.State == open
                && item.Index >= from
                && item.Index < from + PerChunk
            )
            .OrderBy(item => item.Index)
            .Select(item => item.CaseId)
            .ToListAsync(cancellation);
        var (step, refuse) = (Step(job), job.Get<RefuseOne>());
        var settled = 0;
        await Parallel.ForEachAsync(
            cases,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = AtOnce,
                CancellationToken = cancellation,
            },
            async (id, stopping) =>
            {
                var one = new OneOfBatch(batch.Id, id);
                var outcome = await step.RunAsync(actor, one, stopping);
                if (!outcome.Done)
                {
                    var no = new RefusedOne(one, Open, Refused, outcome.Refusals[0].Code);
                    await refuse.RunAsync(Actor.System, no, stopping);
                }

                within.Report((double)Interlocked.Increment(ref settled) / cases.Count);
            }
        );
        return Encoding.ASCII.GetBytes(settled.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Deletes the words and their key: each case has its own copy, under its own key.</summary>
    protected static async Task ForgetWordsAsync(
        Act act,
        Guid batchId,
        CancellationToken cancellation
    )
    {
        var batch = await act.Db.CaseBatches.SingleAsync(row => row.Id == batchId, cancellation);
        batch.WordsBox = null;
        await act
            .Db.SealedKeys.Where(key => key.OwnerId == batchId)
            .ExecuteDeleteAsync(cancellation);
    }

    private static Task<CaseBatch> BatchAsync(JobTask job, CancellationToken cancellation)
    {
        var id = job.InputAs<BatchOrder>().BatchId;
        return job.Get<FaroDb>()
            .CaseBatches.AsNoTracking()
            .SingleAsync(batch => batch.Id == id, cancellation);
    }

    /// <summary>Whoever asked, with what they may do now: an account that was closed since may do nothing.</summary>
    private static async Task<Actor> ActorAsync(JobTask job, CancellationToken cancellation)
    {
        var user = await job.Get<FaroDb>()
            .Users.AsNoTracking()
            .SingleAsync(row => row.Id == job.RequestedBy, cancellation);
        return new Actor(user.Id, null, user.AgencyId, user.Closed ? [] : [.. user.Roles])
        {
            Compartments = user.Compartments,
            At = job.Get<TimeProvider>().GetUtcNow(),
        };
    }
}

/// <summary>Does a batch.</summary>
internal sealed class CaseBatchWork : BatchWork
{
    public const string Code = "case-batch";

    public override string Kind => Code;

    protected override string Open => CaseBatchItem.Waiting;

    protected override string Refused => CaseBatchItem.Skipped;

    protected override Operation<OneOfBatch, Done> Step(JobTask job) => job.Get<ChangeOne>();

    public override async Task<Outcome<Done>> FinishAsync(
        Act act,
        JobTask job,
        IReadOnlyList<byte[]> results,
        CancellationToken cancellation
    )
    {
        await ForgetWordsAsync(act, job.InputAs<BatchOrder>().BatchId, cancellation);
        return default(Done);
    }

    /// <summary>What was not done yet will not be; what was done stays, and can be undone.</summary>
    public override async Task StopAsync(Act act, Job job, CancellationToken cancellation)
    {
        var id = job.SubjectId!.Value;
        var reason =
            job.State == JobStates.Cancelled
                ? CaseloadRefusals.BatchCancelled
                : CaseloadRefusals.BatchFailed;
        await act
            .Db.CaseBatchItems.Where(item =>
                item.BatchId == id && item.State == CaseBatchItem.Waiting
            )
            .ExecuteUpdateAsync(
                change =>
                    change
                        .SetProperty(item => item.State, CaseBatchItem.Skipped)
                        .SetProperty(item => item.Reason, reason),
                cancellation
            );
        await ForgetWordsAsync(act, id, cancellation);
    }
}

/// <summary>Undoes a batch.</summary>
internal sealed class UndoBatchWork : BatchWork
{
    public const string Code = "case-batch-undo";

    public override string Kind => Code;

    protected override string Open => CaseBatchItem.Done;

    protected override string Refused => CaseBatchItem.Kept;

    protected override Operation<OneOfBatch, Done> Step(JobTask job) => job.Get<UndoOne>();

    public override Task<Outcome<Done>> FinishAsync(
        Act act,
        JobTask job,
        IReadOnlyList<byte[]> results,
        CancellationToken cancellation
    ) => Task.FromResult<Outcome<Done>>(default(Done));

    /// <summary>What was not undone yet can be asked for again.</summary>
    public override async Task StopAsync(Act act, Job job, CancellationToken cancellation)
    {
        var batch = await act.Db.CaseBatches.SingleAsync(
            row => row.Id == job.SubjectId,
            cancellation
        );
        batch.UndoJobId = null;
    }
}

/// <param name="BatchId">Which batch.</param>
internal sealed record BatchOrder(Guid BatchId);
