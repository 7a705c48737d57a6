// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Jobs;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Faro.Programme.Tests.Jobs;

/// <summary>A programme with the test's work, and its runner started by hand.</summary>
internal static class JobSupport
{
    public static Action<IServiceCollection> With(SumWork work) =>
        services => services.AddSingleton<JobWork>(work).AddJobRunner();

    public static JobRunner Runner(this TestProgramme programme) =>
        programme.Services.GetServices<IHostedService>().OfType<JobRunner>().Single();

    public static Task<Guid> AskAsync(this TestProgramme programme, int chunks, long seed = 7) =>
        programme.DoneAsync(
            programme.Get<RequestJob>(),
            programme.As(Role.Analyst),
            new RequestJobInput(SumWork.Code, $"{{\"chunks\":{chunks}}}", null, seed)
        );

    public static Task<Job> JobAsync(this TestProgramme programme, Guid id) =>
        programme.ReadAsync(db => db.Jobs.SingleAsync(job => job.Id == id));

    /// <summary>Waits for the state; fails the test after half a minute.</summary>
    public static async Task<Job> UntilAsync(
        this TestProgramme programme,
        Guid id,
        Func<Job, bool> isSo
    )
    {
        var wait = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            var job = await programme.JobAsync(id);
            if (isSo(job))
            {
                return job;
            }

            Assert.True(
                wait.Elapsed < TimeSpan.FromSeconds(30),
                $"still {job.State}, {job.ChunksDone} of {job.ChunkCount}, {job.FailureCode}"
            );
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public static bool HasEnded(Job job) =>
        job.State is JobStates.Done or JobStates.Failed or JobStates.Cancelled;
}
