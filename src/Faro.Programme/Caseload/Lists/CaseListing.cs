// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Caseload.Lists;

/// <summary>
/// The cases that somebody sees, page after page. Their own agency's and those that a grant opens are read apart, each by
/// its own index, and put together here: as one condition, the databases find no index for either.
/// </summary>
public sealed class CaseListing(FaroDb db, Actor actor, TimeProvider clock)
{
    /// <summary>Counts stop here: "more than" is all that a list says of a larger one.</summary>
    public const int MostCounted = 1000;

    private readonly DateOnly _today = clock.Today();

    /// <summary>One page of a list.</summary>
    /// <param name="filter">Which cases.</param>
    /// <param name="order">A code of the list <c>case-orders</c>.</param>
    /// <param name="after">
    /// The last case of the page before. Its place is looked up, so that an address holds no day or risk of anybody.
    /// </param>
    /// <param name="take">How many rows.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<CaseListPage> PageAsync(
        CaseFilter filter,
        string order,
        Guid? after,
        int take,
        CancellationToken cancellation
    )
    {
        var kept = CaseOrders.Possible(order, filter, IsOfAllAgencies(filter));
        var streams = await StreamsAsync(filter, cancellation);
        var place = after is { } last ? await PlaceAsync(last, kept, cancellation) : null;
        if (after is not null && place is null)
        {
            return new CaseListPage([], null);
        }

        var found = new List<Case>();
        foreach (var stream in streams)
        {
            found.AddRange(await stream.ReadAsync(filter, kept, place, take + 1, cancellation));
        }

        var rows = await RowsAsync(found, cancellation);
        if (streams.Count > 1)
        {
            rows = [.. rows.DistinctBy(row => row.Id)];
            rows.Sort(CaseOrders.Comparison(kept));
        }

        return rows.Count > take
            ? new CaseListPage(rows[..take], rows[take - 1].Id)
            : new CaseListPage(rows, null);
    }

    /// <summary>How many there are, up to one more than <paramref name="most"/>.</summary>
    public async Task<int> CountAsync(
        CaseFilter filter,
        CancellationToken cancellation,
        int most = MostCounted
    )
    {
        var count = 0;
        foreach (var stream in await StreamsAsync(filter, cancellation))
        {
            count += await stream.Newest(filter).Take(most + 1).CountAsync(cancellation);
        }

        return Math.Min(count, most + 1);
    }

    /// <summary>The ids of all of them, newest first, up to one more than <paramref name="most"/>.</summary>
    public async Task<List<Guid>> IdsAsync(
        CaseFilter filter,
        int most,
        CancellationToken cancellation
    )
    {
        var ids = new List<Guid>();
        foreach (var stream in await StreamsAsync(filter, cancellation))
        {
            ids.AddRange(
                await stream
                    .Newest(filter)
                    .Select(file => file.Id)
                    .Take(most + 1 - ids.Count)
                    .ToListAsync(cancellation)
            );
        }

        return ids;
    }

    private bool IsOfAllAgencies(CaseFilter filter) =>
        CaseVisibility.SeesAll(actor) && filter.AgencyId is null;

    private async Task<List<CaseStream>> StreamsAsync(
        CaseFilter filter,
        CancellationToken cancellation
    )
    {
        var streams = await SeenStreamsAsync(filter, cancellation);
        return filter.Whose == CaseFilter.Mine
            ? [.. streams.SelectMany(stream => stream.Mine())]
            : streams;
    }

    private async Task<List<CaseStream>> SeenStreamsAsync(
        CaseFilter filter,
        CancellationToken cancellation
    )
    {
        if (!actor.May(Permissions.ViewCases))
        {
            return [];
        }

        if (CaseVisibility.SeesAll(actor))
        {
            return filter.AsksContent && !actor.IsSystem
                ? []
                : [new CaseStream(db, db.Cases, Seen(db.DueDays), Seen(db.DueDays), actor, _today)];
        }

        var streams = new List<CaseStream>();
        var living = db.CaseGrants.Where(LivingGrant.Of(actor));
        var granted = await living.AnyAsync(cancellation);
        if (!filter.AsksContent || WorksInSocial)
        {
            streams.Add(
                new CaseStream(
                    db,
                    db.Cases.Where(CaseVisibility.OfOwnAgency(actor)),
                    granted ? Seen(OwnDueDays) : ByPart(OwnDueDays),
                    granted ? Seen(db.DueDays) : ByPart(db.DueDays),
                    actor,
                    _today
                )
            );
        }

        if (granted)
        {
            var ways = filter.AsksContent
                ? living.Where(grant => grant.Compartments.Contains(Compartments.Social))
                : living;
            streams.Add(
                new CaseStream(
                    db,
                    db.Cases.Where(CaseVisibility.OfOwnAgency(actor).Not())
                        .Where(file => ways.Any(grant => grant.CaseId == file.Id)),
                    Seen(db.DueDays),
                    Seen(db.DueDays),
                    actor,
                    _today
                )
            );
        }

        return streams;
    }

    private bool WorksInSocial =>
        actor.May(Permissions.ViewCaseContent)
        && actor.Compartments.Contains(Compartments.Social, StringComparer.Ordinal);

    private IQueryable<DueDay> OwnDueDays
    {
        get
        {
            var agency = actor.AgencyId;
            return db.DueDays.Where(day => day.AgencyId == agency);
        }
    }

    /// <summary>Whoever has no grant sees the rows of the own agency's cases by the parts they work in, and no others.</summary>
    private IQueryable<DueDay> ByPart(IQueryable<DueDay> days)
    {
        var works = actor.May(Permissions.ViewCaseContent) ? actor.Compartments : [];
        return days.Where(day => works.Contains(day.Compartment));
    }

    private IQueryable<DueDay> Seen(IQueryable<DueDay> days) => days.VisibleTo(actor, db);

    /// <summary>Where a page begins; null when the case is not seen any more.</summary>
    private async Task<CasePlaceInList?> PlaceAsync(
        Guid after,
        string order,
        CancellationToken cancellation
    )
    {
        var file = await db
            .Cases.VisibleTo(actor)
            .AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == after, cancellation);
        if (file is null)
        {
            return null;
        }

        var due =
            order == CaseOrders.Due
                ? await Seen(db.DueDays)
                    .Where(day => day.CaseId == after)
                    .MinAsync(day => (DateOnly?)day.On, cancellation)
                : null;
        return new CasePlaceInList(file, due);
    }

    private async Task<List<CaseRow>> RowsAsync(List<Case> files, CancellationToken cancellation)
    {
        var ids = files.ConvertAll(file => file.Id);
        var due = await Seen(db.DueDays)
            .Where(day => ids.Contains(day.CaseId))
            .GroupBy(day => day.CaseId)
            .Select(group => new { group.Key, On = group.Min(day => day.On) })
            .ToDictionaryAsync(row => row.Key, row => row.On, cancellation);
        var names = await Colleagues.NamesAsync(
            db,
            files.Select(file => file.OwnerId),
            cancellation
        );
        var inSocial = await InSocialAsync(files, cancellation);
        var lacks = CaseGaps.Of(_today);
        return files.ConvertAll(file => new CaseRow(
            file.Id,
            file.Number,
            file.State,
            file.StateSince,
            file.Risk,
            file.OwnerId,
            names[file.OwnerId],
            file.AgencyId,
            due.TryGetValue(file.Id, out var on) ? on : null,
            file.LastContactOn,
            file.OpenedOn,
            file.Sex,
            file.AgeBand,
            file.IsMinor,
            file.HasFlag && inSocial.Contains(file.Id),
            file.ClosedOn is null && inSocial.Contains(file.Id) ? lacks(file) : []
        )
        {
            QuietSince = file.QuietSince,
            RiskRank = file.RiskRank,
        });
    }

    /// <summary>Those of which the reader sees what lies in their social part.</summary>
    private async Task<HashSet<Guid>> InSocialAsync(
        List<Case> files,
        CancellationToken cancellation
    )
    {
        if (actor.IsSystem)
        {
            return [.. files.Select(file => file.Id)];
        }

        var seen = files
            .Where(file => WorksInSocial && file.AgencyId == actor.AgencyId)
            .Select(file => file.Id)
            .ToHashSet();
        var rest = files.Select(file => file.Id).Where(id => !seen.Contains(id)).ToList();
        if (rest.Count > 0 && actor.May(Permissions.ViewCaseContent))
        {
            seen.UnionWith(
                await db
                    .CaseGrants.Where(LivingGrant.Of(actor))
                    .Where(grant =>
                        rest.Contains(grant.CaseId)
                        && grant.Compartments.Contains(Compartments.Social)
                    )
                    .Select(grant => grant.CaseId)
                    .ToListAsync(cancellation)
            );
        }

        return seen;
    }
}

/// <summary>After which case a page begins, and its nearest due day as the reader sees it.</summary>
internal sealed record CasePlaceInList(Case File, DateOnly? DueOn);
