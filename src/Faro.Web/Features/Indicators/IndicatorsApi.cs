// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Indicators;
using Faro.Web.Doors;
using Faro.Web.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Faro.Web.Features.Indicators;

/// <summary>Context series over the API. Statistics of people are not here: they leave as publications.</summary>
internal static class IndicatorsApi
{
    public static void MapIndicators(this RouteGroupBuilder api)
    {
        var series = api.MapGroup("/indicators").WithTags("indicators");
        series.MapGet("/", ListAsync).RequireDoor(Permissions.ViewIndicators);
        series.MapGet("/{id:guid}", OneAsync).RequireDoor(Permissions.ViewIndicators);
        series.MapOperation<RegisterSeries, SeriesAnswers, Guid>("register");
        series.MapItemOperation<ChangeSeries, ChangeBody, ChangeSeriesInput, Done>(
            "change",
            (id, body) => new(id, body.Version, body.Series)
        );
        series.MapItemOperation<SetValues, ValuesBody, SetValuesInput, int>(
            "set-values",
            (id, body) => new(id, body.Version, body.Values)
        );
        series.MapItemOperation<RemoveSeries, RemoveBody, RemoveSeriesInput, Done>(
            "remove",
            (id, body) => new(id, body.Code)
        );
    }

    private static Task<Ok<ApiPage<SeriesRow>>> ListAsync(
        FaroDb db,
        CurrentActor current,
        int? take,
        Guid? after,
        CancellationToken cancellation
    ) => db.SeriesRows(current.Actor, after).ToPageAsync(take, row => row.Id, cancellation);

    private static async Task<Results<Ok<SeriesWithValues>, NotFound>> OneAsync(
        Guid id,
        FaroDb db,
        CurrentActor current,
        CancellationToken cancellation
    ) =>
        await db.OneSeriesAsync(current.Actor, id, cancellation) is { } series
            ? TypedResults.Ok(series)
            : TypedResults.NotFound();

    private sealed record ChangeBody(int Version, SeriesAnswers Series);

    private sealed record ValuesBody(int? Version, IReadOnlyList<SeriesFigure> Values);

    private sealed record RemoveBody(string Code);
}
