// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Casework;
using Faro.Programme.Casework.Plans;
using Faro.Programme.Tests.Cases;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Programme.Tests.Casework;

public sealed class PlanTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_plan_holds_her_words_her_agreement_and_its_reviews(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var today = programme.Today();
        await programme.DoneAsync(
            programme.Get<WritePlan>(),
            programme.Worker(),
            new WritePlanInput(id, 0, "Quiero estudiar", "spoken", ReviewOn: today.AddDays(14))
        );
        Assert.Equal(today.AddDays(14), (await programme.CaseAsync(id)).NextDueOn);

        await programme.DoneAsync(
            programme.Get<ReviewPlan>(),
            programme.Colleague(),
            new ReviewPlanInput(id, 1, "Ya se inscribió", NextOn: today.AddDays(30))
        );

        var read = await programme.DoneAsync(programme.Get<ReadPlan>(), programme.Worker(), id);
        Assert.Equal(
            ("Quiero estudiar", "spoken", today, 2),
            (read.OwnWords, read.Agreement, read.AgreedOn, read.Version)
        );
        var review = Assert.Single(read.Reviews);
        Assert.Equal(("Ya se inscribió", "Salud", today), (review.Words, review.Author, review.On));
        Assert.Equal(today.AddDays(30), (await programme.CaseAsync(id)).NextDueOn);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_goal_is_due_until_it_ends(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var today = programme.Today();
        var facts = new GoalFacts(
            "education",
            new GoalWords { Objective = "Terminar la secundaria" },
            PlannedEnd: today.AddDays(90)
        );
        var goal = await programme.DoneAsync(
            programme.Get<AddGoal>(),
            programme.Worker(),
            new AddGoalInput(id, facts)
        );
        Assert.Equal(today.AddDays(90), (await programme.CaseAsync(id)).NextDueOn);

        await programme.DoneAsync(
            programme.Get<ChangeGoal>(),
            programme.Worker(),
            new ChangeGoalInput(goal, 1, facts with { State = PlanGoal.Reached })
        );

        Assert.Null((await programme.CaseAsync(id)).NextDueOn);
        var read = Assert.Single(
            (await programme.DoneAsync(programme.Get<ReadPlan>(), programme.Worker(), id)).Goals
        );
        Assert.Equal(
            (PlanGoal.Reached, today, "Terminar la secundaria"),
            (read.State, read.EndedOn, read.Words.Objective)
        );
    }

    [Fact]
    public async Task A_review_needs_a_plan()
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        var id = await programme.RegisterLeadAsync();

        var refused = await programme.RunAsync(
            programme.Get<ReviewPlan>(),
            programme.Worker(),
            new ReviewPlanInput(id, 0, "x")
        );

        Assert.Equal(CaseworkRefusals.PlanMissing, Assert.Single(refused.Refusals).Code);
    }

    [Theory]
    [EveryDatabase]
    public async Task Services_tell_provider_amount_cost_and_goal_by_compartment(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        var id = await programme.RegisterLeadAsync();
        var goal = await programme.DoneAsync(
            programme.Get<AddGoal>(),
            programme.Worker(),
            new AddGoalInput(
                id,
                new GoalFacts("health", new GoalWords { Objective = "Dormir mejor" })
            )
        );
        var facts = new ServiceFacts(
            "psychological",
            CaseSteps.OtherAgency,
            Units: 4,
            Unit: "session",
            Cost: 1250.50m,
            Currency: "mxn",
            GoalId: goal,
            Notes: "Los martes",
            Compartment: Compartments.Health
        );
        var service = await programme.DoneAsync(
            programme.Get<RecordService>(),
            programme.Colleague(),
            new RecordServiceInput(id, facts)
        );

        var read = Assert.Single(
            await programme.DoneAsync(programme.Get<ReadServices>(), programme.Colleague(), id)
        );
        Assert.Equal(
            (1250.50m, 4m, goal, "Los martes", "Otra"),
            (
                read.Facts.Cost!.Value,
                read.Facts.Units!.Value,
                read.Facts.GoalId!.Value,
                read.Facts.Notes,
                read.Agency
            )
        );
        Assert.Empty(
            await programme.DoneAsync(programme.Get<ReadServices>(), programme.Worker(), id)
        );
        var hidden = await programme.RunAsync(
            programme.Get<ChangeService>(),
            programme.Worker(),
            new ChangeServiceInput(service, 1, facts)
        );
        Assert.Equal(CaseworkRefusals.NotFound, Assert.Single(hidden.Refusals).Code);
    }

    [Theory]
    [InlineData("kitchen", 1, "session", 1, "mxn", CaseworkRefusals.ChoiceUnknown)]
    [InlineData("legal", 1, "", 1, "mxn", CaseworkRefusals.ChoiceUnknown)]
    [InlineData("legal", -1, "session", 1, "mxn", CaseworkRefusals.NumberOutOfRange)]
    [InlineData("legal", 1, "session", 1, "", CaseworkRefusals.CurrencyMissing)]
    public async Task A_service_says_what_it_needs(
        string kind,
        int units,
        string unit,
        int cost,
        string currency,
        string code
    )
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        var id = await programme.RegisterLeadAsync();

        var refused = await programme.RunAsync(
            programme.Get<RecordService>(),
            programme.Worker(),
            new RecordServiceInput(
                id,
                new ServiceFacts(kind, Units: units, Unit: unit, Cost: cost, Currency: currency)
            )
        );

        Assert.Equal(code, Assert.Single(refused.Refusals).Code);
    }

    [Fact]
    public async Task A_goal_of_another_case_is_no_goal_of_a_service()
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        var id = await programme.RegisterLeadAsync();
        var other = await programme.DoneAsync(
            programme.Get<RegisterLead>(),
            programme.Worker(),
            new RegisterLeadInput(People.PeopleSteps.Facts, null, "hotline")
        );
        var goal = await programme.DoneAsync(
            programme.Get<AddGoal>(),
            programme.Worker(),
            new AddGoalInput(
                other,
                new GoalFacts("health", new GoalWords { Objective = "Dormir mejor" })
            )
        );

        var refused = await programme.RunAsync(
            programme.Get<RecordService>(),
            programme.Worker(),
            new RecordServiceInput(id, new ServiceFacts("legal", GoalId: goal))
        );

        Assert.Equal(CaseworkRefusals.GoalUnknown, Assert.Single(refused.Refusals).Code);
    }

    [Fact]
    public async Task A_closed_case_takes_no_plan_goal_service_or_assessment()
    {
        await using var programme = await CaseSteps.BeginAsync(DatabaseKind.Sqlite);
        var id = await programme.RegisterLeadAsync();
        await programme.DoneAsync(
            programme.Get<CloseCase>(),
            programme.Worker(),
            new CloseCaseInput(id, 1, "own-wish")
        );
        var worker = programme.Worker();
        IReadOnlyList<Refusal>[] refusals =
        [
            (
                await programme.RunAsync(
                    programme.Get<WritePlan>(),
                    worker,
                    new WritePlanInput(id, 0, "x", "spoken")
                )
            ).Refusals,
            (
                await programme.RunAsync(
                    programme.Get<AddGoal>(),
                    worker,
                    new AddGoalInput(id, new GoalFacts("legal", new GoalWords { Objective = "x" }))
                )
            ).Refusals,
            (
                await programme.RunAsync(
                    programme.Get<RecordService>(),
                    worker,
                    new RecordServiceInput(id, new ServiceFacts("legal"))
                )
            ).Refusals,
            (
                await programme.RunAsync(
                    programme.Get<Programme.Casework.Assessments.Assess>(),
                    worker,
                    new Programme.Casework.Assessments.AssessInput(id, "risk", [], "low")
                )
            ).Refusals,
        ];

        Assert.All(refusals, each => Assert.Equal(CaseRefusals.IsClosed, Assert.Single(each).Code));
    }
}
