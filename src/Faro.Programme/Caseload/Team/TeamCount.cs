// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Caseload.Lists;
using Faro.Programme.Cases;
using Faro.Programme.Casework.Assessments;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Caseload.Team;

/// <summary>
/// Counts the supervisor's page in four grouped queries, each over one index and no row of a table, however many colleagues
/// there are.
/// </summary>
internal static class TeamCount
{
    /// <param name="db">Where to read.</param>
    /// <param name="agencyId">Whose cases.</param>
    /// <param name="compartments">What is due elsewhere is not counted.</param>
    /// <param name="clock">What day it is.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<TeamFigures> TeamFiguresAsync(
        FaroDb db,
        Guid agencyId,
        IReadOnlyList<string> compartments,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var today = clock.Today();
        var rules = await TeamRules.ReadAsync(db, cancellation);
        var open = await OpenAsync(db, agencyId, rules, today, cancellation);
        var closed = await ClosedAsync(db, agencyId, today, cancellation);
        var late = db.DueDays.Where(day =>
            day.AgencyId == agencyId && day.On < today && compartments.Contains(day.Compartment)
        );
        var kinds = await late.GroupBy(day => day.Kind)
            .Select(group => new LateKind(
                group.Key,
                group.Select(day => day.CaseId).Distinct().Count()
            ))
            .ToListAsync(cancellation);
        var lateOf = await LateAsync(db, late, cancellation);
        var inSocial = compartments.Contains(Compartments.Social, StringComparer.Ordinal);
        return new TeamFigures(
            clock.GetUtcNow(),
            rules,
            await WorkersAsync(db, open, closed, lateOf, cancellation),
            Risks(open, rules),
            [.. kinds.OrderByDescending(kind => kind.Cases)],
            lateOf.Sum(row => row.Cases),
            inSocial ? Gaps(open) : []
        );
    }

    /// <summary>All that is asked of open cases, by whose they are and how high the risk is: one pass over one index.</summary>
    private static Task<List<OpenGroup>> OpenAsync(
        FaroDb db,
        Guid agencyId,
        TeamRules rules,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var recent = today.AddDays(-TeamFigures.RecentDays);
        DateOnly Quiet(string risk) => today.AddDays(-rules.QuietDays(risk));
        var (imminent, high, medium, low, unassessed) = (
            Quiet("imminent"),
            Quiet("high"),
            Quiet("medium"),
            Quiet("low"),
            Quiet("")
        );
        var noRisk = CaseGaps.Lacking(CaseGaps.NoRisk, today);
        var noSafetyPlan = CaseGaps.Lacking(CaseGaps.NoSafetyPlan, today);
        var noConsent = CaseGaps.Lacking(CaseGaps.NoConsent, today);
        var noDetermination = CaseGaps.Lacking(CaseGaps.NoDetermination, today);
        var noPlan = CaseGaps.Lacking(CaseGaps.NoPlan, today);
        var statutory = CaseGaps.Lacking(CaseGaps.Statutory, today);
        return db
            .Cases.Where(file => file.AgencyId == agencyId && file.ClosedOn == null)
            .GroupBy(file => new { file.OwnerId, file.Risk })
            .Select(group => new OpenGroup
            {
                OwnerId = group.Key.OwnerId,
                Risk = group.Key.Risk,
                Open = group.Count(),
                Recent = group.Count(file => file.OpenedOn >= recent),
                Quiet = group.Count(file =>
                    file.QuietSince
                    <= (
                        file.Risk == "imminent" ? imminent
                        : file.Risk == "high" ? high
                        : file.Risk == "medium" ? medium
                        : file.Risk == "low" ? low
                        : unassessed
                    )
                ),
                NoRisk = group.AsQueryable().Count(noRisk),
                NoSafetyPlan = group.AsQueryable().Count(noSafetyPlan),
                NoConsent = group.AsQueryable().Count(noConsent),
                NoDetermination = group.AsQueryable().Count(noDetermination),
                NoPlan = group.AsQueryable().Count(noPlan),
                Statutory = group.AsQueryable().Count(statutory),
            })
            .ToListAsync(cancellation);
    }

    private static Task<List<OwnerCount>> ClosedAsync(
        FaroDb db,
        Guid agencyId,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var recent = today.AddDays(-TeamFigures.RecentDays);
        return db
            .Cases.Where(file => file.AgencyId == agencyId && file.ClosedOn >= recent)
            .GroupBy(file => file.OwnerId)
            .Select(group => new OwnerCount { OwnerId = group.Key, Cases = group.Count() })
            .ToListAsync(cancellation);
    }

    private static Task<List<OwnerCount>> LateAsync(
        FaroDb db,
        IQueryable<DueDay> late,
        CancellationToken cancellation
    ) =>
        (
            from day in late
            join file in db.Cases on day.CaseId equals file.Id
            group day by file.OwnerId into theirs
            select new OwnerCount
            {
                OwnerId = theirs.Key,
                Cases = theirs.Select(day => day.CaseId).Distinct().Count(),
            }
        ).ToListAsync(cancellation);

    private static async Task<List<WorkerLoad>> WorkersAsync(
        FaroDb db,
        List<OpenGroup> open,
        List<OwnerCount> closed,
        List<OwnerCount> late,
        CancellationToken cancellation
    )
    {
        var owners = open.Select(row => row.OwnerId)
            .Concat(closed.Select(row => row.OwnerId))
            .Distinct()
            .ToList();
        var names = await Colleagues.NamesAsync(db, owners, cancellation);
        return
        [
            .. owners
                .Select(owner =>
                {
                    var theirs = open.Where(row => row.OwnerId == owner).ToList();
                    return new WorkerLoad(
                        owner,
                        names[owner],
                        theirs.Sum(row => row.Open),
                        theirs.ToDictionary(
                            row => row.Risk,
                            row => row.Open,
                            StringComparer.Ordinal
                        ),
                        theirs.Sum(row => row.Recent),
                        closed.Where(row => row.OwnerId == owner).Sum(row => row.Cases),
                        late.Where(row => row.OwnerId == owner).Sum(row => row.Cases)
                    );
                })
                .OrderBy(worker => worker.UserId is not null)
                .ThenByDescending(worker => worker.Open)
                .ThenBy(worker => worker.Name, StringComparer.CurrentCulture),
        ];
    }

    private static List<RiskLoad> Risks(List<OpenGroup> open, TeamRules rules) =>
        [
            .. CodeLists
                .Get(Assess.OverallList)
                .Entries.Select(entry => entry.Code)
                .Reverse()
                .Append("")
                .Select(risk =>
                {
                    var theirs = open.Where(row => row.Risk == risk).ToList();
                    return new RiskLoad(
                        risk,
                        theirs.Sum(row => row.Open),
                        rules.QuietDays(risk),
                        theirs.Sum(row => row.Quiet)
                    );
                }),
        ];

    private static List<GapCount> Gaps(List<OpenGroup> open) =>
        [
            new(CaseGaps.NoRisk, open.Sum(row => row.NoRisk)),
            new(CaseGaps.NoSafetyPlan, open.Sum(row => row.NoSafetyPlan)),
            new(CaseGaps.NoConsent, open.Sum(row => row.NoConsent)),
            new(CaseGaps.NoDetermination, open.Sum(row => row.NoDetermination)),
            new(CaseGaps.NoPlan, open.Sum(row => row.NoPlan)),
            new(CaseGaps.Statutory, open.Sum(row => row.Statutory)),
        ];

    private sealed class OpenGroup
    {
        public Guid? OwnerId { get; init; }

        public required string Risk { get; init; }

        public int Open { get; init; }

        public int Recent { get; init; }

        public int Quiet { get; init; }

        public int NoRisk { get; init; }

        public int NoSafetyPlan { get; init; }

        public int NoConsent { get; init; }

        public int NoDetermination { get; init; }

        public int NoPlan { get; init; }

        public int Statutory { get; init; }
    }

    private sealed class OwnerCount
    {
        public Guid? OwnerId { get; init; }

        public int Cases { get; init; }
    }
}
