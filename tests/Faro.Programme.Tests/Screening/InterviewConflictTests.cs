// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Screening;
using Faro.Programme.Tests.Cases;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Screening;

/// <summary>Devices that were without a network: nothing is saved twice, nothing is overwritten.</summary>
public sealed class InterviewConflictTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_save_sent_twice_counts_once(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var (_, id) = await programme.BeginInterviewAsync();
        var save = InterviewSteps.Save(id, 1, InterviewSteps.Whole, InterviewStates.Finished);

        var first = await programme.SavedAsync(save);
        var second = await programme.SavedAsync(save);

        Assert.Equal(first, second);
        Assert.Equal((2, false), (first.Version, first.Conflict));
        Assert.Equal(1, await programme.ReadAsync(db => db.InterviewSaves.CountAsync()));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_device_that_did_not_hear_the_answer_goes_on_from_its_own_save(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var (_, id) = await programme.BeginInterviewAsync();
        var unheard = InterviewSteps.Save(id, 1, InterviewSteps.Answers(("safe_now", "yes")));
        await programme.SavedAsync(unheard);

        var next = await programme.SavedAsync(
            InterviewSteps.Save(id, 1, InterviewSteps.Whole) with
            {
                After = [unheard.Key],
            }
        );

        Assert.Equal((3, false), (next.Version, next.Conflict));
    }

    [Theory]
    [EveryDatabase]
    public async Task Two_devices_that_differ_lose_neither_and_somebody_chooses(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var (_, id) = await programme.BeginInterviewAsync();
        await programme.SavedAsync(
            InterviewSteps.Save(
                id,
                1,
                InterviewSteps.Answers(("safe_now", "yes"), ("con_interview", "yes"), ("hurt", "no"))
            )
        );
        var later = InterviewSteps.Save(
            id,
            1,
            InterviewSteps.Answers(("safe_now", "no"), ("con_interview", "yes"), ("hurt", "yes")),
            InterviewStates.Finished
        );

        var kept = await programme.SavedAsync(later);
        var reading = await programme.ReadAsync(id);

        Assert.True(kept.Conflict);
        Assert.Equal((2, InterviewStates.Open, true), (kept.Version, reading.State, reading.InConflict));
        var other = Assert.Single(reading.Waiting);
        Assert.Equal(
            ("yes", "no"),
            (reading.Answers.Of("safe_now"), other.Answers.Of("safe_now"))
        );

        await programme.DoneAsync(
            programme.Get<ChooseAnswers>(),
            programme.Worker(),
            new ChooseAnswersInput(id, other.Id, 2, ["hurt"])
        );
        var chosen = await programme.ReadAsync(id);
        Assert.Equal(
            ("yes", "yes"),
            (chosen.Answers.Of("safe_now"), chosen.Answers.Of("hurt"))
        );
        Assert.False(chosen.InConflict);
        Assert.Equal(
            [InterviewSaveKinds.Conflict, InterviewSaveKinds.BeforeChoice],
            chosen.Kept.Select(each => each.Kind).OrderDescending(StringComparer.Ordinal)
        );
        Assert.Equal(
            ScreeningRefusals.NoConflict,
            (
                await programme.RunAsync(
                    programme.Get<ChooseAnswers>(),
                    programme.Worker(),
                    new ChooseAnswersInput(id, other.Id, chosen.Version, [])
                )
            )
                .Refusals.Single()
                .Code
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task The_same_answers_from_two_devices_are_no_conflict(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var (_, id) = await programme.BeginInterviewAsync();
        await programme.SavedAsync(InterviewSteps.Save(id, 1, InterviewSteps.Whole));

        var same = await programme.SavedAsync(InterviewSteps.Save(id, 1, InterviewSteps.Whole));

        Assert.Equal((2, false), (same.Version, same.Conflict));
    }

    [Theory]
    [EveryDatabase]
    public async Task A_save_that_comes_after_the_end_is_kept_beside_it(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var (_, id) = await programme.BeginInterviewAsync();
        await programme.SavedAsync(
            InterviewSteps.Save(id, 1, InterviewSteps.Whole, InterviewStates.Finished)
        );

        var late = await programme.SavedAsync(
            InterviewSteps.Save(id, 2, InterviewSteps.Answers(("safe_now", "no")))
        );

        Assert.True(late.Conflict);
        Assert.True((await programme.ReadAsync(id)).IsFinished);
    }

    [Fact]
    public async Task A_colleague_always_gets_the_same_secret_for_her_outbox_and_nobody_elses()
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        var read = programme.Get<ReadOutboxSecret>();

        var first = await programme.DoneAsync(read, programme.Worker(), default);
        var again = await programme.DoneAsync(read, programme.Worker(), default);
        var other = await programme.DoneAsync(read, programme.Colleague(), default);

        Assert.Equal(first, again);
        Assert.NotEqual(first.Secret, other.Secret);
        Assert.Equal(32, Convert.FromBase64String(first.Secret).Length);
    }
}
