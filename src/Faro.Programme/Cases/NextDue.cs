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
    /// Makes <see cref="Case.NextDueOn"/> the nearest day of all that is open, or null; always null in a closed case. The
    /// change itself is saved first, so that it counts.
    /// </summary>
    public static async Task SettleNextDueAsync(
        this Act act,
        Case file,
        CancellationToken cancellation
    )
    {
        await act.Db.SaveChangesAsync(cancellation);
        DateOnly? nearest = null;
        if (!file.IsClosed)
        {
            foreach (var source in Sources)
            {
                var day = await source(act.Db, null)
                    .Where(due => due.CaseId == file.Id)
                    .MinAsync(due => (DateOnly?)due.On, cancellation);
                nearest = day < nearest || nearest is null ? day : nearest;
            }
        }

        file.NextDueOn = nearest;
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
