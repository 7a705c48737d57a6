// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.People;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Casework.Tasks;

/// <summary>
/// Of a girl, boy or adolescent the DIF and the child-protection authority are told at once (LM 112): two tasks, due on the
/// day, without which her case is not closed. Whoever may be a child is one until it is settled (LG 3-X).
/// </summary>
internal static class ChildNotices
{
    /// <summary>Codes of the list <c>task-kinds</c>.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["notify-dif", "notify-child-protection"];

    /// <summary>There was no child, or it is another case that tells of her.</summary>
    private static readonly string[] NothingToTell = ["unfounded", "duplicate"];

    /// <summary>Adds what is missing in a case that has just been opened.</summary>
    public static async Task BeginAsync(
        Act act,
        Case file,
        Person person,
        CancellationToken cancellation
    )
    {
        if (!IsChild(person))
        {
            return;
        }

        var told = await act
            .Db.CaseTasks.Where(task => task.CaseId == file.Id)
            .Select(task => task.Kind)
            .ToListAsync(cancellation);
        var missing = Kinds.Except(told, StringComparer.Ordinal).ToArray();
        act.Db.CaseTasks.AddRange(
            missing.Select(kind => new CaseTask
            {
                Id = act.NewId(),
                CaseId = file.Id,
                Compartment = Compartments.Social,
                Kind = kind,
                DueOn = act.Today,
                CreatedById = act.Actor.UserId,
                CreatedAt = act.Now,
            })
        );
        if (missing.Length > 0)
        {
            await act.SettleNextDueAsync(file, cancellation);
        }
    }

    /// <summary>Her age was corrected: what is missing is added to her open cases.</summary>
    public static async Task BeginAsync(Act act, Person person, CancellationToken cancellation)
    {
        var open = await act
            .Db.Cases.Where(file => file.PersonId == person.Id && file.ClosedOn == null)
            .ToListAsync(cancellation);
        foreach (var file in open)
        {
            await BeginAsync(act, file, person, cancellation);
        }
    }

    /// <summary>Whether somebody has still to be told before the case may be closed for this reason.</summary>
    public static async Task<bool> AreMissingAsync(
        Act act,
        Case file,
        string reason,
        CancellationToken cancellation
    )
    {
        var person = await act.Db.People.FindAsync([file.PersonId], cancellation);
        if (NothingToTell.Contains(reason, StringComparer.Ordinal) || !IsChild(person!))
        {
            return false;
        }

        var done = await act
            .Db.CaseTasks.Where(task => task.CaseId == file.Id && task.State == CaseTask.Done)
            .Select(task => task.Kind)
            .ToListAsync(cancellation);
        return Kinds.Except(done, StringComparer.Ordinal).Any();
    }

    private static bool IsChild(Person person) =>
        person.AgeInDoubt || AgeBands.IsMinor(person.AgeBand);
}
