// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Documents;
using Faro.Programme.Vault;
using Faro.Web.Doors;
using Faro.Web.Pipeline;
using Faro.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace Faro.Web.Features.Documents;

/// <summary>Files on their way out: to be looked at with the reader's name across them, or as they came.</summary>
internal static class DocumentEndpoints
{
    public static void MapFaroDocuments(this IEndpointRouteBuilder app)
    {
        app.MapGet("/casos/{id:guid}/documentos/{document:guid}/{number:int}/ver", ViewAsync)
            .RequireDoor(Permissions.ViewCaseContent)
            .ServesDocuments();
        app.MapGet(
                "/casos/{id:guid}/documentos/{document:guid}/{number:int}/original",
                DownloadAsync
            )
            .RequireDoor(Permissions.ViewCaseContent)
            .ServesDocuments();
    }

    /// <summary>Kept by no browser, run as no page: a file of somebody's is only ever a file.</summary>
    public static RouteHandlerBuilder ServesDocuments(this RouteHandlerBuilder door) =>
        door.NeverStored()
            .WithSecurityHeadersPolicy(SecurityHeaders.Files)
            .ExcludeFromDescription();

    private static async Task<IResult> ViewAsync(
        Guid id,
        Guid document,
        int number,
        ViewDocument view,
        HttpContext context,
        [AsParameters] FileOpening opening
    )
    {
        var aborted = context.RequestAborted;
        var opened = await view.RunAsync(
            opening.Current.Actor,
            new OpenDocumentInput(id, document, number),
            aborted
        );
        if (!opened.Done || !Stamps.CanShow(opened.Value.Format.Code, opened.Value.Bytes))
        {
            return Results.NotFound();
        }

        var content = new byte[opened.Value.Bytes];
        await using (var stream = opened.Value.Open(opening.Db, opening.Vault))
        {
            await stream.ReadExactlyAsync(content, aborted);
        }

        var words = opening.Words[
            "Stamp.Words",
            opening.Current.DisplayName,
            Dates.Moment(opening.Clock.GetUtcNow()),
            opened.Value.CaseNumber
        ];
        var stamped = Stamps.Make(content, opened.Value.Format, words);
        if (stamped is not { } copy)
        {
            return Results.LocalRedirect(DocumentsLinks.One(id, document) + "?ver=no");
        }

        context.Response.Headers.ContentDisposition =
            $"inline; filename=\"{opened.Value.NeutralName}\"";
        return Results.Bytes(copy.Bytes, copy.MediaType);
    }

    private static async Task<IResult> DownloadAsync(
        Guid id,
        Guid document,
        int number,
        DownloadDocument download,
        HttpContext context,
        [AsParameters] FileOpening opening
    )
    {
        var opened = await download.RunAsync(
            opening.Current.Actor,
            new OpenDocumentInput(id, document, number),
            context.RequestAborted
        );
        return opened.Done
            ? Results.Stream(
                opened.Value.Open(opening.Db, opening.Vault),
                opened.Value.Format.MediaType,
                opened.Value.NeutralName
            )
            : Results.NotFound();
    }

    /// <summary>What opening a file needs, as one parameter.</summary>
    private sealed record FileOpening(
        FaroDb Db,
        SealingVault Vault,
        CurrentActor Current,
        TimeProvider Clock,
        IStringLocalizer<Text> Words
    );
}
