// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Faro.Programme.Jobs;

/// <summary>
/// Runs queued jobs in this process, <see cref="FaroOptions.JobsAtOnce"/> at a time, oldest first. At a start it takes up
/// what the process before it was running; what another process left, when its lease is over.
/// </summary>
public sealed class JobRunner(
    IServiceScopeFactory scopes,
    DatabaseEngine engine,
    JobWorks works,
    JobProgress progress,
    FaroOptions options,
    TimeProvider clock,
    ILogger<JobRunner> log
) : BackgroundService
{
    /// <summary>How often one chunk is tried before its job fails.</summary>
    public const int Tries = 3;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);
    private readonly ConcurrentDictionary<Guid, bool> _mine = new();

    /// <summary>One server per data folder (its lock sees to that): whoever held this name before is dead.</summary>
    private readonly string _holder =
        $"{Environment.MachineName}:{Path.GetFullPath(options.DataFolder)}";

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
            Enumerable
                .Range(0, options.JobsAtOnce)
                .Select(_ => Task.Run(() => LoopAsync(stoppingToken), stoppingToken))
        );

    private async Task LoopAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                while (await RunNextAsync(stopping))
                {
                    // Until the queue is empty.
                }

                await progress.ListenAsync(Look, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                // The database is away or full: the job keeps its lease or loses it, and is taken up again.
                log.LogError(failure, "The job runner could not go on and tries again");
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stopping)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <returns>False when no job was free.</returns>
    private async Task<bool> RunNextAsync(CancellationToken stopping)
    {
        // A look costs nothing; taking is a write with its audit line.
        await using (var db = engine.OpenReader())
        {
            if (
                !await db
                    .Jobs.Free(_holder, _mine.Keys.ToList(), clock.GetUtcNow())
                    .AnyAsync(stopping)
            )
            {
                return false;
            }
        }

        await using var scope = scopes.CreateAsyncScope();
        var taken = await Step<TakeJob>(scope)
            .RunAsync(Actor.System, new TakeJobInput(_holder, _mine.Keys.ToList()), stopping);
        if (taken.Value is not { } id)
        {
            return true;
        }

        _mine[id] = true;
        try
        {
            await RunAsync(scope, id, stopping);
        }
        finally
        {
            progress.End(id);
            _mine.TryRemove(id, out _);
        }

        return true;
    }

    private async Task RunAsync(AsyncServiceScope scope, Guid id, CancellationToken stopping)
    {
        var running = progress.Begin(id, stopping);
        var end = new EndJobInput(id, JobStates.Failed, "", []);
        try
        {
            var outcome = await WorkAsync(scope, id, running, stopping);
            if (outcome.Done)
            {
                return;
            }

            end = end with { Code = outcome.Refusals[0].Code, Values = outcome.Refusals[0].Values };
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await Step<ReleaseJob>(scope).RunAsync(Actor.System, id, CancellationToken.None);
            return;
        }
        catch (OperationCanceledException) when (running.Token.IsCancellationRequested)
        {
            end = end with { State = JobStates.Cancelled };
        }
        catch (JobFailedException failure)
        {
            end = end with { Code = failure.Code, Values = failure.Values };
        }

        await Step<EndJob>(scope).RunAsync(Actor.System, end, CancellationToken.None);
    }

    private async Task<Outcome<Done>> WorkAsync(
        AsyncServiceScope scope,
        Guid id,
        JobProgress.Running running,
        CancellationToken stopping
    )
    {
        var (task, done) = await ReadAsync(scope, id, running.Token);
        if (works.Find(task.Kind) is not { } work)
        {
            return new Refusal(JobRefusals.UnknownKind);
        }

        if (task.ChunkCount == 0)
        {
            task = task with
            {
                ChunkCount = Math.Max(
                    1,
                    await TryAsync(
                        task,
                        -1,
                        () => work.CutAsync(task, running.Token),
                        running.Token
                    )
                ),
            };
            await Step<RecordCut>(scope)
                .RunAsync(Actor.System, new RecordCutInput(id, task.ChunkCount), stopping);
        }

        using var keeping = CancellationTokenSource.CreateLinkedTokenSource(running.Token);
        var renewal = RenewAsync(scope, id, keeping.Token);
        try
        {
            for (var index = 0; index < task.ChunkCount; index++)
            {
                if (!done.Contains(index))
                {
                    await RunChunkAsync(scope, work, task, index, running, stopping);
                }
            }
        }
        finally
        {
            await keeping.CancelAsync();
            await renewal;
        }

        return await Step<FinishJob>(scope).RunAsync(Actor.System, task, stopping);
    }

    private async Task RunChunkAsync(
        AsyncServiceScope scope,
        JobWork work,
        JobTask task,
        int index,
        JobProgress.Running running,
        CancellationToken stopping
    )
    {
        running.Token.ThrowIfCancellationRequested();
        running.Report(0);
        var hash = await work.HashInputAsync(task, index, running.Token);
        var result = await TryAsync(
            task,
            index,
            () => work.RunChunkAsync(task, index, running, running.Token),
            running.Token
        );
        // No longer the person's to cancel: what was worked out is kept.
        await Step<RecordChunk>(scope)
            .RunAsync(Actor.System, new RecordChunkInput(task.Id, index, hash, result), stopping);
        running.Report(0);
    }

    private async Task<T> TryAsync<T>(
        JobTask task,
        int index,
        Func<Task<T>> work,
        CancellationToken cancellation
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (Exception failure)
                when (failure is not JobFailedException and not OutOfMemoryException
                    && !cancellation.IsCancellationRequested
                )
            {
                log.LogWarning(
                    "Job {Job}, chunk {Chunk}, try {Attempt}: {Failure}",
                    task.Id,
                    index,
                    attempt,
                    failure.GetType().Name
                );
                if (attempt == Tries)
                {
                    throw new JobFailedException(JobRefusals.ChunkFailed, index + 1, Tries);
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100 * attempt), clock, cancellation);
        }
    }

    private async Task RenewAsync(AsyncServiceScope scope, Guid id, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await Task.Delay(JobSteps.Lease / 2, clock, cancellation);
                await Step<RenewLease>(scope).RunAsync(Actor.System, id, cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The job is over.
        }
    }

    private static async Task<(JobTask Task, HashSet<int> Done)> ReadAsync(
        AsyncServiceScope scope,
        Guid id,
        CancellationToken cancellation
    )
    {
        var db = scope.ServiceProvider.GetRequiredService<FaroDb>();
        var job = await db.Jobs.AsNoTracking().SingleAsync(row => row.Id == id, cancellation);
        var done = await db
            .JobChunks.Where(chunk => chunk.JobId == id)
            .Select(chunk => chunk.Index)
            .ToListAsync(cancellation);
        var task = new JobTask(
            job.Id,
            job.Kind,
            job.Input,
            job.Seed,
            job.SubjectId,
            job.RequestedBy,
            job.ChunkCount,
            scope.ServiceProvider
        );
        return (task, [.. done]);
    }

    private static T Step<T>(AsyncServiceScope scope)
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();
}
