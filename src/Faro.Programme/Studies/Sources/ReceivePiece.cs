// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Studies.Sources;

/// <summary>Seals one piece of a file that is on its way. <see cref="SourceReception"/> runs it.</summary>
public sealed class ReceivePiece(OperationDoor door) : Operation<ReceivePieceInput, Done>(door)
{
    public override Permission Permission => Permissions.ManageStudies;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        ReceivePieceInput input,
        CancellationToken cancellation
    )
    {
        var found = await OwnSource.OpenAsync(act, input.SourceId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        if (found.Value.Source.State != SourceStates.Receiving)
        {
            return new Refusal(SourceRefusals.NotReceived);
        }

        var key = await SourceRows.KeyAsync(act.Db, input.SourceId, cancellation);
        act.Db.SourceUploads.Add(
            new SourceUpload
            {
                SourceId = input.SourceId,
                Index = input.Index,
                Box = act.Vault.Seal(key, input.Bytes.Span, SourceRows.UploadField(input.Index)),
            }
        );
        act.Note("source", input.SourceId);
        return default(Done);
    }
}

/// <param name="SourceId">Which.</param>
/// <param name="Bytes">Of the whole file.</param>
/// <param name="Hash">SHA-256 (hex) of the whole file.</param>
public sealed record FinishReceivingInput(Guid SourceId, long Bytes, string Hash);

/// <summary>Says that a file arrived whole. <see cref="SourceReception"/> runs it.</summary>
public sealed class FinishReceiving(OperationDoor door)
    : Operation<FinishReceivingInput, Done>(door)
{
    public override Permission Permission => Permissions.ManageStudies;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        FinishReceivingInput input,
        CancellationToken cancellation
    )
    {
        var found = await OwnSource.OpenAsync(act, input.SourceId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var (study, source) = found.Value;
        (source.FileBytes, source.FileHash, source.State) = (
            input.Bytes,
            input.Hash,
            SourceStates.New
        );
        source.Version++;
        act.Note("source", source.Id, ("hash", input.Hash));
        await OwnStudy.KeepAsync(act, study, cancellation);
        return default(Done);
    }
}

/// <param name="SourceId">Which.</param>
/// <param name="Index">0, 1, 2 …</param>
/// <param name="Bytes">At most <see cref="SourceUpload.BytesEach"/>; read before the operation ends.</param>
public sealed record ReceivePieceInput(Guid SourceId, int Index, ReadOnlyMemory<byte> Bytes);
