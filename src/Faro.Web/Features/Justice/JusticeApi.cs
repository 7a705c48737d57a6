// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Cases;
using Faro.Programme.Justice;
using Faro.Web.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Faro.Web.Features.Justice;

/// <summary>The justice track through the API, with the same rules as on the screens.</summary>
internal static class JusticeApi
{
    public static void MapJustice(this RouteGroupBuilder api)
    {
        var cases = api.MapGroup("/cases").WithTags("justice");
        cases.MapItemOperation<ReadJustice, JusticeReading>("read-justice").NeverStored();
        cases.MapItemOperation<MoveJustice, MoveBody, MoveJusticeInput, Done>(
            "move-justice",
            (id, body) => new(id, body.Version, body.To, body.On)
        );
        cases.MapLegalRow<WriteJustice, JusticeTrack, JusticeFacts>("write-justice");
        cases.MapLegalRow<RecordMeasure, ProtectionMeasure, MeasureFacts>("record-measure");
        cases.MapLegalRow<RecordHearing, Hearing, HearingFacts>("record-hearing");
        cases.MapLegalRow<RecordReparation, Reparation, ReparationFacts>("record-reparation");
    }

    /// <summary>One row of the legal part of a case: a new one, or one that is corrected.</summary>
    internal static void MapLegalRow<TOperation, TRow, TFacts>(
        this RouteGroupBuilder cases,
        string name
    )
        where TOperation : RecordLegalRow<TRow, TFacts>
        where TRow : class, ICaseRow
        where TFacts : LegalFacts<TRow> =>
        cases.MapItemOperation<TOperation, RowBody<TFacts>, LegalRowInput<TFacts>, Guid>(
            name,
            (id, body) => new(id, body.RowId, body.Version, body.Facts)
        );

    internal sealed record MoveBody(int Version, string To, DateOnly? On = null);

    internal sealed record RowBody<TFacts>(TFacts Facts, Guid? RowId = null, int Version = 0);
}
