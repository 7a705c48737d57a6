// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Casework.Tasks;

/// <summary>
/// What somebody has to do, across their cases: what is late, what is due in the coming days, what they are reminded of, and
/// tasks without a day at the end. What is nobody's own is for whoever carries the case.
/// </summary>
public sealed class ReadMyDay(OperationDoor door)
    : ReadingOperation<int, IReadOnlyList<DayItem>>(door)
{
    public const int MostDays = 60;
    public const int MostItems = 200;

    public override Permission Permission => Permissions.WorkCases;

    /// <param name="act">Of the one who asks.</param>
    /// <param name="input">How many days ahead: 0 for today and what is late.</param>
    /// <param name="cancellation">Ends the reading.</param>
    protected internal override async Task<Outcome<IReadOnlyList<DayItem>>> ActAsync(
        Act act,
        int input,
        CancellationToken cancellation
    )
    {
        var checks = new CaseworkChecks(act.Today);
        checks.Must(
            input is >= 0 and <= MostDays,
            CaseworkRefusals.NumberOutOfRange,
            "Days",
            0,
            MostDays
        );
        if (checks.Failed)
        {
            return checks.Refusals;
        }

        var found = new List<DueFound>();
        foreach (var source in NextDue.Sources)
        {
            found.AddRange(
                await Dated(act, source(act.Db, act.Actor), checks.Today, input)
                    .ToListAsync(cancellation)
            );
        }

        found = [.. found.OrderBy(row => row.On).ThenBy(row => row.RowId).Take(MostItems)];
        found.AddRange(await Undated(act).Take(MostItems - found.Count).ToListAsync(cancellation));
        var items = await DueItems.ReadAsync(act, found, cancellation);
        act.Note(
            "case",
            null,
            ("items", items.Count.ToString(CultureInfo.InvariantCulture)),
            ("cases", string.Join(' ', items.Select(item => item.CaseId).Distinct()))
        );
        return items;
    }

    private static IQueryable<DueFound> Dated(
        Act act,
        IQueryable<CaseDue> due,
        DateOnly today,
        int days
    )
    {
        var (user, until) = (act.Actor.UserId, today.AddDays(days));
        return (
            from row in due
            join file in act.Db.Cases.VisibleTo(act.Actor) on row.CaseId equals file.Id
            where
                file.ClosedOn == null
                && (row.UserId == user || (row.UserId == null && file.OwnerId == user))
                && (row.On <= until || row.RemindOn <= today)
            orderby row.On
            select new DueFound
            {
                CaseId = file.Id,
                Number = file.Number,
                PersonId = file.PersonId,
                Kind = row.Kind,
                RowId = row.RowId,
                On = row.On,
                RemindOn = row.RemindOn,
            }
        ).Take(MostItems);
    }

    private static IQueryable<DueFound> Undated(Act act)
    {
        var user = act.Actor.UserId;
        return from task in act.Db.CaseTasks.VisibleTo(act.Actor, act.Db)
            join file in act.Db.Cases.VisibleTo(act.Actor) on task.CaseId equals file.Id
            where
                file.ClosedOn == null
                && task.State == CaseTask.Open
                && task.DueOn == null
                && (task.OwnerId == user || (task.OwnerId == null && file.OwnerId == user))
            orderby task.Id
            select new DueFound
            {
                CaseId = file.Id,
                Number = file.Number,
                PersonId = file.PersonId,
                Kind = CaseTask.DueKind,
                RowId = task.Id,
            };
    }
}

/// <summary>One thing to do.</summary>
/// <param name="CaseId">In which case.</param>
/// <param name="Number">The case's.</param>
/// <param name="Kind">What is due: <c>task</c>, or a review of something.</param>
/// <param name="RowId">Which row.</param>
/// <param name="On">Null for a task without a day.</param>
/// <param name="RemindOn">Shown as coming from then on.</param>
/// <param name="TaskKind">A code of the list <c>task-kinds</c>; empty for what is not a task.</param>
/// <param name="Title">What somebody wrote; may be empty.</param>
/// <param name="Version">Of the task, to tick it off.</param>
public sealed record DayItem(
    Guid CaseId,
    string Number,
    string Kind,
    Guid RowId,
    DateOnly? On,
    DateOnly? RemindOn,
    string TaskKind,
    string Title,
    int Version
)
{
    public bool IsTask => Kind == CaseTask.DueKind;
}
