// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Caseload.Lists;

/// <summary>One reading of cases by one index: narrowed, in order, from a place on.</summary>
/// <param name="db">Where to read.</param>
/// <param name="seen">The cases that the reader sees in this reading.</param>
/// <param name="due">The days of them that the reader sees, to be read in their order.</param>
/// <param name="dueOf">
/// The same, to be asked of one case: it does not say whose cases they are, or SQLite takes the index of the agency's days
/// for each case anew (8 seconds at 120,000 open cases, and half a millisecond without).
/// </param>
/// <param name="actor">The reader.</param>
/// <param name="today">Local date.</param>
internal sealed class CaseStream(
    FaroDb db,
    IQueryable<Case> seen,
    IQueryable<DueDay> due,
    IQueryable<DueDay> dueOf,
    Actor actor,
    DateOnly today
)
{
    public Task<List<Case>> ReadAsync(
        CaseFilter filter,
        string order,
        CasePlaceInList? after,
        int take,
        CancellationToken cancellation
    ) =>
        order == CaseOrders.Due
            ? DueFirstAsync(filter, after, take, cancellation)
            : Ordered(filter, order, after?.File)
                .AsNoTracking()
                .Take(take)
                .ToListAsync(cancellation);

    /// <summary>All of them, newest first: for counts and for what is done in all.</summary>
    public IQueryable<Case> Newest(CaseFilter filter) =>
        Ordered(filter, CaseOrders.Newest, after: null);

    private IQueryable<Case> Narrowed(CaseFilter filter)
    {
        var cases = ByHead(seen, filter);
        if (filter.Form.Length > 0)
        {
            var form = filter.Form;
            cases = cases.Where(file =>
                db.CaseForms.Any(row => row.CaseId == file.Id && row.Form == form)
            );
        }

        return cases;
    }

    /// <summary>
    /// In the order of an index. The first bound alone is what the databases can seek by; the second cuts the rows of the
    /// same day or rank.
    /// </summary>
    private IQueryable<Case> Ordered(CaseFilter filter, string order, Case? after) =>
        order switch
        {
            CaseOrders.Opened => ByOpening(Narrowed(filter), after),
            CaseOrders.Quiet => ByQuiet(Narrowed(filter), after),
            CaseOrders.Risk => ByRisk(Narrowed(filter), after),
            _ => Newest(ByHead(seen, filter), filter.Form, after?.Id),
        };

    private static IQueryable<Case> ByOpening(IQueryable<Case> cases, Case? after)
    {
        if (after is not null)
        {
            var (on, id) = (after.OpenedOn, after.Id);
            cases = cases.Where(file =>
                file.OpenedOn >= on && (file.OpenedOn > on || file.Id > id)
            );
        }

        return cases.OrderBy(file => file.OpenedOn).ThenBy(file => file.Id);
    }

    private static IQueryable<Case> ByQuiet(IQueryable<Case> cases, Case? after)
    {
        if (after is not null)
        {
            var (since, id) = (after.QuietSince, after.Id);
            cases = cases.Where(file =>
                file.QuietSince >= since && (file.QuietSince > since || file.Id > id)
            );
        }

        return cases.OrderBy(file => file.QuietSince).ThenBy(file => file.Id);
    }

    private static IQueryable<Case> ByRisk(IQueryable<Case> cases, Case? after)
    {
        if (after is not null)
        {
            var (rank, id) = (after.RiskRank, after.Id);
            cases = cases.Where(file =>
                file.RiskRank <= rank && (file.RiskRank < rank || file.Id < id)
            );
        }

        return cases.OrderByDescending(file => file.RiskRank).ThenByDescending(file => file.Id);
    }

    /// <summary>A rare form is found through its own index, whose order is the list's.</summary>
    private IQueryable<Case> Newest(IQueryable<Case> cases, string form, Guid? after)
    {
        if (form.Length == 0)
        {
            cases = after is { } last ? cases.Where(file => file.Id < last) : cases;
            return cases.OrderByDescending(file => file.Id);
        }

        var forms = db.CaseForms.Where(row => row.Form == form);
        if (after is { } before)
        {
            forms = forms.Where(row => row.CaseId < before);
        }

        return (
            from row in forms
            join file in cases
                on new { row.AgencyId, Id = row.CaseId } equals new { file.AgencyId, file.Id }
            orderby row.CaseId descending
            select file
        );
    }

    /// <summary>First what has a day, by the nearest that the reader sees; then the rest, newest first.</summary>
    private async Task<List<Case>> DueFirstAsync(
        CaseFilter filter,
        CasePlaceInList? after,
        int take,
        CancellationToken cancellation
    )
    {
        var found = new List<Case>();
        if (after is null or { DueOn: not null })
        {
            found = await WithDay(Narrowed(filter), after)
                .AsNoTracking()
                .Take(take)
                .ToListAsync(cancellation);
        }

        if (found.Count < take)
        {
            var rest = Narrowed(filter)
                .Where(file => !dueOf.Any(day => day.CaseId == file.Id))
                .OrderByDescending(file => file.Id)
                .AsNoTracking();
            if (after is { DueOn: null })
            {
                var last = after.File.Id;
                rest = rest.Where(file => file.Id < last);
            }

            found.AddRange(await rest.Take(take - found.Count).ToListAsync(cancellation));
        }

        return found;
    }

    private IQueryable<Case> WithDay(IQueryable<Case> cases, CasePlaceInList? after)
    {
        // Of the several days of one case the first counts; which one of the same day does not matter, but one must.
#pragma warning disable CA1309 // SQL compares these: which order it is does not matter, but that it is one.
        var first = due.Where(day =>
            !dueOf.Any(other =>
                other.CaseId == day.CaseId
                && (
                    other.On < day.On
                    || (
                        other.On == day.On
                        && (
                            string.Compare(other.Compartment, day.Compartment) < 0
                            || (
                                other.Compartment == day.Compartment
                                && string.Compare(other.Kind, day.Kind) < 0
                            )
                        )
                    )
                )
            )
        );
#pragma warning restore CA1309
        if (after?.DueOn is { } on)
        {
            var id = after.File.Id;
            first = first.Where(day => day.On >= on && (day.On > on || day.CaseId > id));
        }

        return from day in first
            join file in cases on day.CaseId equals file.Id
            orderby day.On, day.CaseId
            select file;
    }

    private IQueryable<Case> ByHead(IQueryable<Case> cases, CaseFilter filter)
    {
        cases = ByState(cases, filter);
        cases = ByWhose(cases, filter.Whose);
        if (filter.AgencyId is { } agency)
        {
            cases = cases.Where(file => file.AgencyId == agency);
        }

        if (filter.Risk.Length > 0)
        {
            var risk = filter.Risk == CaseFilter.NoRisk ? "" : filter.Risk;
            cases = cases.Where(file => file.Risk == risk);
        }

        if (filter.QuietDays is { } days)
        {
            var until = today.AddDays(-days);
            cases = cases.Where(file => file.QuietSince <= until);
        }

        if (filter.Flagged)
        {
            cases = cases.Where(file => file.HasFlag);
        }

        if (filter.Lacks.Length > 0)
        {
            cases = cases.Where(CaseGaps.Lacking(filter.Lacks, today));
        }

        return ByDue(ByPerson(cases, filter), filter);
    }

    private static IQueryable<Case> ByState(IQueryable<Case> cases, CaseFilter filter)
    {
        cases = filter.State switch
        {
            "" => cases.Where(file => file.ClosedOn == null),
            CaseFilter.AnyClosed => cases.Where(file => file.ClosedOn != null),
            var state => cases.Where(file => file.State == state),
        };
        if (filter.OpenedFrom is { } from)
        {
            cases = cases.Where(file => file.OpenedOn >= from);
        }

        if (filter.OpenedTo is { } to)
        {
            cases = cases.Where(file => file.OpenedOn <= to);
        }

        return filter.ClosedFrom is { } closed
            ? cases.Where(file => file.ClosedOn >= closed)
            : cases;
    }

    /// <summary>Those that the reader carries, and those of whose team she is: each has an index, both together none.</summary>
    public IEnumerable<CaseStream> Mine()
    {
        var user = actor.UserId;
        var teams = db
            .CaseMembers.Where(member => member.UserId == user)
            .Select(member => member.CaseId);
        yield return With(seen.Where(file => file.OwnerId == user));
        yield return With(
            seen.Where(file =>
                teams.Contains(file.Id) && (file.OwnerId == null || file.OwnerId != user)
            )
        );
    }

    private CaseStream With(IQueryable<Case> cases) => new(db, cases, due, dueOf, actor, today);

    private static IQueryable<Case> ByWhose(IQueryable<Case> cases, string whose) =>
        whose == CaseFilter.Nobodys ? cases.Where(file => file.OwnerId == null)
        : Guid.TryParse(whose, out var colleague) ? cases.Where(file => file.OwnerId == colleague)
        : cases;

    private static IQueryable<Case> ByPerson(IQueryable<Case> cases, CaseFilter filter)
    {
        if (filter.Sex.Length > 0)
        {
            var sex = filter.Sex;
            cases = cases.Where(file => file.Sex == sex);
        }

        if (filter.AgeBand.Length > 0)
        {
            var band = filter.AgeBand;
            cases = cases.Where(file => file.AgeBand == band);
        }

        return filter.Minor ? cases.Where(file => file.IsMinor) : cases;
    }

    private IQueryable<Case> ByDue(IQueryable<Case> cases, CaseFilter filter)
    {
        if (filter.Due.Length == 0 && filter.DueKind.Length == 0)
        {
            return cases;
        }

        var days = dueOf;
        if (filter.DueKind.Length > 0)
        {
            var kind = filter.DueKind;
            days = days.Where(day => day.Kind == kind);
        }

        if (filter.Due.Length > 0)
        {
            var until =
                filter.Due == CaseFilter.Late
                    ? today.AddDays(-1)
                    : today.AddDays(CaseFilter.DaysOfAWeek);
            days = days.Where(day => day.On <= until);
            // A bound that the index of whose cases they are can use.
            cases = cases.Where(file => file.NextDueOn <= until);
        }

        return cases.Where(file => days.Any(day => day.CaseId == file.Id));
    }
}
