// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Exchange.Tables;
using Faro.Programme.Jobs;
using Faro.Programme.Storage;
using Faro.Programme.Studies.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Cli;

/// <summary>Waits for the load of a source, by the server that runs on the data or, when none does, by this process.</summary>
internal static class ImportLoad
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <returns>Refusals when it was not loaded; then nothing of the source stays.</returns>
    public static async Task<Outcome<Done>> WaitAsync(
        ImportRun run,
        SourceOnItsWay way,
        ProgressLine? line,
        CancellationToken cancellation
    )
    {
        using var runner = run.IsAlone
            ? ActivatorUtilities.CreateInstance<JobRunner>(run.Services)
            : null;
        if (runner is not null)
        {
            await runner.StartAsync(cancellation);
        }

        try
        {
            var job = await EndedAsync(run, way.JobId, line, cancellation);
            if (job.State == JobStates.Done)
            {
                return default(Done);
            }

            var refusals = await RefusalsAsync(run, way.SourceId, job, cancellation);
            await run
                .Services.GetRequiredService<RemoveSource>()
                .RunAsync(run.Actor, new RemoveSourceInput(way.SourceId), cancellation);
            return refusals;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new Refusal(ImportRefusals.LoadLeft);
        }
        finally
        {
            line?.Clear();
            if (runner is not null)
            {
                await runner.StopAsync(CancellationToken.None);
            }
        }
    }

    private static async Task<Job> EndedAsync(
        ImportRun run,
        Guid id,
        ProgressLine? line,
        CancellationToken cancellation
    )
    {
        var engine = run.Services.GetRequiredService<DatabaseEngine>();
        var progress = run.Services.GetRequiredService<JobProgress>();
        while (true)
        {
            await using (var db = engine.OpenReader())
            {
                var job = await db
                    .Jobs.AsNoTracking()
                    .SingleAsync(each => each.Id == id, cancellation);
                if (job.State is not (JobStates.Queued or JobStates.Running))
                {
                    return job;
                }

                line?.Show(Words.Get("Import.Source.Loading", progress.Of(job)));
            }

            await Task.Delay(Look, cancellation);
        }
    }

    private static async Task<List<Refusal>> RefusalsAsync(
        ImportRun run,
        Guid source,
        Job job,
        CancellationToken cancellation
    )
    {
        await using var db = run.Services.GetRequiredService<DatabaseEngine>().OpenReader();
        var problems = await db
            .StudySources.Where(each => each.Id == source)
            .Select(each => each.Problems)
            .FirstOrDefaultAsync(cancellation);
        List<Refusal> located =
        [
            .. FileProblem
                .ListFromJson(problems ?? "[]")
                .Select(problem => problem.ToRefusal(run.FileName)),
        ];
        return located.Count > 0
            ? located
            : [job.ToRefusal() ?? new Refusal(ImportRefusals.LoadStopped)];
    }
}
