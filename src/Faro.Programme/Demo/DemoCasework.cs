// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Casework.Diary;
using Faro.Programme.Casework.Flags;
using Faro.Programme.Casework.Tasks;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Demo;

/// <summary>
/// The daily work in the story's open cases, done by those who carry them with the operations that everybody uses. Cases go
/// side by side, so that their writes share commits; within a case the order is told.
/// </summary>
public sealed class DemoCasework(
    DatabaseEngine engine,
    TimeProvider clock,
    AddTask addTask,
    WriteEntry writeEntry,
    SetSafeContact setSafeContact,
    RaiseFlag raiseFlag,
    DemoPlans plans
)
{
    internal static readonly IReadOnlyDictionary<
        string,
        List<IReadOnlyDictionary<string, string>>
    > Words = DemoFiles
        .Rows("casework")
        .GroupBy(row => row["part"], StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);

    internal async Task MakeAsync(ulong seed, CancellationToken cancellation)
    {
        await using var db = engine.OpenReader();
        var cases = await db
            .Cases.Where(file => file.ClosedOn == null && file.OwnerId != null)
            .OrderBy(file => file.Number)
            .ToListAsync(cancellation);
        var users = await db.Users.ToDictionaryAsync(user => user.Id, cancellation);
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        await Task.WhenAll(
            cases.Select(file =>
                MakeOneAsync(
                    new DemoWork(
                        file,
                        users[file.OwnerId!.Value].Acting(null),
                        DemoCase.DiceOf(seed, file.Number, "work"),
                        today
                    ),
                    cancellation
                )
            )
        );
    }

    private async Task MakeOneAsync(DemoWork work, CancellationToken cancellation)
    {
        var (file, actor, dice, today) = (work.File, work.Actor, work.Dice, work.Today);
        var safe = dice.Pick(Words["safe"]);
        if (dice.Chance(80))
        {
            await setSafeContact
                .RunAsync(
                    actor,
                    new SetSafeContactInput(
                        file.Id,
                        0,
                        dice.Chance(50) ? ["messaging", "in-person"] : ["phone", "in-person"],
                        new SafeContactWords
                        {
                            Hours = safe["one"],
                            CodeWord = safe["two"],
                            NotToSay = safe["three"],
                        }
                    ),
                    cancellation
                )
                .DoneAsync();
        }

        foreach (var days in work.DaysAgo(dice.Between(1, 4)))
        {
            await WriteAsync(work, new EntryFacts(dice.Pick(Words["note"])["one"], days));
        }

        foreach (var days in work.DaysAgo(dice.Between(1, 3)))
        {
            await WriteAsync(
                work,
                dice.Chance(25)
                    ? new EntryFacts("", days, "", "phone", "herself", "no-answer")
                    : new EntryFacts(
                        dice.Pick(Words["contact"])["one"],
                        days,
                        "",
                        dice.Chance(70) ? "in-person" : "phone",
                        "herself",
                        "reached"
                    )
            );
        }

        for (var i = dice.Between(1, 2); i > 0; i--)
        {
            var task = dice.Pick(Words["task"]);
            await addTask
                .RunAsync(
                    actor,
                    new AddTaskInput(
                        file.Id,
                        new TaskFacts(
                            task["one"],
                            task["two"],
                            DueOn: today.AddDays(dice.Between(0, 25)),
                            RemindDays: dice.Below(4)
                        )
                    ),
                    cancellation
                )
                .DoneAsync();
        }

        if (dice.Chance(20))
        {
            await raiseFlag
                .RunAsync(
                    actor,
                    new RaiseFlagInput(file.Id, dice.Pick(Words["flag"])["one"]),
                    cancellation
                )
                .DoneAsync();
        }

        if (file.Risk.Length > 0)
        {
            await plans.MakeAsync(work, cancellation);
        }

        Task<Guid> WriteAsync(DemoWork each, EntryFacts facts) =>
            writeEntry
                .RunAsync(each.Actor, new WriteEntryInput(each.File.Id, facts), cancellation)
                .DoneAsync();
    }
}
