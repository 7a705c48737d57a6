// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Releases;
using Faro.Web.Doors;
using Faro.Web.Features.Indicators;
using Faro.Web.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Faro.Web.Features.Releases;

/// <summary>What is published, over the API and as a file; open to everybody. Making an edition public asks for two people.</summary>
internal static class ReleasesApi
{
    public static void MapReleases(this RouteGroupBuilder api)
    {
        var releases = api.MapGroup("/releases").WithTags("releases");
        releases.MapGet("/", ListAsync).RequireDoor(Permissions.Public);
        releases.MapGet("/{id:guid}", OneAsync).RequireDoor(Permissions.Public);
        releases.MapOperation<ProposePublication, Guid>("propose");
        releases.MapItemOperation<ApprovePublication, int>("approve");
        releases.MapItemOperation<WithdrawPublication, Done>("withdraw");
    }

    /// <summary>The file of an edition, beside the public page.</summary>
    public static void MapPublicTables(this IEndpointRouteBuilder app) =>
        app.MapGet(ReleaseLinks.CsvPattern, CsvAsync)
            .RequireDoor(Permissions.Public)
            .ExcludeFromDescription();

    private static Task<Ok<ApiPage<ReleaseRow>>> ListAsync(
        FaroDb db,
        int? take,
        Guid? after,
        CancellationToken cancellation
    ) => db.ReleaseRows(after).ToPageAsync(take, row => row.Id, cancellation);

    private static async Task<Results<Ok<ReleaseWithTables>, NotFound>> OneAsync(
        Guid id,
        FaroDb db,
        CancellationToken cancellation
    ) =>
        await db.ReleaseAsync(id, cancellation) is { } release
            ? TypedResults.Ok(release)
            : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, NotFound>> CsvAsync(
        Guid id,
        FaroDb db,
        IStringLocalizer<Indicators.Text> text,
        CancellationToken cancellation
    )
    {
        if (await db.ReleaseAsync(id, cancellation) is not { } release)
        {
            return TypedResults.NotFound();
        }

        var territory = await db
            .Profiles.Select(profile => profile.Territory)
            .FirstOrDefaultAsync(cancellation);
        return TypedResults.File(
            ReleaseCsv.Write(release, territory ?? "", new StatisticsWords(text)),
            "text/csv; charset=utf-8",
            $"faro-{release.PublishedAt:yyyy-MM-dd}-{release.Edition}.csv"
        );
    }
}
