// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Cases;
using Faro.Programme.Casework;
using Faro.Programme.Casework.Assessments;
using Faro.Programme.Casework.Diary;
using Faro.Programme.Casework.Flags;
using Faro.Programme.Casework.Plans;
using Faro.Programme.Casework.Tasks;
using Faro.Web.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Faro.Web.Features.Casework;

/// <summary>The daily work in a case through the API, with the same rules as on the screens.</summary>
internal static class CaseworkApi
{
    public static void MapCasework(this RouteGroupBuilder api)
    {
        var cases = api.MapGroup("/cases").WithTags("casework");
        cases.MapItemOperation<ReadStory, StoryReading>("read-story").NeverStored();
        MapTasks(api, cases);
        MapDiary(api, cases);
        MapFlags(api, cases);
        MapAssessments(api, cases);
        MapPlans(api, cases);
    }

    private static void MapAssessments(RouteGroupBuilder api, RouteGroupBuilder cases)
    {
        cases
            .MapItemOperation<ReadAssessments, IReadOnlyList<AssessmentReading>>("read-assessments")
            .NeverStored();
        cases.MapItemOperation<Assess, AssessBody, AssessInput, Guid>(
            "assess",
            (id, body) =>
                new(
                    id,
                    body.Instrument,
                    body.Answers,
                    body.Overall,
                    body.Note,
                    body.On,
                    body.ReviewOn
                )
        );
        api.MapGroup("/assessments")
            .WithTags("casework")
            .MapItemOperation<VoidAssessment, VersionBody, VoidAssessmentInput, Done>(
                "void",
                (id, body) => new(id, body.Version)
            );
        cases
            .MapItemOperation<ReadSafetyPlan, IReadOnlyList<SafetyPlanReading>>("read-safety-plan")
            .NeverStored();
        cases.MapItemOperation<WriteSafetyPlan, SafetyBody, WriteSafetyPlanInput, Done>(
            "write-safety-plan",
            (id, body) => new(id, body.Version, body.Words, body.ReviewOn)
        );
    }

    private static void MapPlans(RouteGroupBuilder api, RouteGroupBuilder cases)
    {
        cases.MapItemOperation<ReadPlan, PlanReading>("read-plan").NeverStored();
        cases.MapItemOperation<WritePlan, PlanBody, WritePlanInput, Done>(
            "write-plan",
            (id, body) =>
                new(
                    id,
                    body.Version,
                    body.OwnWords,
                    body.Agreement,
                    body.AgreedOn,
                    body.ResponsibleId,
                    body.ReviewOn
                )
        );
        cases.MapItemOperation<ReviewPlan, ReviewBody, ReviewPlanInput, Guid>(
            "review-plan",
            (id, body) => new(id, body.Version, body.Words, body.On, body.NextOn)
        );
        cases.MapItemOperation<AddGoal, GoalFacts, AddGoalInput, Guid>(
            "add-goal",
            (id, facts) => new(id, facts)
        );
        api.MapGroup("/goals")
            .WithTags("casework")
            .MapItemOperation<ChangeGoal, GoalBody, ChangeGoalInput, Done>(
                "change",
                (id, body) => new(id, body.Version, body.Facts)
            );
        cases
            .MapItemOperation<ReadServices, IReadOnlyList<ServiceReading>>("read-services")
            .NeverStored();
        cases.MapItemOperation<RecordServiceGiven, ServiceFacts, RecordServiceGivenInput, Guid>(
            "record-service-given",
            (id, facts) => new(id, facts)
        );
        api.MapGroup("/services-given")
            .WithTags("casework")
            .MapItemOperation<ChangeServiceGiven, ServiceBody, ChangeServiceGivenInput, Done>(
                "change",
                (id, body) => new(id, body.Version, body.Facts)
            );
    }

