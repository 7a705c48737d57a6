// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Cases;
using Faro.Programme.Vault;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Documents;

/// <summary>How operations of the vault find the document or upload they work on.</summary>
internal static class OwnDocument
{
    /// <summary>A document that the actor sees, in a case that is open.</summary>
    public static async Task<Outcome<(Case File, Document Document)>> DocumentAsync(
        this Act act,
        Guid id,
        int version,
        CancellationToken cancellation
    )
    {
        var document = await act
            .Db.Documents.VisibleTo(act.Actor, act.Db)
            .FirstOrDefaultAsync(row => row.Id == id && row.Current > 0, cancellation);
        if (document is null)
        {
            return new Refusal(DocumentRefusals.NotFound);
        }

        if (document.RemovedAt is not null)
        {
            return new Refusal(DocumentRefusals.Removed);
        }

        if (document.Version != version)
        {
            return new Refusal(DocumentRefusals.ChangedMeanwhile);
        }

        var found = await act.OpenCaseAsync(document.CaseId, document.Compartment, cancellation);
        return found.Done ? (found.Value, document) : found.Refusals.ToList();
    }

    /// <summary>A file on its way, by whom it is sent.</summary>
    public static async Task<Outcome<Upload>> UploadAsync(
        this Act act,
        Guid id,
        CancellationToken cancellation
    )
    {
        var version = await act.Db.DocumentVersions.FirstOrDefaultAsync(
            row => row.Id == id && row.ArrivedAt == null,
            cancellation
        );
        if (version is null || version.UploadedBy != act.Actor.UserId)
        {
            return new Refusal(DocumentRefusals.NotFound);
        }

        var document = await act.Db.Documents.SingleAsync(
            row => row.Id == version.DocumentId,
            cancellation
        );
        var pen = await act.PenAsync(document.CaseId, document.Compartment, cancellation);
        return pen.Done ? new Upload(pen.Value, document, version) : pen.Refusals.ToList();
    }

    /// <summary>Forgets a file that never arrived whole, and its document when it would have been the first.</summary>
    public static async Task ForgetAsync(
        this Act act,
        Document document,
        DocumentVersion version,
        CancellationToken cancellation
    )
    {
        await act
            .Db.DocumentPieces.Where(piece => piece.VersionId == version.Id)
            .ExecuteDeleteAsync(cancellation);
        act.Db.DocumentVersions.Remove(version);
        if (document.Current == 0)
        {
            act.Db.Documents.Remove(document);
        }
    }

    /// <summary>The file as it came, opened piece by piece.</summary>
    public static PieceStream OpenPieces(
        FaroDb db,
        SealingVault vault,
        SealedKey key,
        DocumentVersion version
    ) =>
        new(
            version.Bytes,
            DocumentPiece.BytesEach,
            index =>
                vault.Open(
                    key,
                    db.DocumentPieces.AsNoTracking()
                        .Where(piece => piece.VersionId == version.Id && piece.Index == index)
                        .Select(piece => piece.Box)
                        .Single(),
                    version.PieceField(index)
                )
        );
}

/// <summary>A file on its way, with the pen that seals its pieces.</summary>
internal sealed record Upload(CasePen Pen, Document Document, DocumentVersion Version);
