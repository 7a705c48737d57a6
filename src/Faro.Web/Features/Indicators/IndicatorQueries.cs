// SPDX-License-Identifier: Apache-2.0
using System.Linq.Expressions;
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Indicators;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.Indicators;

/// <summary>What the pages of series and their API read.</summary>
internal static class IndicatorQueries
{
    private static readonly Expression<Func<Series, SeriesRow>> Row = series => new SeriesRow(
        series.Id,
        series.Code,
        series.NameEs,
        series.NameEn,
        series.Unit,
        series.Territory,
        series.Source,
        series.SourceUrl,
        series.Licence,
        series.RetrievedOn,
        series.Notes,
        series.Version
    );

    /// <summary>Series are no secret within the programme: one permission opens them all.</summary>
    public static IQueryable<SeriesRow> SeriesRows(this FaroDb db, Actor actor, Guid? after = null)
    {
        var may = actor.May(Permissions.ViewIndicators);
        return db
            .Series.Where(series => may && (after == null || series.Id > after))
            .OrderBy(series => series.Id)
            .Select(Row);
    }

    /// <returns>Null when there is none or the actor may not see it.</returns>
    public static async Task<SeriesWithValues?> OneSeriesAsync(
        this FaroDb db,
        Actor actor,
        Guid id,
        CancellationToken cancellation
    )
    {
        if (!actor.May(Permissions.ViewIndicators))
        {
            return null;
        }

        var series = await db
            .Series.Where(series => series.Id == id)
            .Select(Row)
            .FirstOrDefaultAsync(cancellation);
        if (series is null)
        {
            return null;
        }

        var values = await db.Set<SeriesValue>()
            .Where(value => value.SeriesId == id)
            .Select(value => new SeriesPoint(value.Period, value.Value, value.Status))
            .ToListAsync(cancellation);
        return new(series, [.. values.OrderBy(value => value.Period, StringComparer.Ordinal)]);
    }
}
