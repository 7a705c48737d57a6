// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Documents;
using Faro.Web.Doors;
using Faro.Web.Pipeline;
using Faro.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Faro.Web.Features.Documents;

/// <summary>
/// Documents through the API. A file comes in pieces: announce it, put each piece at its own address (again, when the line
/// broke), and say that it is whole.
/// </summary>
internal static class DocumentsApi
{
    public static void MapDocuments(this RouteGroupBuilder api)
    {
        var documents = api.MapGroup("/documents").WithTags("documents");
        documents.MapGet("/", ListAsync).RequireDoor(Permissions.ViewCaseContent);
        documents
            .MapOperation<ReadDocuments, OfCaseBody, Guid, IReadOnlyList<DocumentLine>>(
                "read-all",
                body => body.CaseId
            )
            .NeverStored();
        documents.MapOperation<BeginUpload, BeginUploadInput, UploadProgress>("begin-upload");
        documents.MapItemOperation<ChangeDocument, ChangeBody, ChangeDocumentInput, Done>(
            "change",
            (id, body) => new(id, body.Version, body.Facts)
        );
        documents.MapItemOperation<RemoveDocument, RemoveBody, RemoveDocumentInput, Done>(
            "remove",
            (id, body) => new(id, body.Version, body.Reason)
        );
        var uploads = documents.MapGroup("/uploads");
        uploads.MapGet("/{id:guid}", ProgressAsync).RequireDoor(Permissions.WorkCases);
        uploads
            .MapPut("/{id:guid}/pieces/{index:int}", ReceiveAsync)
            .RequireDoor(Permissions.WorkCases);
        uploads.MapItemOperation<FinishUpload, FinishBody, FinishUploadInput, Guid>(
            "finish",
            (id, body) => new(id, body.Hash ?? "")
        );
        uploads.MapItemOperation<DiscardUpload, Done>("discard");
    }

    private static async Task<Ok<ApiPage<DocumentRow>>> ListAsync(
        FaroDb db,
        CurrentActor current,
        int? take,
        Guid? after,
        Guid? @case,
        CancellationToken cancellation
    )
    {
        var documents = db
            .Documents.VisibleTo(current.Actor, db)
            .Where(document => document.Current > 0);
        if (@case is { } file)
        {
            documents = documents.Where(document => document.CaseId == file);
        }

        if (after is { } last)
        {
            documents = documents.Where(document => document.Id < last);
        }

        return await documents
            .OrderByDescending(document => document.Id)
            .Select(document => new DocumentRow(
                document.Id,
                document.CaseId,
                document.Kind,
                document.Compartment,
                document.ExpiresOn,
                document.Current,
                document.CreatedAt,
                document.RemovedAt,
                document.Version
            ))
            .ToPageAsync(take, row => row.Id, cancellation);
    }

    private static async Task<Results<Ok<UploadProgress>, NotFound>> ProgressAsync(
        Guid id,
        FaroDb db,
        CurrentActor current,
        CancellationToken cancellation
    )
    {
        var found = await UploadQueries.WaitingAsync(db, current.Actor, null, id, cancellation);
        return found.Count == 0 ? TypedResults.NotFound() : TypedResults.Ok(found[0].Progress);
    }

    private static async Task<Results<Ok<Done>, ProblemHttpResult>> ReceiveAsync(
        Guid id,
        int index,
        HttpRequest request,
        ReceiveDocumentPiece receive,
        CurrentActor current,
        RefusalWords words,
        CancellationToken cancellation
    )
    {
        // One byte more than a full piece, so that a longer one is seen and refused.
        var buffer = new byte[DocumentPiece.BytesEach + 1];
        var read = await request.Body.ReadAtLeastAsync(
            buffer,
            buffer.Length,
            throwOnEndOfStream: false,
            cancellation
        );
        var input = new ReceiveDocumentPieceInput(id, index, buffer.AsMemory(0, read));
        return (await receive.RunAsync(current.Actor, input, cancellation)).ToApi(words);
    }

    internal sealed record OfCaseBody(Guid CaseId);

    internal sealed record ChangeBody(int Version, DocumentFacts Facts);

    internal sealed record RemoveBody(int Version, string Reason);

    internal sealed record FinishBody(string? Hash);
}

/// <summary>A document in a list of the API: no title.</summary>
public sealed record DocumentRow(
    Guid Id,
    Guid CaseId,
    string Kind,
    string Compartment,
    DateOnly? ExpiresOn,
    int Current,
    DateTimeOffset CreatedAt,
    DateTimeOffset? RemovedAt,
    int Version
);
