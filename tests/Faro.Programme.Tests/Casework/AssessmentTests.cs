// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Faro.Programme.Cases;
using Faro.Programme.Casework;
using Faro.Programme.Casework.Assessments;
using Faro.Programme.Tests.Cases;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Casework;

public sealed class AssessmentTests
{
    private const string Note = "Xiomarabel dice que el primo ya no llama.";

    [Theory]
    [EveryDatabase]
    public async Task The_last_assessment_sets_the_risk_of_the_case_and_its_next_day(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var today = programme.Today();
        await AssessAsync(programme, id, "high", today.AddDays(-30), today.AddDays(5));
        await AssessAsync(programme, id, "low", today, today.AddDays(60), Note);
        // One that was written down late changes nothing that came after it.
        await AssessAsync(programme, id, "imminent", today.AddDays(-90), today.AddDays(1));

        var file = await programme.CaseAsync(id);

        Assert.Equal(("low", today.AddDays(60)), (file.Risk, file.NextDueOn));
        var read = await programme.DoneAsync(
            programme.Get<ReadAssessments>(),
            programme.Worker(),
            id
        );
        Assert.Equal(["imminent", "high", "low"], read.Select(row => row.Overall));
        Assert.Equal([false, false, true], read.Select(row => row.IsLatest));
        Assert.Equal(
            (Note, "duele"),
            (read[2].Note, read[2].Answers.Single(answer => answer.Item == "health").Note)
        );
        var stored = await programme.ReadAsync(db => db.Assessments.ToListAsync());
        Assert.All(
            stored,
            row =>
                Assert.DoesNotContain(
                    "Xiomarabel",
                    Encoding.UTF8.GetString(row.Box!),
                    StringComparison.Ordinal
                )
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task One_taken_back_is_kept_and_counts_no_more(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var today = programme.Today();
        await AssessAsync(programme, id, "medium", today.AddDays(-9), null);
        var wrong = await AssessAsync(programme, id, "imminent", today, today.AddDays(1));

        await programme.DoneAsync(
            programme.Get<VoidAssessment>(),
            programme.Colleague(),
            new VoidAssessmentInput(wrong, 1)
        );

        var file = await programme.CaseAsync(id);
        Assert.Equal(("medium", (DateOnly?)null), (file.Risk, file.NextDueOn));
        Assert.Equal(2, await programme.ReadAsync(db => db.Assessments.CountAsync()));
        var twice = await programme.RunAsync(
            programme.Get<VoidAssessment>(),
            programme.Worker(),
            new VoidAssessmentInput(wrong, 2)
        );
        Assert.Equal(CaseworkRefusals.ChangedMeanwhile, Assert.Single(twice.Refusals).Code);
    }

    [Fact]
    public async Task Needs_do_not_touch_the_risk()
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        var id = await programme.RegisterLeadAsync();
        await AssessAsync(programme, id, "high", programme.Today(), null);

        await programme.DoneAsync(
            programme.Get<Assess>(),
            programme.Worker(),
            new AssessInput(id, AssessmentForm.Needs, [new ItemAnswer("shelter", "urgent")])
        );

        Assert.Equal("high", (await programme.CaseAsync(id)).Risk);
    }

    [Fact]
    public async Task Whoever_judges_lower_than_the_highest_factor_says_why()
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        var id = await programme.RegisterLeadAsync();
        AssessInput Judged(string overall, string note) =>
            new(id, AssessmentForm.Risk, [new ItemAnswer("threats", "imminent")], overall, note);

        var bare = await programme.RunAsync(
            programme.Get<Assess>(),
            programme.Worker(),
            Judged("medium", "")
        );
        var said = await programme.RunAsync(
            programme.Get<Assess>(),
            programme.Worker(),
            Judged("medium", "Él está detenido")
        );

        Assert.Equal(CaseworkRefusals.ReasonForLowerMissing, Assert.Single(bare.Refusals).Code);
        Assert.True(said.Done);
    }

    [Theory]
    [InlineData("moon", "threats", "low", "low", CaseworkRefusals.InstrumentUnknown)]
    [InlineData("risk", "kitchen", "low", "low", CaseworkRefusals.AnswerUnknown)]
    [InlineData("risk", "threats", "urgent", "low", CaseworkRefusals.AnswersMissing)]
    [InlineData("risk", "threats", "unknown", "low", CaseworkRefusals.AnswersMissing)]
    [InlineData("risk", "threats", "low", "", CaseworkRefusals.ChoiceUnknown)]
    [InlineData("needs", "shelter", "met", "low", CaseworkRefusals.ChoiceUnknown)]
    public async Task An_assessment_says_what_it_needs(
        string instrument,
        string item,
        string level,
        string overall,
        string code
    )
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        var id = await programme.RegisterLeadAsync();

