// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Programme.Cases;
using Faro.Programme.Screening;
using Faro.Programme.Tests.Cases;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Screening;

public sealed class InterviewTests
{
    [Theory]
    [EveryDatabase]
    [Trait("Rule", "R15")]
    public async Task An_interview_says_how_it_was_held_and_keeps_what_was_answered(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var (file, id) = await programme.BeginInterviewAsync();

        await programme.SavedAsync(
            InterviewSteps.Save(
                id,
                1,
                InterviewSteps.Answers(("safe_now", "yes")),
                InterviewStates.Paused
            )
        );
        var paused = await programme.ReadAsync(id);
        await programme.SavedAsync(
            InterviewSteps.Save(id, 2, InterviewSteps.Whole, InterviewStates.Finished)
        );
        var finished = await programme.ReadAsync(id);

        Assert.Equal(
            (InterviewStates.Paused, "yes"),
            (paused.State, paused.Answers.Of("safe_now"))
        );
        Assert.True(finished.IsFinished);
        Assert.Equal(InterviewSteps.Secret, finished.Answers.Of("field_notes"));
        Assert.Equal(InterviewSteps.Facts.Who, finished.Facts.Who);
        Assert.Equal("programme", finished.Facts.Interpreter);
        Assert.Equal(CaseStates.Screening, (await programme.CaseAsync(file)).State);
        Assert.NotNull((await programme.CaseAsync(file)).LastContactOn);
    }

