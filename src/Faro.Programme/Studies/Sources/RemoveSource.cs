// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Studies.Sources;

/// <summary>Takes a source out of a study, rows, file and key; figures made from it become stale.</summary>
public sealed class RemoveSource(OperationDoor door) : Operation<RemoveSourceInput, Done>(door)
{
    public override Permission Permission => Permissions.ManageStudies;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        RemoveSourceInput input,
        CancellationToken cancellation
    )
    {
        var found = await OwnSource.OpenAsync(act, input.SourceId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var (study, source) = found.Value;
        if (source.State == SourceStates.Loading)
        {
            return new Refusal(SourceRefusals.Loading);
        }

        await SourceRows.EraseAsync(act, source, cancellation);
        act.Db.StudySources.Remove(source);
        study.Sources.Remove(source);
        act.Note("source", source.Id);
        await OwnStudy.KeepAsync(act, study, cancellation);
        return default(Done);
    }
}

/// <param name="SourceId">Which.</param>
public sealed record EraseSourceRowsInput(Guid SourceId);

/// <summary>Erases the rows of a source and their key for good. The figures stay; they cannot be made anew.</summary>
public sealed class EraseSourceRows(OperationDoor door)
    : Operation<EraseSourceRowsInput, Done>(door)
{
    public override Permission Permission => Permissions.ManageStudies;

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        EraseSourceRowsInput input,
        CancellationToken cancellation
    )
    {
        var found = await OwnSource.OpenAsync(act, input.SourceId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var (study, source) = found.Value;
        if (source.State == SourceStates.Loading)
        {
            return new Refusal(SourceRefusals.Loading);
        }

        if (source.ErasedAt is not null)
        {
            return new Refusal(SourceRefusals.Erased);
        }

        await SourceRows.EraseAsync(act, source, cancellation);
        act.Note("source", source.Id);
        await OwnStudy.KeepAsync(act, study, cancellation);
        return default(Done);
    }
}

/// <param name="SourceId">Which.</param>
public sealed record RemoveSourceInput(Guid SourceId);