        var refused = await programme.RunAsync(
            programme.Get<Assess>(),
            programme.Worker(),
            new AssessInput(id, instrument, [new ItemAnswer(item, level)], overall)
        );

        Assert.Equal(code, refused.Refusals[0].Code);
        Assert.Equal("", (await programme.CaseAsync(id)).Risk);
    }

    [Fact]
    public void Instruments_ask_each_thing_once_in_both_languages_and_say_their_sources()
    {
        Assert.Equal(["risk", "needs"], AssessmentForm.Current.Select(each => each.Code));
        foreach (var instrument in AssessmentForm.Current)
        {
            Assert.NotEmpty(instrument.Sources);
            Assert.Distinct(instrument.Items.Select(item => item.Code));
            Assert.All(
                instrument.Items,
                item =>
                {
                    Assert.True(CodeLists.Get(AssessmentForm.DomainList).Contains(item.Domain));
                    Assert.NotEqual("", item.Es);
                    Assert.NotEqual("", item.En);
                }
            );
        }

        // So that needs can be set against the services given.
        Assert.All(
            AssessmentForm.Newest(AssessmentForm.Needs)!.Items,
            item => Assert.True(CodeLists.Get("service-kinds").Contains(item.Code), item.Code)
        );
        Assert.All(
            CodeLists.Get(Assess.OverallList).Entries,
            level => Assert.NotNull(AssessmentForm.Newest(AssessmentForm.Risk)!.Rank(level.Code))
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task A_safety_plan_is_sealed_written_anew_and_its_history_is_kept(
        DatabaseKind kind
    )
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var review = programme.Today().AddDays(7);
        await WriteAsync(programme, id, 0, "Salgo por atrás", review);
        Assert.Equal(review, (await programme.CaseAsync(id)).NextDueOn);
        await WriteAsync(programme, id, 1, "Llamo a Xiomarabel", null);

        var late = await programme.RunAsync(
            programme.Get<WriteSafetyPlan>(),
            programme.Colleague(),
            new WriteSafetyPlanInput(id, 1, new SafetyWords { Steps = "otra" })
        );
        var read = await programme.DoneAsync(
            programme.Get<ReadSafetyPlan>(),
            programme.Worker(),
            id
        );

        Assert.Equal(CaseworkRefusals.ChangedMeanwhile, Assert.Single(late.Refusals).Code);
        Assert.Equal(
            ["Llamo a Xiomarabel", "Salgo por atrás"],
            read.Select(plan => plan.Words.Steps)
        );
        Assert.Null((await programme.CaseAsync(id)).NextDueOn);
        var stored = await programme.ReadAsync(db => db.SafetyPlans.ToListAsync());
        Assert.All(
            stored,
            plan =>
                Assert.DoesNotContain(
                    "Xiomarabel",
                    Encoding.UTF8.GetString(plan.Box!),
                    StringComparison.Ordinal
                )
        );
        var outsider = await programme.RunAsync(
            programme.Get<ReadSafetyPlan>(),
            CaseSteps.Outsider,
            id
        );
        Assert.Equal(CaseRefusals.NotFound, Assert.Single(outsider.Refusals).Code);
    }

    private static Task<Guid> AssessAsync(
        TestProgramme programme,
        Guid id,
        string overall,
        DateOnly on,
        DateOnly? review,
        string note = "por lo que cuenta"
    ) =>
        programme.DoneAsync(
            programme.Get<Assess>(),
            programme.Worker(),
            new AssessInput(
                id,
                AssessmentForm.Risk,
                [new ItemAnswer("threats", "high"), new ItemAnswer("health", "low", "duele")],
                overall,
                note,
                on,
                review
            )
        );

    private static Task<Done> WriteAsync(
        TestProgramme programme,
        Guid id,
        int version,
        string steps,
        DateOnly? review
    ) =>
        programme.DoneAsync(
            programme.Get<WriteSafetyPlan>(),
            programme.Worker(),
            new WriteSafetyPlanInput(id, version, new SafetyWords { Steps = steps }, review)
        );
}
