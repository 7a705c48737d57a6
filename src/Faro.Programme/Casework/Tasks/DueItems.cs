// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Vault;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Casework.Tasks;

/// <summary>What is due, as rows found and as they are read: with the words of what is a task.</summary>
internal static class DueItems
{
    /// <summary>Opens the words of those that are tasks, each with the key of its person.</summary>
    public static async Task<List<DayItem>> ReadAsync(
        Act act,
        List<DueFound> found,
        CancellationToken cancellation
    )
    {
        var ids = found
            .Where(row => row.Kind == CaseTask.DueKind)
            .Select(row => row.RowId)
            .ToList();
        var tasks = await act
            .Db.CaseTasks.Where(task => ids.Contains(task.Id))
            .ToDictionaryAsync(task => task.Id, cancellation);
        var people = found.Select(row => row.PersonId).Distinct().ToList();
        var keys = await act
            .Db.SealedKeys.Where(key => people.Contains(key.OwnerId))
            .ToDictionaryAsync(key => key.OwnerId, cancellation);
        return found.ConvertAll(row =>
        {
            var task = tasks.GetValueOrDefault(row.RowId);
            var key = keys.GetValueOrDefault(row.PersonId);
            return new DayItem(
                row.CaseId,
                row.Number,
                row.Kind,
                row.RowId,
                row.On,
                row.RemindOn,
                task?.Kind ?? "",
                task is null || key is null
                    ? ""
                    : SealedWords.Open(act.Vault, key, task.TitleBox, CaseTask.TitleField(task.Id)),
                task?.Version ?? 0
            );
        });
    }

    /// <summary>The nearest of what is due in one case, of what the actor sees.</summary>
    public static async Task<List<DayItem>> NearestAsync(
        Act act,
        Case file,
        int most,
        CancellationToken cancellation
    )
    {
        var found = new List<DueFound>();
        foreach (var source in NextDue.Sources)
        {
            found.AddRange(
                await source(act.Db, act.Actor)
                    .Where(due => due.CaseId == file.Id)
                    .OrderBy(due => due.On)
                    .Take(most)
                    .Select(due => new DueFound
                    {
                        CaseId = file.Id,
                        Number = file.Number,
                        PersonId = file.PersonId,
                        Kind = due.Kind,
                        RowId = due.RowId,
                        On = due.On,
                        RemindOn = due.RemindOn,
                    })
                    .ToListAsync(cancellation)
            );
        }

        found = [.. found.OrderBy(row => row.On).ThenBy(row => row.RowId).Take(most)];
        return await ReadAsync(act, found, cancellation);
    }
}

/// <summary>Something due that was found, before its words are opened.</summary>
internal sealed class DueFound
{
    public Guid CaseId { get; init; }

    public required string Number { get; init; }

    public Guid PersonId { get; init; }

    public required string Kind { get; init; }

    public Guid RowId { get; init; }

    public DateOnly? On { get; init; }

    public DateOnly? RemindOn { get; init; }
}
