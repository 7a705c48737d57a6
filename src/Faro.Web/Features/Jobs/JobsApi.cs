// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Jobs;
using Faro.Web.Doors;
using Faro.Web.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.Jobs;

/// <summary>Long work as JSON.</summary>
internal static class JobsApi
{
    public static void MapJobs(this RouteGroupBuilder api)
    {
        var jobs = api.MapGroup("/jobs").WithTags("jobs");
        jobs.MapGet("", ListAsync).RequireDoor(Permissions.ViewJobs);
        jobs.MapGet("/{id:guid}", GetAsync).RequireDoor(Permissions.ViewJobs);
        jobs.MapItemOperation<CancelJob, Done>("cancel");
    }

    private static async Task<Ok<ApiPage<JobRow>>> ListAsync(
        FaroDb db,
        CurrentActor current,
        int? take,
        Guid? after,
        CancellationToken cancellation
    )
    {
        var jobs = db.Jobs.VisibleTo(current.Actor);
        if (after is { } cursor)
        {
            jobs = jobs.Where(job => job.Id < cursor);
        }

        return await jobs.Rows().ToPageAsync(take, row => row.Id, cancellation);
    }

    private static async Task<Results<Ok<JobRow>, NotFound>> GetAsync(
        Guid id,
        FaroDb db,
        CurrentActor current,
        CancellationToken cancellation
    ) =>
        await db
            .Jobs.VisibleTo(current.Actor)
            .Where(job => job.Id == id)
            .Rows()
            .SingleOrDefaultAsync(cancellation)
            is { } row
            ? TypedResults.Ok(row)
            : TypedResults.NotFound();
}