    private static void MapDiary(RouteGroupBuilder api, RouteGroupBuilder cases)
    {
        cases
            .MapItemOperation<ReadDiary, DiaryBody, ReadDiaryInput, DiaryReading>(
                "read-diary",
                (id, body) => new(id, body.Skip)
            )
            .NeverStored();
        cases.MapItemOperation<WriteEntry, EntryFacts, WriteEntryInput, Guid>(
            "write-entry",
            (id, facts) => new(id, facts)
        );
        cases.MapItemOperation<SetSafeContact, SafeContactBody, SetSafeContactInput, Done>(
            "set-safe-contact",
            (id, body) => new(id, body.Version, body.Channels, body.Words)
        );
        api.MapGroup("/diary-entries")
            .WithTags("casework")
            .MapItemOperation<AmendEntry, EntryFacts, AmendEntryInput, Guid>(
                "amend",
                (id, facts) => new(id, facts)
            );
    }

    private static void MapFlags(RouteGroupBuilder api, RouteGroupBuilder cases)
    {
        cases.MapItemOperation<ReadFlags, IReadOnlyList<FlagReading>>("read-flags").NeverStored();
        cases.MapItemOperation<RaiseFlag, FlagBody, RaiseFlagInput, Guid>(
            "raise-flag",
            (id, body) => new(id, body.Message, body.On, body.Compartment)
        );
        api.MapGroup("/flags")
            .WithTags("casework")
            .MapItemOperation<ResolveFlag, ResolveBody, ResolveFlagInput, Done>(
                "resolve",
                (id, body) => new(id, body.Version, body.Reason)
            );
    }

    private static void MapTasks(RouteGroupBuilder api, RouteGroupBuilder cases)
    {
        cases.MapItemOperation<ReadTasks, IReadOnlyList<TaskReading>>("read-tasks").NeverStored();
        cases.MapItemOperation<AddTask, TaskFacts, AddTaskInput, Guid>(
            "add-task",
            (id, facts) => new(id, facts)
        );
        var tasks = api.MapGroup("/tasks").WithTags("casework");
        tasks
            .MapOperation<ReadMyDay, MyDayBody, MyDayInput, IReadOnlyList<DayItem>>(
                "read-my-day",
                body => new(body.Days)
            )
            .NeverStored();
        tasks.MapItemOperation<ChangeTask, TaskBody, ChangeTaskInput, Done>(
            "change",
            (id, body) => new(id, body.Version, body.Facts)
        );
        tasks.MapItemOperation<MarkTask, MarkBody, MarkTaskInput, Done>(
            "mark",
            (id, body) => new(id, body.Version, body.State)
        );
    }

    internal sealed record DiaryBody(int Skip = 0);

    internal sealed record SafeContactBody(
        int Version,
        IReadOnlyList<string> Channels,
        SafeContactWords Words
    );

    internal sealed record FlagBody(
        string Message,
        DateOnly? On = null,
        string Compartment = Compartments.Social
    );

    internal sealed record ResolveBody(int Version, string Reason);

    internal sealed record AssessBody(
        string Instrument,
        IReadOnlyList<ItemAnswer> Answers,
        string Overall = "",
        string Note = "",
        DateOnly? On = null,
        DateOnly? ReviewOn = null
    );

    internal sealed record SafetyBody(int Version, SafetyWords Words, DateOnly? ReviewOn = null);

    internal sealed record PlanBody(
        int Version,
        string OwnWords,
        string Agreement,
        DateOnly? AgreedOn = null,
        Guid? ResponsibleId = null,
        DateOnly? ReviewOn = null
    );

    internal sealed record ReviewBody(
        int Version,
        string Words,
        DateOnly? On = null,
        DateOnly? NextOn = null
    );

    internal sealed record GoalBody(int Version, GoalFacts Facts);

    internal sealed record ServiceBody(int Version, ServiceFacts Facts);

    internal sealed record VersionBody(int Version);

    internal sealed record MyDayBody(int Days);

    internal sealed record TaskBody(int Version, TaskFacts Facts);

    internal sealed record MarkBody(int Version, string State);
}
