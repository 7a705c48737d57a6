// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Storage;

/// <summary>A saved copy, loaded beside the running database and not yet in its place. Disposing throws it away.</summary>
public abstract class StagedCopy : IAsyncDisposable
{
    /// <summary>Opens the staged copy, not the running database.</summary>
    public abstract DatabaseEngine Engine { get; }

    /// <summary>Takes the place of the running database at once and whole.</summary>
    /// <returns>Where the old one now lies (a file or a database), or empty when there was none.</returns>
    public abstract Task<string> SwapInAsync(CancellationToken cancellation);

    public abstract ValueTask DisposeAsync();
}
