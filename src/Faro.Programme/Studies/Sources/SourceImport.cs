// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Storage;

namespace Faro.Programme.Studies.Sources;

/// <summary>
/// Brings a file from the disk into a study without a person who looks at its first rows: checked whole before it is sent,
/// then received, mapped and loaded by the operations of the screens.
/// </summary>
public sealed class SourceImport(
    DatabaseEngine engine,
    TimeProvider clock,
    AddSource add,
    SourceReception reception,
    MapSource map,
    LoadSource load,
    RemoveSource remove
)
{
    /// <summary>Tells what would happen; the file stays where it is.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="input">The source it is to become.</param>
    /// <param name="order">What is said of the file.</param>
    /// <param name="stream">Seekable.</param>
    /// <param name="cancellation">Ends the check.</param>
    public async Task<Outcome<SourceFileSeen>> CheckAsync(
        Actor actor,
        AddSourceInput input,
        SourceFileOrder order,
        Stream stream,
        CancellationToken cancellation
    )
    {
        var added = await add.RehearseAsync(actor, input, cancellation);
        if (!added.Done)
        {
            return added.Refusals.ToList();
        }

        if (stream.Length > StudySource.MaxBytes)
        {
            return new Refusal(
                SourceRefusals.FileTooLarge,
                order.FileName,
                StudySource.MaxBytes / 1024 / 1024
            );
        }

        var headers = SourceFileLook.Headers(stream, order, cancellation);
        if (!headers.Done)
        {
            return headers.Refusals.ToList();
        }

        await using var db = engine.OpenReader();
        var remembered = await MappingMemory.FindAsync(
            db,
            actor.AgencyId,
            order.Kind,
            headers.Value,
            cancellation
        );
        var today = clock.Today();
        return SourceFileLook.See(stream, order, headers.Value, remembered, today, cancellation);
    }

    /// <summary>Sends a file that <see cref="CheckAsync"/> found whole and asks for its loading.</summary>
    /// <param name="actor">Who sends it.</param>
    /// <param name="input">The source it becomes.</param>
    /// <param name="mapping">As the check found it.</param>
    /// <param name="stream">Read from its beginning.</param>
    /// <param name="cancellation">Ends the sending; nothing of the source stays.</param>
    /// <returns>The source and the job that loads it.</returns>
    public async Task<Outcome<SourceOnItsWay>> SendAsync(
        Actor actor,
        AddSourceInput input,
        SourceMapping mapping,
        Stream stream,
        CancellationToken cancellation
    )
    {
        stream.Position = 0;
        var received = await reception.ReceiveAsync(actor, input, stream, cancellation);
        if (!received.Done)
        {
            return received.Refusals.ToList();
        }

        var mapped = await map.RunAsync(
            actor,
            new MapSourceInput(received.Value, mapping),
            cancellation
        );
        if (!mapped.Done)
        {
            return await UndoAsync(actor, received.Value, mapped.Refusals);
        }

        var asked = await load.RunAsync(actor, new LoadSourceInput(received.Value), cancellation);
        return asked.Done
            ? new SourceOnItsWay(received.Value, asked.Value)
            : await UndoAsync(actor, received.Value, asked.Refusals);
    }

    private async Task<Outcome<SourceOnItsWay>> UndoAsync(
        Actor actor,
        Guid source,
        IReadOnlyList<Refusal> refusals
    )
    {
        await remove.RunAsync(actor, new RemoveSourceInput(source), CancellationToken.None);
        return refusals.ToList();
    }
}

/// <param name="SourceId">The new source.</param>
/// <param name="JobId">The job that loads it.</param>
public sealed record SourceOnItsWay(Guid SourceId, Guid JobId);
