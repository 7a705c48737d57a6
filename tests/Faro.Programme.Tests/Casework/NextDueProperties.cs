// SPDX-License-Identifier: Apache-2.0
using CsCheck;
using Faro.Programme.Cases;
using Faro.Programme.Casework.Assessments;
using Faro.Programme.Casework.Flags;
using Faro.Programme.Casework.Plans;
using Faro.Programme.Casework.Tasks;
using Faro.Programme.Tests.Cases;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Faro.Programme.Tests.Casework;

public sealed class NextDueProperties
{
    private const int Walks = 12;
    private const int Steps = 25;

    /// <summary>
    /// After every step of any walk through the operations, the case says the nearest of all that is open, worked out
    /// here from the bare rows.
    /// </summary>
    [Theory]
    [EveryDatabase]
    public async Task The_next_due_day_is_the_nearest_of_all_that_is_open(DatabaseKind kind)
    {
        await using var programme = await CaseSteps.BeginAsync(kind);
        await Gen.Select(Gen.Int[0, 9], Gen.Int[0, 40], Gen.Int[0, 1000])
            .Array[Steps]
            .SampleAsync(
                async walk =>
                {
                    var id = await programme.DoneAsync(
                        programme.Get<RegisterLead>(),
                        programme.Worker(),
                        new RegisterLeadInput(People.PeopleSteps.Facts, null, "hotline")
                    );
                    foreach (var (what, days, pick) in walk)
                    {
                        await StepAsync(programme, id, what, days, pick);
                        var expected = await programme.ReadAsync(db => NearestAsync(db, id));
                        var file = await programme.CaseAsync(id);
                        if (file.NextDueOn != expected)
                        {
                            return false;
                        }
                    }

                    return true;
                },
                iter: Walks,
                threads: 1
            );
    }

    private static async Task StepAsync(
        TestProgramme programme,
        Guid id,
        int what,
        int days,
        int pick
    )
    {
        var (worker, day) = (programme.Worker(), programme.Today().AddDays(days));
        var file = await programme.CaseAsync(id);
        async Task<T?> AnyAsync<T>(Func<FaroDb, IQueryable<T>> rows)
            where T : class
        {
            var all = await programme.ReadAsync(db => rows(db).ToListAsync());
            return all.Count == 0 ? null : all[pick % all.Count];
        }

        // What is refused on the way (a closed case) must leave the day right as well.
        switch (what)
        {
            case 0 or 1:
                await programme.RunAsync(
                    programme.Get<AddTask>(),
                    worker,
                    new AddTaskInput(
                        id,
                        new TaskFacts("call", "", null, pick % 4 == 0 ? null : day)
                    )
                );
                break;
            case 2
                when await AnyAsync(db => db.CaseTasks.Where(row => row.CaseId == id)) is { } task:
                var states = new[] { CaseTask.Open, CaseTask.Done, CaseTask.Cancelled };
                await programme.RunAsync(
                    programme.Get<MarkTask>(),
                    worker,
                    new MarkTaskInput(task.Id, task.Version, states[pick % 3])
                );
                break;
            case 3
                when await AnyAsync(db => db.CaseTasks.Where(row => row.CaseId == id)) is { } task:
                await programme.RunAsync(
                    programme.Get<ChangeTask>(),
                    worker,
                    new ChangeTaskInput(
                        task.Id,
                        task.Version,
                        new TaskFacts("visit", "", null, day)
                    )
                );
                break;
            case 4:
                await programme.RunAsync(
                    programme.Get<Assess>(),
                    worker,
                    new AssessInput(
                        id,
                        pick % 2 == 0 ? "risk" : "needs",
                        [
                            pick % 2 == 0
                                ? new ItemAnswer("threats", "low")
                                : new ItemAnswer("shelter", "met"),
                        ],
                        pick % 2 == 0 ? "low" : "",
                        ReviewOn: day
                    )
                );
                break;
            case 5
                when await AnyAsync(db => db.Assessments.Where(row => row.CaseId == id))
                    is { } assessment:
                await programme.RunAsync(
                    programme.Get<VoidAssessment>(),
                    worker,
                    new VoidAssessmentInput(assessment.Id, assessment.Version)
                );
                break;
            case 6:
                var plan = await AnyAsync(db => db.SupportPlans.Where(row => row.CaseId == id));
                await programme.RunAsync(
                    programme.Get<WritePlan>(),
                    worker,
                    new WritePlanInput(id, plan?.Version ?? 0, "x", "spoken", ReviewOn: day)
                );
                break;
            case 7:
                await programme.RunAsync(
                    programme.Get<AddGoal>(),
                    worker,
                    new AddGoalInput(
                        id,
                        new GoalFacts(
                            "legal",
                            new GoalWords { Objective = "x" },
                            PlannedEnd: day,
                            State: pick % 3 == 0 ? PlanGoal.Reached : PlanGoal.Open
                        )
                    )
                );
                break;
            case 8:
                await programme.RunAsync(
                    programme.Get<RaiseFlag>(),
                    worker,
                    new RaiseFlagInput(id, "x", day)
                );
                break;
            case 9 when file.IsClosed:
                await programme.RunAsync(
                    programme.Get<ReopenCase>(),
                    worker,
                    new ReopenCaseInput(id, file.Version)
                );
                break;
            case 9 when pick % 3 == 0:
                await programme.RunAsync(
                    programme.Get<CloseCase>(),
                    worker,
                    new CloseCaseInput(id, file.Version, "own-wish")
                );
                break;
            default:
                break;
        }
    }

    private static async Task<DateOnly?> NearestAsync(FaroDb db, Guid id)
    {
        var file = await db.Cases.SingleAsync(row => row.Id == id);
        if (file.ClosedOn is not null)
        {
            return null;
        }

        var tasks = await db.CaseTasks.Where(row => row.CaseId == id).ToListAsync();
        var assessments = await db.Assessments.Where(row => row.CaseId == id).ToListAsync();
        var plans = await db.SupportPlans.Where(row => row.CaseId == id).ToListAsync();
        var goals = await db.PlanGoals.Where(row => row.CaseId == id).ToListAsync();
        var flags = await db.CaseFlags.Where(row => row.CaseId == id).ToListAsync();
        return tasks
            .Where(row => row.State == "open")
            .Select(row => row.DueOn)
            .Concat(
                assessments
                    .Where(row => row.VoidedAt is null)
                    .GroupBy(row => row.Instrument, StringComparer.Ordinal)
                    .Select(group =>
                        group
                            .OrderBy(row => row.On)
                            .ThenBy(row => row.WrittenAt)
                            .ThenBy(row => row.Id)
                            .Last()
                            .ReviewOn
                    )
            )
            .Concat(plans.Select(row => row.ReviewOn))
            .Concat(goals.Where(row => row.EndedOn is null).Select(row => row.PlannedEnd))
            .Concat(flags.Where(row => row.ResolvedAt is null).Select(row => row.On))
            .Min();
    }
}
