// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Identification;
using Faro.Web.Doors;
using Faro.Web.Layout;
using Faro.Web.Pipeline;
using Faro.Web.Printing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Faro.Web.Features.Identification;

/// <summary>Facts and determinations of cases through the API: exactly what the screens show to the same account.</summary>
internal static class IdentificationApi
{
    public static void MapIdentification(this RouteGroupBuilder api)
    {
        var cases = api.MapGroup("/cases").WithTags("identification");
        cases.MapItemOperation<AssessCase, CaseAssessment>("assess").NeverStored();
        cases.MapItemOperation<ReadFacts, CaseFacts>("read-facts").NeverStored();
        cases.MapItemOperation<RecordFacts, FactsBody, RecordFactsInput, int>(
            "record-facts",
            (id, body) => new(id, body.Answers, body.Evidence, body.Seen, body.Adds)
        );
        cases.MapItemOperation<RecordEvent, EventBody, RecordEventInput, Guid>(
            "record-event",
            (id, body) => new(id, body.EventId, body.Version, body.Facts, body.Evidence)
        );
        cases.MapItemOperation<RecordPerpetrator, PerpetratorBody, RecordPerpetratorInput, Guid>(
            "record-perpetrator",
            (id, body) => new(id, body.PerpetratorId, body.Version, body.Facts, body.Evidence)
        );
        cases.MapItemOperation<WithdrawRow, WithdrawBody, WithdrawRowInput, Done>(
            "withdraw-row",
            (id, body) => new(id, body.RowId, body.Version)
        );
        cases.MapItemOperation<Determine, DetermineBody, DetermineInput, Guid>(
            "determine",
            (id, body) =>
                new(
                    id,
                    body.Outcome,
                    body.Body,
                    body.Decider,
                    body.Reasons,
                    body.DecidedOn,
                    body.ReviewOn
                )
        );
        cases.MapItemOperation<SettleDetermination, SettleBody, SettleDeterminationInput, Done>(
            "settle-determination",
            (id, body) => new(id, body.DeterminationId, body.Confirms)
        );
        cases
            .MapItemOperation<
                ReadDetermination,
                OneBody,
                ReadDeterminationInput,
                DeterminationReading
            >("read-determination", (id, body) => new(id, body.DeterminationId))
            .NeverStored();
    }

    /// <summary>The determination as a file, in either language, under a name that says nothing.</summary>
    public static void MapDeterminationPdf(this IEndpointRouteBuilder app) =>
        app.MapGet(
                "/casos/{id:guid}/determinacion/{determination:guid}/{language:regex(^(es|en)$)}.pdf",
                PrintAsync
            )
            .RequireDoor(Permissions.ViewCaseContent)
            .ExcludeFromDescription();

    private static async Task<IResult> PrintAsync(
        Guid id,
        Guid determination,
        string language,
        HttpContext context,
        [AsParameters] DeterminationPrinting printing
    )
    {
        var read = await printing.Read.RunAsync(
            printing.Current.Actor,
            new ReadDeterminationInput(id, determination),
            context.RequestAborted
        );
        if (!read.Done)
        {
            return Results.NotFound();
        }

        await printing.Banner.ReadAsync();
        var html = await StandaloneHtml.RenderAsync<DeterminationDocument>(
            language,
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(DeterminationDocument.Reading)] = read.Value,
                [nameof(DeterminationDocument.Demo)] = printing.Banner.Demo,
                [nameof(DeterminationDocument.Style)] = printing.Assets.Inline("app.css"),
            }
        );
        return await printing.Pdf.AnswerAsync(
            context,
            html,
            $"faro-{determination:N}-{language}.pdf",
            IdentificationLinks.One(id, determination) + "?pdf=no"
        );
    }

    internal sealed record FactsBody(
        IReadOnlyList<FactAnswer> Answers,
        Evidence Evidence,
        int Seen = 0,
        bool Adds = false
    );

    internal sealed record EventBody(
        EventFacts Facts,
        Evidence Evidence,
        Guid? EventId = null,
        int Version = 0
    );

    internal sealed record PerpetratorBody(
        PerpetratorFacts Facts,
        Evidence Evidence,
        Guid? PerpetratorId = null,
        int Version = 0
    );

    internal sealed record WithdrawBody(Guid RowId, int Version);

    internal sealed record DetermineBody(
        string Outcome,
        string Body,
        string Decider,
        string Reasons,
        DateOnly? DecidedOn = null,
        DateOnly? ReviewOn = null
    );

    internal sealed record SettleBody(Guid DeterminationId, bool Confirms);

    internal sealed record OneBody(Guid DeterminationId);

    /// <summary>What printing needs, as one parameter.</summary>
    private sealed record DeterminationPrinting(
        CurrentActor Current,
        ReadDetermination Read,
        ProgrammeBanner Banner,
        FaroAssets Assets,
        PdfPrinter Pdf
    );
}
