// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Agencies;
using Faro.Web.Doors;
using Faro.Web.Pipeline;
using Faro.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Faro.Web.Features.Agencies;

/// <summary>The network's directory through the API.</summary>
internal static class AgenciesApi
{
    public static void MapAgencies(this RouteGroupBuilder api)
    {
        var agencies = api.MapGroup("/agencies").WithTags("agencies");
        agencies.MapGet("/", ListAsync).RequireDoor(Permissions.ViewAgencies);
        agencies.MapGet("/{id:guid}", GetAsync).RequireDoor(Permissions.ViewAgencies);
        agencies.MapOperation<RegisterAgency, AgencyFacts, Guid>("register");
        agencies.MapItemOperation<ChangeAgency, ChangeAgencyBody, ChangeAgencyInput, Done>(
            "change",
            (id, body) => new(id, body.Version, body.Facts)
        );
        agencies.MapItemOperation<CloseAgency, Done>("close");
        agencies.MapItemOperation<ReopenAgency, Done>("reopen");
    }

    private static async Task<Ok<ApiPage<AgencyRow>>> ListAsync(
        FaroDb db,
        int? take,
        Guid? after,
        CancellationToken cancellation
    )
    {
        var agencies = after is { } last
            ? db.Agencies.Where(agency => agency.Id > last)
            : db.Agencies;
        return await AgencyRow
            .From(agencies.OrderBy(agency => agency.Id))
            .ToPageAsync(take, row => row.Id, cancellation);
    }

    private static async Task<Results<Ok<AgencyRow>, ProblemHttpResult>> GetAsync(
        Guid id,
        FaroDb db,
        RefusalWords words,
        CancellationToken cancellation
    )
    {
        var agency = await AgencyRow
            .From(db.Agencies.Where(agency => agency.Id == id))
            .FirstOrDefaultAsync(cancellation);
        Outcome<AgencyRow> outcome = agency is null ? new Refusal(AgencyRefusals.NotFound) : agency;
        return outcome.ToApi(words);
    }

    internal sealed record ChangeAgencyBody(int Version, AgencyFacts Facts);
}
