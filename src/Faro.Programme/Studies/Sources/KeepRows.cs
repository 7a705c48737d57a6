// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Exchange.Tables;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Studies.Sources;

/// <summary>Seals one chunk of rows while a source is being loaded; the same chunk again takes the place of the first.</summary>
internal sealed class KeepRows(OperationDoor door) : Operation<KeepRowsInput, Done>(door)
{
    public override Permission Permission => Permissions.ManageJobs;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        KeepRowsInput input,
        CancellationToken cancellation
    )
    {
        var isLoading = await act.Db.StudySources.AnyAsync(
            source =>
                source.Id == input.SourceId
                && source.JobId == input.JobId
                && source.State == SourceStates.Loading,
            cancellation
        );
        if (!isLoading)
        {
            return new Refusal(SourceRefusals.NotFound);
        }

        await act
            .Db.SourceChunks.Where(chunk =>
                chunk.SourceId == input.SourceId && chunk.Index == input.Index
            )
            .ExecuteDeleteAsync(cancellation);
        var key = await SourceRows.KeyAsync(act.Db, input.SourceId, cancellation);
        act.Db.SourceChunks.Add(SourceRows.Pack(act.Vault, key, input.Index, input.Lines));
        act.Note("source", input.SourceId);
        return default(Done);
    }
}

/// <param name="SourceId">Which.</param>
/// <param name="JobId">The job that loads it.</param>
/// <param name="Index">0, 1, 2 …</param>
/// <param name="Lines">At most <see cref="SourceChunk.RowsEach"/>.</param>
internal sealed record KeepRowsInput(
    Guid SourceId,
    Guid JobId,
    int Index,
    IReadOnlyList<SourceLine> Lines
);

/// <summary>Says what is wrong in a file that was to be loaded.</summary>
internal sealed class RecordProblems(OperationDoor door)
    : Operation<RecordProblemsInput, Done>(door)
{
    public override Permission Permission => Permissions.ManageJobs;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        RecordProblemsInput input,
        CancellationToken cancellation
    )
    {
        var found = await OwnSource.OpenAsync(act, input.SourceId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var (study, source) = found.Value;
        if (source.JobId != input.JobId)
        {
            return new Refusal(SourceRefusals.ChangedMeanwhile);
        }

        (source.State, source.Problems) = (SourceStates.Failed, FileProblem.ToJson(input.Problems));
        source.Version++;
        act.Note("source", source.Id, ("code", input.Problems[0].Code));
        await OwnStudy.KeepAsync(act, study, cancellation);
        return default(Done);
    }
}

/// <param name="SourceId">Which.</param>
/// <param name="JobId">The job that looked.</param>
/// <param name="Problems">At least one.</param>
internal sealed record RecordProblemsInput(
    Guid SourceId,
    Guid JobId,
    IReadOnlyList<FileProblem> Problems
);
