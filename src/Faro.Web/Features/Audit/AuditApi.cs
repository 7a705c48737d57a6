// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Web.Doors;
using Faro.Web.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.Audit;

/// <summary>The audit as JSON, newest first; the cursor is the number of a line.</summary>
internal static class AuditApi
{
    public static void MapAudit(this RouteGroupBuilder api)
    {
        var audit = api.MapGroup("/audit").WithTags("audit").RequireDoor(Permissions.ViewAudit);
        audit.MapGet("", ListAsync);
        audit.MapGet("/{seq:long}", GetAsync);
    }

    private static async Task<Ok<ApiPage<AuditRow>>> ListAsync(
        FaroDb db,
        int? take,
        long? after,
        string? act,
        string? result,
        Guid? subject,
        Guid? actor,
        CancellationToken cancellation
    )
    {
        var size = ApiPage.Take(take);
        var rows = await db.Rows(new AuditFilter(after, act, result, subject, actor), size + 1)
            .ToListAsync(cancellation);
        return TypedResults.Ok(
            rows.Count > size
                ? new ApiPage<AuditRow>(
                    rows[..size],
                    rows[size - 1].Seq.ToString(CultureInfo.InvariantCulture)
                )
                : new ApiPage<AuditRow>(rows, null)
        );
    }

    private static async Task<Results<Ok<AuditRow>, NotFound>> GetAsync(
        long seq,
        FaroDb db,
        CancellationToken cancellation
    ) =>
        await db.Rows(new AuditFilter(seq + 1, null, null, null, null), 1)
            .SingleOrDefaultAsync(cancellation)
            is { } row
        && row.Seq == seq
            ? TypedResults.Ok(row)
            : TypedResults.NotFound();
}
