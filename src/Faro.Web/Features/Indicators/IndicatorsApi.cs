// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Indicators;
using Faro.Web.Doors;
using Faro.Web.Pipeline;
using Faro.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.Indicators;

/// <summary>Context series over the API. Statistics of people are not here: they leave as publications.</summary>
internal static class IndicatorsApi
{
    public static void MapIndicators(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/indicators").RequireDoor(Permissions.ViewIndicators);
        group.MapGet("/", ListAsync);
        group.MapGet("/{id:guid}", OneAsync);

        MapWrites(api.MapGroup("/indicators").RequireDoor(Permissions.ManageIndicators));
    }

    private static void MapWrites(RouteGroupBuilder writes)
    {
        writes.MapPost(
            "/register",
            async (
                SeriesAnswers body,
                RegisterSeries operation,
                CurrentActor current,
                RefusalWords words,
                CancellationToken cancellation
            ) => (await operation.RunAsync(current.Actor, body, cancellation)).ToApi(words)
        );
        writes.MapPost(
            "/{id:guid}/change",
            async (
                Guid id,
                ChangeBody body,
                ChangeSeries operation,
                CurrentActor current,
                RefusalWords words,
                CancellationToken cancellation
            ) =>
                (
                    await operation.RunAsync(
                        current.Actor,
                        new ChangeSeriesInput(id, body.Version, body.Series),
                        cancellation
                    )
                ).ToApi(words)
        );
        MapValues(writes);
    }

    private static void MapValues(RouteGroupBuilder writes)
    {
        writes.MapPost(
            "/{id:guid}/set-values",
            async (
                Guid id,
                ValuesBody body,
                SetValues operation,
                CurrentActor current,
                RefusalWords words,
                CancellationToken cancellation
            ) =>
                (
                    await operation.RunAsync(
                        current.Actor,
                        new SetValuesInput(id, body.Version, body.Values),
                        cancellation
                    )
                ).ToApi(words)
        );
        writes.MapPost(
            "/{id:guid}/remove",
            async (
                Guid id,
                RemoveBody body,
                RemoveSeries operation,
                CurrentActor current,
                RefusalWords words,
                CancellationToken cancellation
            ) =>
                (
                    await operation.RunAsync(
                        current.Actor,
                        new RemoveSeriesInput(id, body.Code),
                        cancellation
                    )
                ).ToApi(words)
        );
    }

    private static async Task<Ok<ApiPage<SeriesRow>>> ListAsync(
        FaroDb db,
        CurrentActor current,
        int? take,
        Guid? after,
        CancellationToken cancellation
    )
    {
        var wanted = ApiPage.Take(take);
        var rows = await db.SeriesRows(current.Actor, after)
            .Take(wanted + 1)
            .ToListAsync(cancellation);
        return TypedResults.Ok(ApiPage.From(rows, wanted, row => row.Id));
    }

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
