// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Casework.Assessments;
using Faro.Programme.Casework.Plans;

namespace Faro.Programme.Demo;

/// <summary>Risk over time, needs, safety plan, plan and services of the story's cases.</summary>
public sealed class DemoPlans(
    Assess assess,
    WriteSafetyPlan writeSafetyPlan,
    WritePlan writePlan,
    ReviewPlan reviewPlan,
    AddGoal addGoal,
    RecordServiceGiven recordService
)
{
    private static readonly string[] Levels = ["low", "medium", "high", "imminent"];

    internal async Task MakeAsync(DemoWork work, CancellationToken cancellation)
    {
        await AssessAsync(work, cancellation);
        if (work.Dice.Chance(60))
        {
            await MakeSafeAsync(work, cancellation);
        }

        await PlanAsync(work, cancellation);
        await ServeAsync(work, cancellation);
    }

    /// <summary>Risk falls, or rises, to what it is now; needs are met little by little.</summary>
    private async Task AssessAsync(DemoWork work, CancellationToken cancellation)
    {
        var (file, dice) = (work.File, work.Dice);
        var days = work.DaysAgo(dice.Between(2, 3));
        var now = Array.IndexOf(Levels, file.Risk);
        foreach (var (index, day) in days.Index())
        {
            var isLast = index == days.Count - 1;
            var level = isLast ? now : Math.Clamp(now + dice.Between(0, 2), 0, Levels.Length - 1);
            await assess
                .RunAsync(
                    work.Actor,
                    new AssessInput(
                        file.Id,
                        AssessmentForm.Risk,
                        Answers(dice, AssessmentForm.Risk, [.. Levels[..(level + 1)], "absent"]),
                        Levels[level],
                        "",
                        day,
                        isLast ? Later(work, day) : null
                    ),
                    cancellation
                )
                .DoneAsync();
            await assess
                .RunAsync(
                    work.Actor,
                    new AssessInput(
                        file.Id,
                        AssessmentForm.Needs,
                        Answers(
                            dice,
                            AssessmentForm.Needs,
                            isLast
                                ? ["met", "met", "partly", "unmet", "not-needed"]
                                : ["urgent", "unmet", "unmet", "partly", "not-needed"]
                        ),
                        On: day
                    ),
                    cancellation
                )
                .DoneAsync();
        }
    }

    /// <summary>Some reviews are late by now, most lie ahead.</summary>
    private static DateOnly Later(DemoWork work, DateOnly day)
    {
        var on = work.Today.AddDays(work.Dice.Between(-6, 60));
        return on < day ? day : on;
    }

    private static List<ItemAnswer> Answers(Dice dice, string instrument, string[] levels) =>
        [
            .. AssessmentForm
                .Newest(instrument)!
                .Items.Where(_ => dice.Chance(70))
                .Select(item => new ItemAnswer(item.Code, dice.Pick(levels)))
                .DefaultIfEmpty(
                    new ItemAnswer(AssessmentForm.Newest(instrument)!.Items[0].Code, levels[0])
                ),
        ];

    private Task<Done> MakeSafeAsync(DemoWork work, CancellationToken cancellation)
    {
        var words = work.Dice.Pick(DemoCasework.Words["safety"]);
        return writeSafetyPlan
            .RunAsync(
                work.Actor,
                new WriteSafetyPlanInput(
                    work.File.Id,
                    0,
                    new SafetyWords
                    {
                        Signs = words["one"],
                        Steps = words["two"],
                        Helpers = words["three"],
                    },
                    work.Today.AddDays(work.Dice.Between(10, 90))
                ),
                cancellation
            )
            .DoneAsync();
    }

    private async Task PlanAsync(DemoWork work, CancellationToken cancellation)
    {
        var (file, dice, today) = (work.File, work.Dice, work.Today);
        await writePlan
            .RunAsync(
                work.Actor,
                new WritePlanInput(
                    file.Id,
                    0,
                    dice.Pick(DemoCasework.Words["words"])["one"],
                    dice.Chance(70) ? "written" : "spoken",
                    work.DaysAgo(1)[0],
                    ReviewOn: today.AddDays(dice.Between(3, 60))
                ),
                cancellation
            )
            .DoneAsync();
        await AddGoalsAsync(work, cancellation);
        if (dice.Chance(50))
        {
            await reviewPlan
                .RunAsync(
                    work.Actor,
                    new ReviewPlanInput(
                        file.Id,
                        1,
                        dice.Pick(DemoCasework.Words["review"])["one"],
                        work.DaysAgo(1)[0],
                        today.AddDays(dice.Between(3, 60))
                    ),
                    cancellation
                )
                .DoneAsync();
        }
    }

    private async Task AddGoalsAsync(DemoWork work, CancellationToken cancellation)
    {
        var (file, dice, today) = (work.File, work.Dice, work.Today);
        foreach (
            var goal in DemoCasework
                .Words["goal"]
                .OrderBy(_ => dice.Below(1000))
                .Take(dice.Between(1, 3))
        )
        {
            var start = work.DaysAgo(1)[0];
            var isReached = dice.Chance(30);
            await addGoal
                .RunAsync(
                    work.Actor,
                    new AddGoalInput(
                        file.Id,
                        new GoalFacts(
                            goal["one"],
                            new GoalWords { Objective = goal["two"], Actions = goal["three"] },
                            StartedOn: start,
                            PlannedEnd: today.AddDays(dice.Between(5, 150)),
                            State: isReached ? PlanGoal.Reached : PlanGoal.Open,
                            EndedOn: isReached
                                ? start.AddDays(dice.Below(today.DayNumber - start.DayNumber + 1))
                                : null
                        )
                    ),
                    cancellation
                )
                .DoneAsync();
        }
    }

    private async Task ServeAsync(DemoWork work, CancellationToken cancellation)
    {
        var dice = work.Dice;
        for (var i = dice.Between(1, 4); i > 0; i--)
        {
            var service = dice.Pick(DemoCasework.Words["service"]);
            var isPaid = dice.Chance(50);
            await recordService
                .RunAsync(
                    work.Actor,
                    new RecordServiceGivenInput(
                        work.File.Id,
                        new ServiceFacts(
                            service["one"],
                            From: work.DaysAgo(1)[0],
                            Units: dice.Between(1, 12),
                            Unit: service["two"],
                            Cost: isPaid ? dice.Between(2, 60) * 50 : null,
                            Currency: isPaid ? "mxn" : "",
                            Outcome: dice.Chance(75) ? ServiceFacts.Completed : "in-progress",
                            Notes: service["three"]
                        )
                        {
                            ShelterKind =
                                service["one"] == LodgingRules.Kind ? "trafficking-refuge" : "",
                            StaysFreely = service["one"] == LodgingRules.Kind ? true : null,
                        }
                    ),
                    cancellation
                )
                .DoneAsync();
        }
    }
}
