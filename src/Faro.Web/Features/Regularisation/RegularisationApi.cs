// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Regularisation;
using Faro.Web.Features.Justice;
using Faro.Web.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Faro.Web.Features.Regularisation;

/// <summary>Migration matters through the API, with the same rules as on the screens.</summary>
internal static class RegularisationApi
{
    public static void MapRegularisation(this RouteGroupBuilder api)
    {
        var cases = api.MapGroup("/cases").WithTags("regularisation");
        cases.MapItemOperation<ReadMigration, MigrationReading>("read-migration").NeverStored();
        cases.MapLegalRow<WriteMigration, MigrationSituation, MigrationFacts>("write-migration");
        cases.MapLegalRow<RecordStay, Stay, StayFacts>("record-stay");
        api.MapGroup("/stays")
            .WithTags("regularisation")
            .MapItemOperation<MoveStay, MoveBody, MoveStayInput, Done>(
                "move",
                (id, body) => new(id, body.Version, body.To, body.On, body.Until, body.EndReason)
            );
    }

    internal sealed record MoveBody(
        int Version,
        string To,
        DateOnly? On = null,
        DateOnly? Until = null,
        string EndReason = ""
    );
}
