// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text;
using Faro.Programme.Access;
using Faro.Programme.Cases;
using Faro.Programme.Vault;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Documents;

/// <summary>
/// Says that a file arrived whole. It is read once more from its sealed pieces, so that what is kept is known to open, and
/// looked at: one that is not what its name says is forgotten.
/// </summary>
public sealed class FinishUpload(OperationDoor door) : Operation<FinishUploadInput, Guid>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<FinishUploadInput> PrepareAsync(
        Preparation preparation,
        FinishUploadInput input,
        CancellationToken cancellation
    )
    {
        var version = await preparation
            .Db.DocumentVersions.AsNoTracking()
            .FirstOrDefaultAsync(
                row => row.Id == input.UploadId && row.ArrivedAt == null,
                cancellation
            );
        if (version is null || version.UploadedBy != preparation.Actor.UserId)
        {
            return input;
        }

        var pieces = await preparation
            .Db.DocumentPieces.Where(piece => piece.VersionId == version.Id)
            .CountAsync(cancellation);
        var key = await preparation
            .Db.Documents.Where(document => document.Id == version.DocumentId)
            .Select(document =>
                preparation.Db.SealedKeys.FirstOrDefault(row => row.OwnerId == document.PersonId)
            )
            .FirstOrDefaultAsync(cancellation);
        if (pieces != version.PieceCount || key is null)
        {
            return input;
        }

        await using var file = OwnDocument.OpenPieces(
            preparation.Db,
            preparation.Get<SealingVault>(),
            key,
            version
        );
        var hash = await SHA256.HashDataAsync(file, cancellation);
        return input with
        {
            Hash = Convert.ToHexStringLower(hash),
            Refusal = DocumentContent.Check(file, DocumentFormats.Get(version.Format)),
        };
    }

    /// <returns>The document's id.</returns>
    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        FinishUploadInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.UploadAsync(input.UploadId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var (pen, document, version) = found.Value;
        if (document.RemovedAt is not null)
        {
            return new Refusal(DocumentRefusals.Removed);
        }

        if (input.Hash.Length == 0)
        {
            return new Refusal(DocumentRefusals.PiecesMissing);
        }

        act.Note("case", pen.File.Id, ("document", document.Id.ToString()));
        var differs =
            input.ExpectedHash.Length > 0
            && !string.Equals(input.ExpectedHash, input.Hash, StringComparison.OrdinalIgnoreCase);
        var refusal = differs ? new Refusal(DocumentRefusals.HashDiffers) : input.Refusal;
        if (refusal is not null)
        {
            await act.ForgetAsync(document, version, cancellation);
            act.KeepWhenRefused();
            return refusal;
        }

        version.Number = document.Current + 1;
        version.ArrivedAt = act.Now;
        version.HashBox = pen.SealBytes(Encoding.ASCII.GetBytes(input.Hash), version.HashField);
        document.Current = version.Number;
        document.Version++;
        await act.SettleNextDueAsync(pen.File, cancellation);
        return document.Id;
    }
}

/// <param name="UploadId">Which.</param>
/// <param name="ExpectedHash">SHA-256 in hexadecimal of the file as it was sent; empty when the sender does not know it.</param>
public sealed record FinishUploadInput(Guid UploadId, string ExpectedHash = "")
{
    /// <summary>SHA-256 of what is here; empty when a piece is missing.</summary>
    internal string Hash { get; init; } = "";

    /// <summary>Why it is not what its name says.</summary>
    internal Refusal? Refusal { get; init; }
}