    [Theory]
    [EveryDatabase]
    public async Task No_answer_is_readable_in_the_database(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var (_, id) = await programme.BeginInterviewAsync();
        await programme.SavedAsync(InterviewSteps.Save(id, 1, InterviewSteps.Whole));

        var boxes = await programme.ReadAsync(db =>
            db.Interviews.Select(row => new { row.AnswersBox, row.WhoBox }).SingleAsync()
        );

        foreach (var box in new[] { boxes.AnswersBox, boxes.WhoBox })
        {
            var raw = Encoding.UTF8.GetString(box!);
            Assert.DoesNotContain("pasaporte", raw, StringComparison.Ordinal);
            Assert.DoesNotContain("keeps_documents", raw, StringComparison.Ordinal);
            Assert.DoesNotContain("Luc", raw, StringComparison.Ordinal);
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task Finishing_asks_for_what_is_missing_unless_she_did_not_wish_to_answer(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var (_, id) = await programme.BeginInterviewAsync();
        var answers = InterviewSteps.Whole.Where(each => each.Key != "danger_now").ToDictionary();
        var input = InterviewSteps.Save(id, 1, answers, InterviewStates.Finished);

        var refused = await programme.RunAsync(
            programme.Get<SaveInterview>(),
            programme.Worker(),
            input
        );
        await programme.SavedAsync(
            input with
            {
                Declined = ["danger_now", "hurt", "no-such-question"],
            }
        );

        var refusal = Assert.Single(refused.Refusals);
        Assert.Equal(
            (ScreeningRefusals.AnswerMissing, "danger_now"),
            (refusal.Code, refusal.Field)
        );
        Assert.Equal(["danger_now", "hurt"], (await programme.ReadAsync(id)).Answers.Declined);
    }

    [Theory]
    [EveryDatabase]
    public async Task What_is_finished_changes_with_a_reason_only_and_keeps_what_stood(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var (_, id) = await programme.BeginInterviewAsync();
        await programme.SavedAsync(
            InterviewSteps.Save(id, 1, InterviewSteps.Whole, InterviewStates.Finished)
        );
        var changed = InterviewSteps.Whole.ToDictionary();
        changed["keeps_documents"] = "yes";
        var amend = new AmendInterviewInput(id, 2, changed, [], "no");

        var silent = await programme.RunAsync(
            programme.Get<AmendInterview>(),
            programme.Worker(),
            amend
        );
        await programme.DoneAsync(
            programme.Get<AmendInterview>(),
            programme.Worker(),
            amend with
            {
                Reason = "Se anotó al revés",
            }
        );
        var late = await programme.RunAsync(
            programme.Get<AmendInterview>(),
            programme.Worker(),
            amend with
            {
                Reason = "Se anotó al revés",
            }
        );

        Assert.Equal(ScreeningRefusals.ReasonLength, silent.Refusals.Single().Code);
        Assert.Equal(ScreeningRefusals.ChangedMeanwhile, late.Refusals.Single().Code);
        var reading = await programme.ReadAsync(id);
        Assert.Equal("yes", reading.Answers.Of("keeps_documents"));
        var kept = Assert.Single(reading.Kept);
        Assert.Equal(
            ("no", "Se anotó al revés"),
            (kept.Answers.Of("keeps_documents"), kept.Reason)
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task Answers_are_seen_by_who_works_in_the_social_part_of_the_case(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var (file, id) = await programme.BeginInterviewAsync();
        var read = programme.Get<ReadInterview>();
        var lawyer = programme.Colleague().With(Compartments.Legal);

        Assert.True((await programme.RunAsync(read, programme.Colleague(), id)).Done);
        foreach (var stranger in new[] { lawyer, CaseSteps.Outsider })
        {
            Assert.Equal(
                ScreeningRefusals.NotFound,
                (await programme.RunAsync(read, stranger, id)).Refusals.Single().Code
            );
            Assert.False(
                (
                    await programme.RunAsync(
                        programme.Get<StartInterview>(),
                        stranger,
                        new StartInterviewInput(file, Shipped.Field, InterviewSteps.Facts)
                    )
                ).Done
            );
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task A_closed_case_takes_no_interview_and_an_erased_person_has_none(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var (file, id) = await programme.BeginInterviewAsync();
        await programme.SavedAsync(InterviewSteps.Save(id, 1, InterviewSteps.Whole));
        await programme.DoneAsync(
            programme.Get<CloseCase>(),
            programme.Worker(),
            new CloseCaseInput(file, 2, "referred")
        );

        var closed = await programme.RunAsync(
            programme.Get<SaveInterview>(),
            programme.Worker(),
            InterviewSteps.Save(id, 2, InterviewSteps.Whole)
        );
        await programme.WriteAsync(act =>
            act.Db.SealedKeys.Where(key => key.OwnerId != Guid.Empty).ExecuteDeleteAsync()
        );
        var erased = await programme.RunAsync(
            programme.Get<ReadInterview>(),
            programme.Worker(),
            id
        );

        Assert.Equal(CaseRefusals.IsClosed, closed.Refusals.Single().Code);
        Assert.Equal(ScreeningRefusals.PersonErased, erased.Refusals.Single().Code);
    }

    [Fact]
    public async Task How_it_was_held_must_be_said_in_known_words()
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        var file = await programme.RegisterLeadAsync();

        var refused = await programme.RunAsync(
            programme.Get<StartInterview>(),
            programme.Worker(),
            new StartInterviewInput(
                file,
                "no-such",
                new InterviewFacts(
                    "xx",
                    "xx",
                    "xx",
                    "xx",
                    ["nobody", "lawyer"],
                    new string('x', 501)
                )
            )
        );

        Assert.Equal(
            [
                ScreeningRefusals.LanguageUnknown,
                ScreeningRefusals.ChannelUnknown,
                ScreeningRefusals.PlaceUnknown,
                ScreeningRefusals.InterpreterUnknown,
                ScreeningRefusals.CompanyContradicts,
                ScreeningRefusals.WhoTooLong,
                ScreeningRefusals.InstrumentUnknown,
            ],
            refused.Refusals.Select(refusal => refusal.Code)
        );
    }

    [Fact]
    public void Signs_are_shown_one_by_one_and_never_added_up()
    {
        var form = InstrumentForm.Shipped.Single(each => each.Code == Shipped.Field).Form;

        var signs = ScreeningSigns
            .Of(form, new InterviewAnswers(InterviewSteps.Whole, ["hurt"]))
            .ToDictionary(sign => sign.Item.Name, sign => sign.Answer, StringComparer.Ordinal);

        Assert.Equal(SignAnswer.Answered, signs["keeps_documents"]);
        Assert.Equal(SignAnswer.Declined, signs["hurt"]);
        Assert.Equal(SignAnswer.Open, signs["owes_money"]);
        Assert.All(
            ScreeningSigns.Of(
                form,
                new InterviewAnswers(InterviewSteps.Answers(("con_interview", "no")), [])
            ),
            sign => Assert.Equal(SignAnswer.NotAsked, sign.Answer)
        );
    }
}
