// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Cases;
using Faro.Programme.Casework.Diary;
using Faro.Programme.Casework.Flags;
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
        MapTasks(api, cases);
        MapDiary(api, cases);
        MapFlags(api, cases);
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
            .MapOperation<ReadMyDay, MyDayBody, int, IReadOnlyList<DayItem>>(
                "read-my-day",
                body => body.Days
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

    internal sealed record MyDayBody(int Days);

    internal sealed record TaskBody(int Version, TaskFacts Facts);

    internal sealed record MarkBody(int Version, string State);
}
