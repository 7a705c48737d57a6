// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Casework.Tasks;

/// <summary>The tasks of a case: all that are open, and the last that ended.</summary>
public sealed class ReadTasks(OperationDoor door)
    : ReadingOperation<Guid, IReadOnlyList<TaskReading>>(door)
{
    /// <summary>How many that ended are shown.</summary>
    public const int MostEnded = 30;

    public override Permission Permission => Permissions.ViewCaseContent;

    protected internal override async Task<Outcome<IReadOnlyList<TaskReading>>> ActAsync(
        Act act,
        Guid input,
        CancellationToken cancellation
    )
    {
        var pen = await act.ReadingPenAsync(input, cancellation);
        if (!pen.Done)
        {
            return pen.Refusals.ToList();
        }

        var rows = act
            .Db.CaseTasks.VisibleTo(act.Actor, act.Db)
            .Where(task => task.CaseId == input);
        var open = await rows.Where(task => task.State == CaseTask.Open).ToListAsync(cancellation);
        var ended = await rows.Where(task => task.State != CaseTask.Open)
            .OrderByDescending(task => task.EndedAt)
            .Take(MostEnded)
            .ToListAsync(cancellation);
        var names = await Colleagues.NamesAsync(
            act.Db,
            open.Concat(ended).SelectMany(task => new[] { task.OwnerId, task.EndedById }),
            cancellation
        );
        act.Note("case", input, ("tasks", $"{open.Count + ended.Count}"));
        return open.OrderBy(task => task.DueOn ?? DateOnly.MaxValue)
            .ThenBy(task => task.Id)
            .Concat(ended)
            .Select(task => Read(task, pen.Value, names))
            .ToList();
    }

    private static TaskReading Read(CaseTask task, CasePen pen, ColleagueNames names) =>
        new(
            task.Id,
            task.Version,
            task.Kind,
            pen.Open(task.TitleBox, CaseTask.TitleField(task.Id)),
            task.OwnerId,
            names[task.OwnerId],
            task.DueOn,
            task.RemindOn is { } remind && task.DueOn is { } due
                ? due.DayNumber - remind.DayNumber
                : 0,
            task.Compartment,
            task.State,
            task.EndedAt,
            names[task.EndedById]
        );
}

/// <summary>A task as its case shows it; no days of reminder and nobody who ended it are 0 and empty.</summary>
public sealed record TaskReading(
    Guid Id,
    int Version,
    string Kind,
    string Title,
    Guid? OwnerId,
    string Owner,
    DateOnly? DueOn,
    int RemindDays,
    string Compartment,
    string State,
    DateTimeOffset? EndedAt,
    string EndedBy
)
{
    public bool IsOpen => State == CaseTask.Open;

    public bool IsLate(DateOnly today) => IsOpen && DueOn < today;
}
