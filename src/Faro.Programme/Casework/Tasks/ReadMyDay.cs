// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Casework.Plans;
using Faro.Programme.Documents;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Casework.Tasks;

/// <summary>
/// What somebody has to do, across their cases: what is late, what is due in the coming days, what they are reminded of, and
/// tasks without a day at the end. What is nobody's own is for whoever carries the case.
/// </summary>
public sealed class ReadMyDay(OperationDoor door)
    : ReadingOperation<MyDayInput, IReadOnlyList<DayItem>>(door)
{
    public const int MostDays = 60;
    public const int MostItems = 200;

    /// <summary>What can be somebody's own in a case that another colleague carries.</summary>
    private static readonly IReadOnlyList<
        Func<FaroDb, Actor?, IQueryable<CaseDue>>
    > GivenToSomebody = [CaseTask.Due, SupportPlan.Due, PlanGoal.Due];

    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<IReadOnlyList<DayItem>>> ActAsync(
        Act act,
        MyDayInput input,
        CancellationToken cancellation
    )
    {
        var checks = new CaseworkChecks(act.Today);
        checks.Must(
            input.Days is >= 0 and <= MostDays,
            CaseworkRefusals.NumberOutOfRange,
            "Days",
            0,
            MostDays
        );
        if (checks.Failed)
        {
            return checks.Refusals;
        }

        var most = Math.Clamp(input.Most, 1, MostItems);
        var (today, until) = (checks.Today, checks.Today.AddDays(input.Days));
        var found = new List<DueFound>();
        foreach (var source in NextDue.Sources)
        {
            var coming = Coming(source(act.Db, act.Actor), today, until);
            found.AddRange(await InOwn(act, coming, until).Take(most).ToListAsync(cancellation));
        }

        foreach (var source in GivenToSomebody)
        {
            var coming = Coming(source(act.Db, act.Actor), today, until);
            found.AddRange(await InOthers(act, coming).Take(most).ToListAsync(cancellation));
        }

        found = [.. found.OrderBy(row => row.On).ThenBy(row => row.RowId).Take(most)];
        if (found.Count < most)
        {
            found.AddRange(await UndatedAsync(act, most - found.Count, cancellation));
        }

        var items = await DueItems.ReadAsync(act, found, cancellation);
        act.Note(
            "case",
            null,
            ("items", items.Count.ToString(CultureInfo.InvariantCulture)),
            ("cases", string.Join(' ', items.Select(item => item.CaseId).Distinct()))
        );
        return items;
    }

    private static IQueryable<CaseDue> Coming(
        IQueryable<CaseDue> due,
        DateOnly today,
        DateOnly until
    ) => due.Where(row => row.On <= until || row.RemindOn <= today);

    /// <summary>
    /// In the cases that they carry: found by the nearest day of each, since nothing is reminded of longer before than the
    /// farthest reminder.
    /// </summary>
    private static IQueryable<DueFound> InOwn(Act act, IQueryable<CaseDue> coming, DateOnly until)
    {
        var user = act.Actor.UserId;
        var farthest = act.Today.AddDays(
            Math.Max(CaseTask.MostReminderDays, Document.DaysBeforeEnd)
        );
        var horizon = until > farthest ? until : farthest;
        return from file in Open(act)
            where file.OwnerId == user && file.NextDueOn <= horizon
            join row in coming on file.Id equals row.CaseId
            where row.UserId == null || row.UserId == user
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
            };
    }

    /// <summary>What is theirs in cases that others carry.</summary>
    private static IQueryable<DueFound> InOthers(Act act, IQueryable<CaseDue> coming)
    {
        var user = act.Actor.UserId;
        return from row in coming
            where row.UserId == user
            join file in Open(act) on row.CaseId equals file.Id
            where file.OwnerId != user
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
            };
    }

    /// <summary>Tasks without a day: their own, and nobody's in the cases that they carry.</summary>
    private static async Task<IEnumerable<DueFound>> UndatedAsync(
        Act act,
        int most,
        CancellationToken cancellation
    )
    {
        var user = act.Actor.UserId;
        var undated = act
            .Db.CaseTasks.VisibleTo(act.Actor, act.Db)
            .Where(task => task.State == CaseTask.Open && task.DueOn == null);
        var own = await Found(undated.Where(task => task.OwnerId == user), Open(act))
            .Take(most)
            .ToListAsync(cancellation);
        var nobodys = await Found(
                undated.Where(task => task.OwnerId == null),
                Open(act).Where(file => file.OwnerId == user)
            )
            .Take(most)
            .ToListAsync(cancellation);
        return own.Concat(nobodys).OrderBy(row => row.RowId).Take(most);
    }

    private static IQueryable<DueFound> Found(IQueryable<CaseTask> tasks, IQueryable<Case> files) =>
        from file in files
        join task in tasks on file.Id equals task.CaseId
        orderby task.Id
        select new DueFound
        {
            CaseId = file.Id,
            Number = file.Number,
            PersonId = file.PersonId,
            Kind = CaseTask.DueKind,
            RowId = task.Id,
        };

    private static IQueryable<Case> Open(Act act) =>
        act.Db.Cases.VisibleTo(act.Actor).Where(file => file.ClosedOn == null);
}

/// <param name="Days">How many days ahead: 0 for today and what is late.</param>
/// <param name="Most">At most so many things, the most urgent ones.</param>
public sealed record MyDayInput(int Days, int Most = ReadMyDay.MostItems);

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
