// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Documents;

/// <summary>
/// Announces a file: a new document of a case, or a new version of one. Its pieces follow in any order and may be sent
/// again; what never arrives whole is forgotten after a week.
/// </summary>
public sealed class BeginUpload(OperationDoor door)
    : Operation<BeginUploadInput, UploadProgress>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<UploadProgress>> ActAsync(
        Act act,
        BeginUploadInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.OpenCaseAsync(input.CaseId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var file = found.Value;
        if (await act.PenOfAsync(file, cancellation) is not { } pen)
        {
            return new Refusal(CaseRefusals.PersonErased);
        }

        var refusals = await input.Facts.CheckAsync(act, file, cancellation);
        var format = CheckFile(input, refusals);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        await ForgetOldAsync(act, file, cancellation);
        var document = input.DocumentId is { } id
            ? await act
                .Db.Documents.VisibleTo(act.Actor, act.Db)
                .FirstOrDefaultAsync(
                    row => row.Id == id && row.CaseId == file.Id && row.Current > 0,
                    cancellation
                )
            : New(act, pen, input.Facts);
        if (document is null || document.RemovedAt is not null)
        {
            return new Refusal(
                document is null ? DocumentRefusals.NotFound : DocumentRefusals.Removed
            );
        }

        var version = new DocumentVersion
        {
            Id = act.NewId(),
            DocumentId = document.Id,
            Format = format!.Code,
            Bytes = input.Bytes,
            UploadedBy = act.Actor.UserId,
            BegunAt = act.Now,
        };
        act.Db.DocumentVersions.Add(version);
        act.Note("case", file.Id, ("document", document.Id.ToString()));
        return UploadProgress.Of(version, []);
    }

    /// <returns>What its name says it is; null with a refusal.</returns>
    private static DocumentFormat? CheckFile(BeginUploadInput input, List<Refusal> refusals)
    {
        var format = DocumentFormats.Claimed(input.FileName);
        refusals.Must(format is not null, DocumentRefusals.FormatUnknown, "File");
        refusals.Must(input.Bytes > 0, DocumentRefusals.FileEmpty, "File");
        refusals.Must(
            input.Bytes <= DocumentVersion.MaxBytes,
            DocumentRefusals.FileTooLarge,
            "File",
            DocumentVersion.MaxBytes / 1024 / 1024
        );
        return format;
    }

    private static Document New(Act act, CasePen pen, DocumentFacts facts)
    {
        var id = act.NewId();
        var document = new Document
        {
            Id = id,
            CaseId = pen.File.Id,
            PersonId = pen.File.PersonId,
            Compartment = facts.Compartment,
            Kind = facts.Kind,
            TitleBox = pen.Seal(facts.Title.Trim(), Document.TitleField(id)),
            ExpiresOn = facts.ExpiresOn,
            CreatedBy = act.Actor.UserId,
            CreatedAt = act.Now,
        };
        act.Db.Documents.Add(document);
        return document;
    }

    private static async Task ForgetOldAsync(Act act, Case file, CancellationToken cancellation)
    {
        var before = act.Now.AddDays(-DocumentVersion.DaysToFinish);
        var old = await (
            from version in act.Db.DocumentVersions
            join document in act.Db.Documents on version.DocumentId equals document.Id
            where
                document.CaseId == file.Id && version.ArrivedAt == null && version.BegunAt < before
            select new { version, document }
        ).ToListAsync(cancellation);
        foreach (var each in old)
        {
            await act.ForgetAsync(each.document, each.version, cancellation);
        }
    }
}

/// <param name="CaseId">Whose.</param>
/// <param name="Facts">Of a new document; of a new version they are the document's own.</param>
/// <param name="FileName">The name it came under: only its ending is looked at, and nothing of it is kept.</param>
/// <param name="Bytes">Of the whole file.</param>
/// <param name="DocumentId">Of which it is a new version; null for a new document.</param>
public sealed record BeginUploadInput(
    Guid CaseId,
    DocumentFacts Facts,
    string FileName,
    long Bytes,
    Guid? DocumentId = null
)
{
    /// <summary>No name.</summary>
    public override string ToString() => $"••• {CaseId}";
}

/// <summary>How far a file has come.</summary>
/// <param name="Id">Of the upload.</param>
/// <param name="DocumentId">Of the document it will be.</param>
/// <param name="Bytes">Of the whole file.</param>
/// <param name="PieceBytes">Of a full piece; only the last one is shorter.</param>
/// <param name="Pieces">How many there are.</param>
/// <param name="Received">Indexes, from 0, of those that are here.</param>
public sealed record UploadProgress(
    Guid Id,
    Guid DocumentId,
    long Bytes,
    int PieceBytes,
    int Pieces,
    IReadOnlyList<int> Received
)
{
    internal static UploadProgress Of(DocumentVersion version, IReadOnlyList<int> received) =>
        new(
            version.Id,
            version.DocumentId,
            version.Bytes,
            DocumentPiece.BytesEach,
            version.PieceCount,
            received
        );
}
