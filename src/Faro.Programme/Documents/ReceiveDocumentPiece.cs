// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Documents;

/// <summary>Seals one piece of a file that is on its way. A piece that is here already may come again: nothing changes.</summary>
public sealed class ReceiveDocumentPiece(OperationDoor door)
    : Operation<ReceiveDocumentPieceInput, Done>(door)
{
    public override Permission Permission => Permissions.WorkCases;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        ReceiveDocumentPieceInput input,
        CancellationToken cancellation
    )
    {
        var found = await act.UploadAsync(input.UploadId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var (pen, document, version) = found.Value;
        if (input.Index < 0 || input.Index >= version.PieceCount)
        {
            return new Refusal(
                DocumentRefusals.PieceUnknown,
                nameof(input.Index),
                version.PieceCount
            );
        }

        if (input.Bytes.Length != version.BytesOf(input.Index))
        {
            return new Refusal(
                DocumentRefusals.PieceLength,
                nameof(input.Bytes),
                version.BytesOf(input.Index)
            );
        }

        if (input.Index == 0)
        {
            var head = input.Bytes.Span;
            var refusal = DocumentContent.CheckHead(
                head[..Math.Min(head.Length, DocumentContent.HeadBytes)],
                DocumentFormats.Get(version.Format)
            );
            if (refusal is not null)
            {
                return refusal;
            }
        }

        act.Note("case", pen.File.Id, ("document", document.Id.ToString()));
        var isHere = await act.Db.DocumentPieces.AnyAsync(
            piece => piece.VersionId == version.Id && piece.Index == input.Index,
            cancellation
        );
        if (!isHere)
        {
            act.Db.DocumentPieces.Add(
                new DocumentPiece
                {
                    VersionId = version.Id,
                    Index = input.Index,
                    OwnerId = document.PersonId,
                    Box = pen.SealBytes(input.Bytes.Span, version.PieceField(input.Index)),
                }
            );
        }

        return default(Done);
    }
}

/// <param name="UploadId">Which.</param>
/// <param name="Index">0, 1, 2 …</param>
/// <param name="Bytes">A full piece, or the rest; read before the operation ends.</param>
public sealed record ReceiveDocumentPieceInput(
    Guid UploadId,
    int Index,
    ReadOnlyMemory<byte> Bytes
);
