// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Storage;
using Faro.Programme.Vault;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Studies.Sources;

/// <summary>Keeps what the columns of a file are, here and for the agency's next file with these headers.</summary>
public sealed class MapSource(OperationDoor door) : Operation<MapSourceInput, Done>(door)
{
    public override Permission Permission => Permissions.ManageStudies;

    protected internal override async Task<MapSourceInput> PrepareAsync(
        Preparation preparation,
        MapSourceInput input,
        CancellationToken cancellation
    )
    {
        var db = preparation.Db;
        await using var moment = await preparation
            .Get<DatabaseEngine>()
            .HoldMomentAsync(db, cancellation);
        var source = await db
            .StudySources.VisibleTo(preparation.Actor, db)
            .FirstOrDefaultAsync(each => each.Id == input.SourceId, cancellation);
        return source is null || PreviewSource.Obstacle(preparation.Actor, source) is not null
            ? input
            : input with
            {
                Seen = await PreviewSource.LookAsync(
                    db,
                    preparation.Get<SealingVault>(),
                    source,
                    input.Mapping.Sheet,
                    cancellation
                ),
            };
    }

    protected internal override async Task<Outcome<Done>> ActAsync(
        Act act,
        MapSourceInput input,
        CancellationToken cancellation
    )
    {
        var found = await OwnSource.OpenAsync(act, input.SourceId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var (study, source) = found.Value;
        if (PreviewSource.Obstacle(act.Actor, source) is { } refusal)
        {
            return refusal;
        }

        // A file never changes once it is here, so what was seen of it still holds; unless it came only meanwhile.
        if (input.Seen is not { } seen)
        {
            return new Refusal(SourceRefusals.ChangedMeanwhile);
        }

        if (!seen.Done)
        {
            return seen.Refusals.ToList();
        }

        var mapping = input.Mapping.Tidied(source.Kind, seen.Value.Headers);
        var refusals = MappingRules.Check(source.Kind, mapping, seen.Value.Headers.Count);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        (source.Mapping, source.State, source.Problems) = (
            mapping.ToJson(),
            SourceStates.Checked,
            "[]"
        );
        source.Version++;
        await RememberAsync(act, study, source, seen.Value.Headers, cancellation);
        act.Note("source", source.Id);
        await OwnStudy.KeepAsync(act, study, cancellation);
        return default(Done);
    }

    private static async Task RememberAsync(
        Act act,
        Study study,
        StudySource source,
        IReadOnlyList<string> headers,
        CancellationToken cancellation
    )
    {
        var signature = HeaderSignature.Of(headers);
        var memory = await act.Db.MappingMemories.FirstOrDefaultAsync(
            each =>
                each.AgencyId == study.AgencyId
                && each.Kind == source.Kind
                && each.Signature == signature,
            cancellation
        );
        if (memory is null)
        {
            memory = new MappingMemory
            {
                AgencyId = study.AgencyId,
                Kind = source.Kind,
                Signature = signature,
                Mapping = "",
            };
            act.Db.MappingMemories.Add(memory);
        }

        (memory.Mapping, memory.UsedAt) = (source.Mapping, act.Now);
    }
}

/// <param name="SourceId">Which.</param>
/// <param name="Mapping">What each column is.</param>
public sealed record MapSourceInput(Guid SourceId, SourceMapping Mapping)
{
    /// <summary>Headers and first rows, read before the writer was asked for.</summary>
    internal Outcome<SourcePreview>? Seen { get; init; }
}
