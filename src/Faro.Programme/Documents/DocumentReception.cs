// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using Faro.Programme.Vault;

namespace Faro.Programme.Documents;

/// <summary>
/// Takes a whole file in at once, as a form without script sends it: the same pieces and the same checks as when it comes
/// piece by piece. A file that is refused or breaks off leaves nothing behind.
/// </summary>
public sealed class DocumentReception(
    BeginUpload begin,
    ReceiveDocumentPiece receive,
    FinishUpload finish,
    DiscardUpload discard
)
{
    /// <param name="actor">Who sends it.</param>
    /// <param name="input">What it is.</param>
    /// <param name="file">Read once, to its end.</param>
    /// <param name="cancellation">Ends the reception.</param>
    /// <returns>The document's id.</returns>
    public async Task<Outcome<Guid>> ReceiveAsync(
        Actor actor,
        BeginUploadInput input,
        Stream? file,
        CancellationToken cancellation = default
    )
    {
        if (file is null)
        {
            return new Refusal(DocumentRefusals.FileMissing, "File");
        }

        var begun = await begin.RunAsync(actor, input, cancellation);
        if (!begun.Done)
        {
            return begun.Refusals.ToList();
        }

        var upload = begun.Value.Id;
        var finished = false;
        try
        {
            var outcome = await ReceiveAsync(actor, upload, file, cancellation);
            finished = outcome.Done;
            return outcome;
        }
        finally
        {
            if (!finished)
            {
                // Finishing may have forgotten it already; then this finds nothing.
                await discard.RunAsync(actor, upload, CancellationToken.None);
            }
        }
    }

    private async Task<Outcome<Guid>> ReceiveAsync(
        Actor actor,
        Guid upload,
        Stream file,
        CancellationToken cancellation
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        async Task<Refusal?> TakeAsync(int index, ReadOnlyMemory<byte> piece)
        {
            hash.AppendData(piece.Span);
            var input = new ReceiveDocumentPieceInput(upload, index, piece);
            var taken = await receive.RunAsync(actor, input, cancellation);
            return taken.Done ? null : taken.Refusals[0];
        }

        var refusal = await Pieces.TakeAsync(
            file,
            DocumentPiece.BytesEach,
            TakeAsync,
            cancellation
        );
        if (refusal is not null)
        {
            return refusal;
        }

        return await finish.RunAsync(
            actor,
            new FinishUploadInput(upload, Convert.ToHexStringLower(hash.GetHashAndReset())),
            cancellation
        );
    }
}
