// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Caseload.Lists;
using Faro.Programme.Caseload.Team;
using Faro.Programme.Caseload.Together;
using Faro.Web.Doors;
using Faro.Web.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.Caseload;

/// <summary>Lists of cases, and work on many, through the API: exactly what the screens show to the same account.</summary>
internal static class CaseloadApi
{
    public static void MapCaseload(this RouteGroupBuilder api)
    {
        var cases = api.MapGroup("/cases").WithTags("cases");
        cases.MapGet("/", ListAsync).RequireDoor(Permissions.ViewCases).NeverStored();
        cases.MapGet("/team", TeamAsync).RequireDoor(Permissions.AssignCases).NeverStored();

        var lists = api.MapGroup("/case-lists").WithTags("case-lists");
        lists.MapGet("/", ListsAsync).RequireDoor(Permissions.ViewCases);
        lists.MapOperation<SaveList, SaveListInput, Guid>("save");
        lists.MapOperation<ChooseFirstList, ChooseFirstListInput, Done>("choose-first");
        lists.MapItemOperation<RemoveList, VersionBody, ListAtVersion, Done>(
            "remove",
            (id, body) => new(id, body.Version)
        );
        lists.MapItemOperation<RestoreList, Done>("restore");

        var batches = api.MapGroup("/case-batches").WithTags("case-batches");
        batches.MapGet("/", BatchesAsync).RequireDoor(Permissions.WorkCases);
        batches.MapGet("/{id:guid}", BatchAsync).RequireDoor(Permissions.WorkCases);
        batches.MapGet("/{id:guid}/cases", ItemsAsync).RequireDoor(Permissions.WorkCases);
        batches.MapOperation<RequestBatch, RequestBatchInput, Guid>("request");
        batches.MapItemOperation<UndoBatch, Guid>("undo");
        batches.MapItemOperation<CancelBatch, Done>("cancel");
    }

    /// <summary>The address says the same as that of the screen; with a list it is that list, unless it says more.</summary>
    private static async Task<Ok<ApiPage<CaseRow>>> ListAsync(
        FaroDb db,
        CurrentActor current,
        TimeProvider clock,
        HttpRequest request,
        int? take,
        CancellationToken cancellation
    )
    {
        var query = ListQuery.Read(request.Query);
        var list = query.ListId is { } id
            ? (await ListReading.AllAsync(db, current.Actor, cancellation)).FirstOrDefault(each =>
                each.Id == id
            )
            : null;
        if (query.ListId is not null && list is null)
        {
            return TypedResults.Ok(new ApiPage<CaseRow>([], null));
        }

        var page = await new CaseListing(db, current.Actor, clock).PageAsync(
            query.Filter ?? list?.Filter ?? new(),
            query.Order ?? list?.Order ?? CaseOrders.Newest,
            query.After,
            ApiPage.Take(take),
            cancellation
        );
        return TypedResults.Ok(new ApiPage<CaseRow>(page.Rows, page.Next?.ToString()));
    }

    private static async Task<Results<Ok<TeamFigures>, NotFound>> TeamAsync(
        TeamView view,
        CurrentActor current,
        CancellationToken cancellation
    ) =>
        await view.ReadAsync(current.Actor, cancellation) is { } figures
            ? TypedResults.Ok(figures)
            : TypedResults.NotFound();

    /// <summary>All of them: people keep a handful.</summary>
    private static async Task<Ok<ApiPage<ListReading>>> ListsAsync(
        FaroDb db,
        CurrentActor current,
        CancellationToken cancellation
    ) =>
        TypedResults.Ok(
            new ApiPage<ListReading>(
                await ListReading.AllAsync(db, current.Actor, cancellation),
                null
            )
        );

    private static async Task<Ok<ApiPage<BatchRow>>> BatchesAsync(
        FaroDb db,
        CurrentActor current,
        int? take,
        Guid? after,
        CancellationToken cancellation
    ) =>
        await BatchRow.All(db, current.Actor, after).ToPageAsync(take, row => row.Id, cancellation);

    private static async Task<Results<Ok<BatchReading>, NotFound>> BatchAsync(
        Guid id,
        FaroDb db,
        CurrentActor current,
        CancellationToken cancellation
    ) =>
        await BatchReading.OneAsync(db, current.Actor, id, cancellation) is { } batch
            ? TypedResults.Ok(batch)
            : TypedResults.NotFound();

    private static async Task<Results<Ok<ApiPage<BatchItemRow>>, NotFound>> ItemsAsync(
        Guid id,
        FaroDb db,
        CurrentActor current,
        int? take,
        int? after,
        CancellationToken cancellation
    )
    {
        if (
            !await db
                .CaseBatches.VisibleTo(current.Actor)
                .AnyAsync(row => row.Id == id, cancellation)
        )
        {
            return TypedResults.NotFound();
        }

        var (size, from) = (ApiPage.Take(take), Math.Max(after ?? 0, 0));
        var rows = await BatchReading
            .Items(db, current.Actor, id)
            .Skip(from)
            .Take(size + 1)
            .ToListAsync(cancellation);
        return TypedResults.Ok(
            rows.Count > size
                ? new ApiPage<BatchItemRow>(rows[..size], $"{from + size}")
                : new ApiPage<BatchItemRow>(rows, null)
        );
    }

    internal sealed record VersionBody(int Version);
}
