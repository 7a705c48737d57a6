// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Approvals;
using Faro.Programme.Casework.Assessments;
using Faro.Programme.Casework.Flags;
using Faro.Programme.Casework.Plans;
using Faro.Programme.Casework.Tasks;
using Faro.Programme.Documents;
using Faro.Programme.Identification;
using Faro.Programme.Justice;
using Faro.Programme.Regularisation;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Cases;

/// <summary>
/// The one place that knows what is due in cases. Whoever changes something that is due calls
/// <see cref="SettleNextDueAsync"/> in the same operation; whoever has a new kind of it adds its rows to the sources.
/// </summary>
internal static class NextDue
{
    /// <summary>Rows that are open and have a day; of everybody, or only those that a reader sees.</summary>
    public static readonly IReadOnlyList<Func<FaroDb, Actor?, IQueryable<CaseDue>>> Sources =
    [
        CaseTask.Due,
        Determination.Due,
        CaseFlag.Due,
        Document.Due,
        Assessment.Due,
        SafetyPlan.Due,
        SupportPlan.Due,
        PlanGoal.Due,
        Approval.Due,
        ProtectionMeasure.Due,
        Hearing.Due,
        Reparation.Due,
        MigrationSituation.Due,
        Stay.Due,
    ];

    /// <summary>
    /// Makes <see cref="Case.NextDueOn"/> the nearest day of all that is open, and <see cref="DueDay"/> the nearest of each
    /// kind in each compartment; nothing in a closed case. The change itself is saved first, so that it counts.
    /// </summary>
    public static async Task SettleNextDueAsync(
        this Act act,
        Case file,
        CancellationToken cancellation
    )
    {
        await act.Db.SaveChangesAsync(cancellation);
        await act.Db.SettleDueDaysAsync([file], cancellation);
    }

    /// <summary>As <see cref="SettleNextDueAsync"/>, of many cases whose rows are saved.</summary>
    public static async Task SettleDueDaysAsync(
        this FaroDb db,
        IReadOnlyCollection<Case> files,
        CancellationToken cancellation
    )
    {
        var ids = files.Select(file => file.Id).ToList();
        var open = files.Where(file => !file.IsClosed).Select(file => file.Id).ToList();
        var found = new List<DueDay>();
        foreach (var source in open.Count == 0 ? [] : Sources)
        {
            var days = await source(db, null)
                .Where(due => open.Contains(due.CaseId))
                .GroupBy(due => new
                {
                    due.CaseId,
                    due.Compartment,
                    due.Kind,
                })
                .Select(group => new { group.Key, On = group.Min(due => due.On) })
                .ToListAsync(cancellation);
            found.AddRange(
                days.Select(day => new DueDay
                {
                    CaseId = day.Key.CaseId,
                    Compartment = day.Key.Compartment,
                    Kind = day.Key.Kind,
                    On = day.On,
                })
            );
        }

        var byCase = found.ToLookup(day => day.CaseId);
        var stored = (
            await db.DueDays.Where(day => ids.Contains(day.CaseId)).ToListAsync(cancellation)
        ).ToLookup(day => day.CaseId);
        foreach (var file in files)
        {
            file.NextDueOn = byCase[file.Id].Min(day => (DateOnly?)day.On);
            Keep(db, file, [.. stored[file.Id]], [.. byCase[file.Id]]);
        }
    }

    private static void Keep(FaroDb db, Case file, List<DueDay> stored, List<DueDay> found)
    {
        bool Same(DueDay one, DueDay other) =>
            one.Compartment == other.Compartment && one.Kind == other.Kind;
        db.DueDays.RemoveRange(stored.Where(day => !found.Exists(each => Same(each, day))));
        foreach (var day in found)
        {
            var kept = stored.Find(each => Same(each, day));
            if (kept is null)
            {
                kept = day;
                db.DueDays.Add(day);
            }

            (kept.On, kept.AgencyId) = (day.On, file.AgencyId);
        }
    }

    /// <summary>The rows that a reader may see, or all of them.</summary>
    public static IQueryable<T> SeenBy<T>(this IQueryable<T> rows, Actor? reader, FaroDb db)
        where T : class, ICaseContent => reader is null ? rows : rows.VisibleTo(reader, db);
}

/// <summary>
/// Something that is due in a case on a day. A source says every member, null or not: the databases know no member that
/// was left out.
/// </summary>
internal sealed class CaseDue
{
    public required Guid CaseId { get; init; }

    /// <summary>A code of the list <c>compartments</c>: whoever works in none of it is not told.</summary>
    public required string Compartment { get; init; }

    /// <summary>The row that says so.</summary>
    public required Guid RowId { get; init; }

    /// <summary>What it is: the key of its words.</summary>
    public required string Kind { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>From this day on it is shown as coming.</summary>
    public required DateOnly? RemindOn { get; init; }

    /// <summary>Whose it is; null for whoever carries the case.</summary>
    public required Guid? UserId { get; init; }
}
