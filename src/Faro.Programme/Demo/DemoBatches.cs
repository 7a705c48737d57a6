// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Demo;

/// <summary>Runs batches two at a time: one is made up and sealed while the other is written.</summary>
/// <param name="all">How many there are in all batches.</param>
/// <param name="progress">Told how much of it is written, from 0 to 1.</param>
internal sealed class DemoBatches(int all, IProgress<double>? progress) : IAsyncDisposable
{
    private int _done;
    private (int Size, Task<int> Running) _before = (0, Task.FromResult(0));

    /// <summary>Begins a batch and waits for the one before it.</summary>
    public async Task AddAsync(int size, Func<Task<int>> run)
    {
        var next = Task.Run(run);
        var (written, before) = _before;
        _before = (size, next);
        await before;
        _done += written;
        progress?.Report((double)_done / all);
    }

    /// <summary>Waits for the last one.</summary>
    public async ValueTask DisposeAsync() => await _before.Running;
}
