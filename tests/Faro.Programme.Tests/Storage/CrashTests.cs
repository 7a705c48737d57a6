// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Audit;
using Faro.Programme.Jobs;
using Faro.Programme.Storage;
using Faro.Programme.Tests.Jobs;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Storage;

/// <summary>A process is killed, without a chance to say anything, in the middle of writes and of a job.</summary>
public sealed class CrashTests
{
    private const int Writes = 1000;
    private const int KillAfter = 400;
    private const int Chunks = 40;

    [Theory]
    [EveryDatabase]
    public async Task Nothing_acknowledged_is_lost_and_the_job_goes_on(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var log = Path.Combine(database.Folder, "acknowledged");
        var job = await KillAsync(database, log);

        var acknowledged = (await File.ReadAllTextAsync(log))
            .Split('\n')
            .SkipLast(1)
            .Select(Guid.Parse)
            .ToList();
        Assert.InRange(acknowledged.Count, KillAfter, Writes - 1);
        var work = new SumWork();
        await using var programme = TestProgramme.StartOn(database, JobSupport.With(work));
        await programme.Get<FaroStart>().PrepareAsync(serving: true, CancellationToken.None);
        var kept = await programme.ReadAsync(db =>
            db.SealedKeys.Select(key => key.OwnerId).ToListAsync()
        );
        Assert.Empty(acknowledged.Except(kept));
        await AssertWholeAsync(programme);

        var before = await programme.JobAsync(job);
        Assert.Equal(JobStates.Running, before.State);
        Assert.InRange(before.ChunksDone, 1, Chunks - 1);
        await programme.Runner().StartAsync(CancellationToken.None);
        await programme.UntilAsync(job, JobSupport.HasEnded);
        Assert.Equal(Chunks - before.ChunksDone, work.Begun.Count);
        var resumed = work.Result;
        var uninterrupted = await programme.AskAsync(Chunks);
        await programme.UntilAsync(uninterrupted, JobSupport.HasEnded);
        Assert.Equal(resumed, work.Result);
        await programme.Runner().StopAsync(CancellationToken.None);
        await AssertWholeAsync(programme);
    }

    /// <summary>Not a test: what the other process does until it is killed. Runs only when it is called by name.</summary>
    [Fact(Explicit = true)]
    public async Task A_process_writes_until_it_is_killed()
    {
        await using var database = KilledProcess.Database();
        var work = new SumWork { Hold = (_, stop) => Task.Delay(25, stop) };
        await using var programme = TestProgramme.StartOn(database, JobSupport.With(work));
        await programme.Get<FaroStart>().PrepareAsync(serving: true, CancellationToken.None);
        await programme.Runner().StartAsync(CancellationToken.None);
        var job = await programme.AskAsync(Chunks);
        await File.WriteAllTextAsync(Path.Combine(database.Folder, "job"), job.ToString());
        await using var log = new FileStream(
            Path.Combine(database.Folder, "acknowledged"),
            new FileStreamOptions
            {
                Mode = FileMode.Append,
                Access = FileAccess.Write,
                Share = FileShare.Read,
                BufferSize = 0,
            }
        );
        await programme.UntilAsync(job, row => row.ChunksDone > 0);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Writes),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (_, stop) =>
            {
                var id = Guid.Empty;
                await programme.WriteAsync(act =>
                {
                    id = act.NewId();
                    act.Db.SealedKeys.Add(act.Vault.NewKey(id));
                    return Task.CompletedTask;
                });
                // Only now is it promised; the line reaches the kernel before anything else happens.
                lock (work)
                {
                    log.Write(System.Text.Encoding.ASCII.GetBytes($"{id}\n"));
                }

                // As if clients took a moment: the killer must find the writes under way.
                await Task.Delay(10, stop);
            }
        );
        await Task.Delay(Timeout.Infinite);
    }

    private static async Task<Guid> KillAsync(TestDatabase database, string log)
    {
        await KilledProcess.RunAsync(
            database,
            nameof(A_process_writes_until_it_is_killed),
            () => Task.FromResult(Lines(log) >= KillAfter)
        );
        return Guid.Parse(await File.ReadAllTextAsync(Path.Combine(database.Folder, "job")));
    }

    /// <summary>37 bytes a line.</summary>
    private static long Lines(string log) => File.Exists(log) ? new FileInfo(log).Length / 37 : 0;

    private static async Task AssertWholeAsync(TestProgramme programme)
    {
        var verdict = await programme.ReadAsync(db =>
            AuditVerification.OfDatabaseAsync(db, null, CancellationToken.None)
        );
        Assert.True(verdict.Whole, $"{verdict.Break}");
    }
}
