// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;

namespace Faro.Programme.Studies.Sources;

/// <summary>Asks for a mapped file to be loaded, as a job: all of it or nothing.</summary>
public sealed class LoadSource(OperationDoor door) : Operation<LoadSourceInput, Guid>(door)
{
    public override Permission Permission => Permissions.ManageStudies;

    protected internal override async Task<Outcome<Guid>> ActAsync(
        Act act,
        LoadSourceInput input,
        CancellationToken cancellation
    )
    {
        var found = await OwnSource.OpenAsync(act, input.SourceId, cancellation);
        if (!found.Done)
        {
            return found.Refusals.ToList();
        }

        var (study, source) = found.Value;
        if (Obstacle(source) is { } code)
        {
            return new Refusal(code);
        }

        source.State = SourceStates.Loading;
        source.Problems = "[]";
        source.JobId = StudyJobs.Request(act, StudyJobs.LoadKind, study, new LoadOrder(source.Id));
        source.Version++;
        act.Note("source", source.Id);
        await OwnStudy.KeepAsync(act, study, cancellation);
        return source.JobId.Value;
    }

    private static string? Obstacle(StudySource source) =>
        source switch
        {
            { ErasedAt: not null } => SourceRefusals.Erased,
            { State: SourceStates.Receiving } => SourceRefusals.NotReceived,
            { State: SourceStates.Loading } => SourceRefusals.Loading,
            { State: SourceStates.Loaded } => SourceRefusals.AlreadyLoaded,
            { Mapping.Length: 0 } => SourceRefusals.NotMapped,
            _ => null,
        };
}

/// <param name="SourceId">What to load.</param>
internal sealed record LoadOrder(Guid SourceId);

/// <param name="SourceId">Which.</param>
public sealed record LoadSourceInput(Guid SourceId);
