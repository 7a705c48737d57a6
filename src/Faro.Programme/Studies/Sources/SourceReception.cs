// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using Faro.Programme.Vault;

namespace Faro.Programme.Studies.Sources;

/// <summary>
/// Takes a file in, piece by piece: each piece is sealed and durable before the next is read, so that neither memory nor
/// the writer waits for a slow sender, and no plain copy lies on a disk.
/// </summary>
public sealed class SourceReception(
    AddSource add,
    ReceivePiece receive,
    FinishReceiving finish,
    RemoveSource remove
)
{
    /// <summary>Adds the source and receives its file; a file that is refused or breaks off leaves nothing behind.</summary>
    /// <param name="actor">Who sends it.</param>
    /// <param name="input">The source.</param>
    /// <param name="file">Read once, to its end; null for the register.</param>
    /// <param name="cancellation">Ends the reception.</param>
    /// <returns>The source's id, in state <see cref="SourceStates.New"/>.</returns>
    public async Task<Outcome<Guid>> ReceiveAsync(
        Actor actor,
        AddSourceInput input,
        Stream? file,
        CancellationToken cancellation = default
    )
    {
        var isRegister = input.Kind == SourceKinds.Register;
        if (isRegister != file is null)
        {
            return new Refusal(
                isRegister ? SourceRefusals.FileNotNeeded : SourceRefusals.FileMissing,
                "File"
            );
        }

        var added = await add.RunAsync(actor, input, cancellation);
        if (!added.Done || file is null)
        {
            return added;
        }

        var received = false;
        try
        {
            var refusal = await ReceiveAsync(actor, added.Value, file, cancellation);
            received = refusal is null;
            return refusal is null ? added : refusal;
        }
        finally
        {
            if (!received)
            {
                await remove.RunAsync(
                    actor,
                    new RemoveSourceInput(added.Value),
                    CancellationToken.None
                );
            }
        }
    }

    private async Task<Refusal?> ReceiveAsync(
        Actor actor,
        Guid source,
        Stream file,
        CancellationToken cancellation
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long bytes = 0;
        async Task<Refusal?> TakeAsync(int index, ReadOnlyMemory<byte> piece)
        {
            bytes += piece.Length;
            if (bytes > StudySource.MaxBytes)
            {
                return new Refusal(
                    SourceRefusals.FileTooLarge,
                    "File",
                    StudySource.MaxBytes / 1024 / 1024
                );
            }

            hash.AppendData(piece.Span);
            var input = new ReceivePieceInput(source, index, piece);
            var taken = await receive.RunAsync(actor, input, cancellation);
            return taken.Done ? null : taken.Refusals[0];
        }

        if (await Pieces.TakeAsync(file, SourceUpload.BytesEach, TakeAsync, cancellation) is { } no)
        {
            return no;
        }

        var whole = new FinishReceivingInput(
            source,
            bytes,
            Convert.ToHexStringLower(hash.GetHashAndReset())
        );
        var finished = await finish.RunAsync(actor, whole, cancellation);
        return finished.Done ? null : finished.Refusals[0];
    }
}
