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
        var today = clock.Today();
        await Task.WhenAll(
            cases.Select(file =>
                MakeOneAsync(
                    new DemoWork(
                        file,
                        users[file.OwnerId!.Value].Acting(null),
                        Dice.Of(seed, file.Number, "work"),
                        today
                    ),
                    cancellation
                )
            )
        );
    }

    private async Task MakeOneAsync(DemoWork work, CancellationToken cancellation)
    {
        if (work.Dice.Chance(80))
        {
            await MakeSafeAsync(work, cancellation);
        }

        await TellAsync(work, cancellation);
        for (var i = work.Dice.Between(1, 2); i > 0; i--)
        {
            await AddTaskAsync(work, cancellation);
        }

        if (work.Dice.Chance(20))
        {
            var message = work.Dice.Pick(Words["flag"])["one"];
            await raiseFlag
                .RunAsync(work.Actor, new RaiseFlagInput(work.File.Id, message), cancellation)
                .DoneAsync();
        }

        if (work.File.Risk.Length > 0)
        {
            await plans.MakeAsync(work, cancellation);
        }
    }

    private Task<Done> MakeSafeAsync(DemoWork work, CancellationToken cancellation)
    {
        var safe = work.Dice.Pick(Words["safe"]);
        return setSafeContact
            .RunAsync(
                work.Actor,
                new SetSafeContactInput(
                    work.File.Id,
                    0,
                    work.Dice.Chance(50) ? ["messaging", "in-person"] : ["phone", "in-person"],
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

    private async Task TellAsync(DemoWork work, CancellationToken cancellation)
    {
        var dice = work.Dice;
        var notes = work.DaysAgo(dice.Between(1, 4))
            .Select(day => new EntryFacts(dice.Pick(Words["note"])["one"], day));
        var contacts = work.DaysAgo(dice.Between(1, 3))
            .Select(day =>
                dice.Chance(25)
                    ? new EntryFacts("", day, "", "phone", "herself", "no-answer")
                    : new EntryFacts(
                        dice.Pick(Words["contact"])["one"],
                        day,
                        "",
                        dice.Chance(70) ? "in-person" : "phone",
                        "herself",
                        "reached"
                    )
            );
        foreach (var facts in notes.Concat(contacts))
        {
            await writeEntry
                .RunAsync(work.Actor, new WriteEntryInput(work.File.Id, facts), cancellation)
                .DoneAsync();
        }
    }

    private Task<Guid> AddTaskAsync(DemoWork work, CancellationToken cancellation)
    {
        var task = work.Dice.Pick(Words["task"]);
        var facts = new TaskFacts(
            task["one"],
            task["two"],
            DueOn: work.Today.AddDays(work.Dice.Between(0, 25)),
            RemindDays: work.Dice.Below(4)
        );
        return addTask
            .RunAsync(work.Actor, new AddTaskInput(work.File.Id, facts), cancellation)
            .DoneAsync();
    }
}
