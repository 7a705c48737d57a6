// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Access;
using Faro.Programme.Jobs;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Cases;

/// <summary>
/// Works out anew what the head of a case keeps, for some cases that older rules settled. Gives how many it settled; a case
/// that is settled is not looked at again, so it may be repeated without harm.
/// </summary>
internal sealed class SettleCases(OperationDoor door) : Operation<Done, int>(door)
{
    public const int Most = 500;

    public override Permission Permission => Permissions.ManageJobs;

    protected internal override async Task<Outcome<int>> ActAsync(
        Act act,
        Done input,
        CancellationToken cancellation
    )
    {
        var ids = await Unsettled(act.Db)
            .OrderBy(file => file.Id)
            .Take(Most)
            .Select(file => file.Id)
            .ToListAsync(cancellation);
        await act.SettleWholeAsync(ids, cancellation);
        act.Note("case", null, ("settled", ids.Count.ToString(CultureInfo.InvariantCulture)));
        return ids.Count;
    }

    public static IQueryable<Case> Unsettled(FaroDb db) =>
        db.Cases.Where(file => file.SettledBy < CaseSettling.Rules);
}

/// <summary>Cases that were written past the change tracker, and those of before an update.</summary>
internal static class WholeSettling
{
    public static async Task SettleWholeAsync(
        this Act act,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellation
    )
    {
        foreach (var some in ids.Chunk(SettleCases.Most))
        {
            await CaseSettling.SettleAsync(act, some, CaseParts.All, cancellation);
            var files = await act
                .Db.Cases.Where(file => some.Contains(file.Id))
                .ToListAsync(cancellation);
            await act.Db.SettleDueDaysAsync(files, cancellation);
            await act.Db.SaveChangesAsync(cancellation);
            act.Db.ChangeTracker.Clear();
        }

        // All of it is done: the door need not do it again.
        act.Db.Touched.Forget();
    }
}

/// <summary>Asks for the work when a start finds cases of older rules; nothing when it waits or runs already.</summary>
internal sealed class AskToSettle(OperationDoor door) : Operation<Done, Done>(door)
{
    public override Permission Permission => Permissions.ManageJobs;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        Done input,
        CancellationToken cancellation
    )
    {
        var asked = await act.Db.Jobs.AnyAsync(
            job =>
                job.Kind == SettleCasesWork.Code
                && (job.State == JobStates.Queued || job.State == JobStates.Running),
            cancellation
        );
        if (!asked)
        {
            act.Enqueue(SettleCasesWork.Code, new { CaseSettling.Rules });
        }

        return default(Done);
    }

    public static async Task StartAsync(
        DatabaseEngine engine,
        AskToSettle ask,
        CancellationToken cancellation
    )
    {
        await using var db = engine.OpenReader();
        if (await SettleCases.Unsettled(db).AnyAsync(cancellation))
        {
            await ask.RunAsync(Actor.System, default, cancellation);
        }
    }
}

/// <summary>Settles all cases of older rules, in the background: until it is done, lists filter and count by what they knew.</summary>
internal sealed class SettleCasesWork : JobWork
{
    public const string Code = "settle-cases";

    public override string Kind => Code;

    public override Permission Permission => Permissions.ManageJobs;

    public override Task<int> CutAsync(JobTask job, CancellationToken cancellation) =>
        Task.FromResult(1);

    public override async Task<byte[]> RunChunkAsync(
        JobTask job,
        int index,
        IProgress<double> within,
        CancellationToken cancellation
    )
    {
        var all = await SettleCases.Unsettled(job.Get<FaroDb>()).CountAsync(cancellation);
        for (var settled = 0; ; )
        {
            var some = await job.Get<SettleCases>().RunAsync(Actor.System, default, cancellation);
            if (some.Value == 0)
            {
                return [];
            }

            settled += some.Value;
            within.Report((double)settled / Math.Max(all, settled));
        }
    }

    public override Task<Outcome<Done>> FinishAsync(
        Act act,
        JobTask job,
        IReadOnlyList<byte[]> results,
        CancellationToken cancellation
    ) => Task.FromResult<Outcome<Done>>(default(Done));
}
