// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Jobs;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Jobs;

public sealed class JobRunnerTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_job_is_run_to_its_end_chunk_by_chunk(DatabaseKind kind)
    {
        var work = new SumWork();
        await using var programme = await TestProgramme.StartAsync(kind, JobSupport.With(work));
        await programme.Runner().StartAsync(CancellationToken.None);

        var id = await programme.AskAsync(chunks: 4);
        var job = await programme.UntilAsync(id, JobSupport.HasEnded);

        Assert.Equal((JobStates.Done, 4, 4), (job.State, job.ChunkCount, job.ChunksDone));
        Assert.Equal([0, 1, 2, 3], work.Begun);
        Assert.Equal(1, programme.Get<JobProgress>().Of(job));
        Assert.Equal(
            4,
            await programme.ReadAsync(db =>
                db.JobChunks.Where(chunk => chunk.JobId == id).CountAsync()
            )
        );
        await programme.Runner().StopAsync(CancellationToken.None);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_stopped_job_goes_on_where_it_was_with_the_same_bytes(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var held = new TaskCompletionSource();
        var first = new SumWork
        {
            Hold = (index, stop) =>
            {
                if (index < 2)
                {
                    return Task.CompletedTask;
                }

                held.TrySetResult();
                return Task.Delay(Timeout.Infinite, stop);
            },
        };
        Guid id;
        await using (var programme = TestProgramme.StartOn(database, JobSupport.With(first)))
        {
            await programme.Runner().StartAsync(CancellationToken.None);
            id = await programme.AskAsync(chunks: 5);
            await held.Task;
            var running = await programme.JobAsync(id);
            Assert.Equal(2, running.ChunksDone);
            Assert.Equal(0.5, programme.Get<JobProgress>().Of(running));
            await programme.Runner().StopAsync(CancellationToken.None);
            Assert.Equal(JobStates.Queued, (await programme.JobAsync(id)).State);
        }

        var second = new SumWork();
        await using (var programme = TestProgramme.StartOn(database, JobSupport.With(second)))
        {
            await programme.Runner().StartAsync(CancellationToken.None);
            await programme.UntilAsync(id, JobSupport.HasEnded);
            Assert.Equal([2, 3, 4], second.Begun);
            var whole = await programme.AskAsync(chunks: 5);
            var resumed = second.Result;
            await programme.UntilAsync(whole, JobSupport.HasEnded);
            Assert.Equal(resumed, second.Result);
            await programme.Runner().StopAsync(CancellationToken.None);
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task A_cancelled_job_stops_and_stays_stopped(DatabaseKind kind)
    {
        var held = new TaskCompletionSource();
        var work = new SumWork
        {
            Hold = (_, stop) =>
            {
                held.TrySetResult();
                return Task.Delay(Timeout.Infinite, stop);
            },
        };
        await using var programme = await TestProgramme.StartAsync(kind, JobSupport.With(work));
        await programme.Runner().StartAsync(CancellationToken.None);
        var running = await programme.AskAsync(chunks: 2);
        programme.Clock.Advance(TimeSpan.FromMilliseconds(1)); // The queue goes by time.
        var waiting = await programme.AskAsync(chunks: 2);
        await held.Task;

        var analyst = programme.As(Role.Analyst);
        await programme.DoneAsync(programme.Get<CancelJob>(), analyst, waiting);
        Assert.Equal(JobStates.Cancelled, (await programme.JobAsync(waiting)).State);
        await programme.DoneAsync(programme.Get<CancelJob>(), analyst, running);
        var job = await programme.UntilAsync(running, JobSupport.HasEnded);

        Assert.Equal(JobStates.Cancelled, job.State);
        Assert.Equal([0], work.Begun);
        var again = await programme.RunAsync(programme.Get<CancelJob>(), analyst, running);
        Assert.Equal(JobRefusals.Ended, again.Refusals[0].Code);
        await programme.Runner().StopAsync(CancellationToken.None);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_chunk_is_tried_three_times_and_then_the_job_fails(DatabaseKind kind)
    {
        var work = new SumWork { FailuresLeft = JobRunner.Tries - 1 };
        await using var programme = await TestProgramme.StartAsync(kind, JobSupport.With(work));
        await programme.Runner().StartAsync(CancellationToken.None);

        var id = await programme.AskAsync(chunks: 1);
        Assert.Equal(JobStates.Done, (await programme.UntilAsync(id, JobSupport.HasEnded)).State);
        work.FailuresLeft = JobRunner.Tries;
        id = await programme.AskAsync(chunks: 1);
        var failed = await programme.UntilAsync(id, JobSupport.HasEnded);

        Assert.Equal(
            (JobStates.Failed, JobRefusals.ChunkFailed, "[1,3]"),
            (failed.State, failed.FailureCode, failed.FailureValues)
        );
        await programme.Runner().StopAsync(CancellationToken.None);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_job_that_kills_the_process_each_time_is_given_up(DatabaseKind kind)
    {
        var work = new SumWork();
        await using var programme = await TestProgramme.StartAsync(kind, JobSupport.With(work));
        var id = await programme.AskAsync(chunks: 1);
        await programme.WriteAsync(async act =>
        {
            var job = await act.Db.Jobs.SingleAsync(row => row.Id == id);
            (job.State, job.Starts) = (JobStates.Running, JobSteps.MostStarts);
            job.LeaseUntil = act.Now.AddHours(-1);
        });

        await programme.Runner().StartAsync(CancellationToken.None);
        var ended = await programme.UntilAsync(id, JobSupport.HasEnded);

        Assert.Equal(JobRefusals.Crashed, ended.FailureCode);
        Assert.Empty(work.Begun);
        await programme.Runner().StopAsync(CancellationToken.None);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_job_that_another_place_is_running_is_left_to_it(DatabaseKind kind)
    {
        var work = new SumWork();
        await using var programme = await TestProgramme.StartAsync(kind, JobSupport.With(work));
        var id = await programme.AskAsync(chunks: 1);
        await programme.WriteAsync(async act =>
        {
            var job = await act.Db.Jobs.SingleAsync(row => row.Id == id);
            (job.State, job.LeaseHolder) = (JobStates.Running, "another:/place");
            job.LeaseUntil = act.Now + JobSteps.Lease;
        });

        await programme.Runner().StartAsync(CancellationToken.None);
        await Task.Delay(300);
        Assert.Empty(work.Begun);

        // Its lease is over: whoever held it is dead.
        programme.Clock.Advance(JobSteps.Lease + TimeSpan.FromSeconds(1));
        programme.Get<JobProgress>().Ring();
        await programme.UntilAsync(id, JobSupport.HasEnded);
        await programme.Runner().StopAsync(CancellationToken.None);
    }

    [Theory]
    [EveryDatabase]
    public async Task Jobs_are_seen_by_who_asked_and_their_agency_alone(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(
            kind,
            JobSupport.With(new SumWork())
        );
        await programme.AskAsync(chunks: 1);

        Task<int> SeenAsync(Actor actor) =>
            programme.ReadAsync(db => db.Jobs.VisibleTo(actor).CountAsync());
        var elsewhere = new Guid("00000000-0000-7000-8000-00000000a002");

        Assert.Equal(1, await SeenAsync(programme.As(Role.Analyst)));
        Assert.Equal(1, await SeenAsync(programme.As(Role.Supervisor)));
        Assert.Equal(0, await SeenAsync(programme.As(Role.Supervisor, elsewhere)));
        Assert.Equal(0, await SeenAsync(programme.As(Role.Caseworker)));
        Assert.Equal(1, await SeenAsync(programme.As(Role.Administrator, elsewhere)));
        var unknown = await programme.RunAsync(
            programme.Get<RequestJob>(),
            programme.As(Role.Analyst),
            new RequestJobInput("no-such", "{}", null, 1)
        );
        Assert.Equal(JobRefusals.UnknownKind, unknown.Refusals[0].Code);
    }
}
