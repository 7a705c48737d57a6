// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Audit;
using Faro.Web.Doors;
using Faro.Web.Pipeline;
using Faro.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Faro.Web.Features.Audit;

/// <summary>The whole log as a file that <c>faro verify --log</c> checks.</summary>
internal static class AuditDownload
{
    public static void MapAuditDownload(this IEndpointRouteBuilder app) =>
        app.MapGet(AuditLinks.Export, DownloadAsync)
            .RequireDoor(Permissions.ViewAudit)
            .ExcludeFromDescription();

    private static async Task<IResult> DownloadAsync(
        RecordAuditExport record,
        CurrentActor current,
        FaroDb db,
        RefusalWords words,
        CancellationToken cancellation
    )
    {
        var recorded = await record.RunAsync(current.Actor, default, cancellation);
        return recorded.Done
            ? Results.Stream(
                stream => AuditExport.WriteAsync(db, stream, cancellation),
                "application/x-ndjson",
                "auditoria.ndjson"
            )
            : recorded.ToApi(words).Result;
    }
}
