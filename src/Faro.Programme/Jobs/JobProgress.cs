// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;

namespace Faro.Programme.Jobs;

/// <summary>
/// How far the running chunks of this process are, for screens; and how a person's cancel reaches them at once. Kept in
/// memory: after a crash a chunk begins anew.
/// </summary>
public sealed class JobProgress : IDisposable
{
    private readonly ConcurrentDictionary<Guid, Running> _running = new();
    private readonly SemaphoreSlim _bell = new(0);

    /// <summary>Done so far, 0 … 1, chunks and the part of the running one together.</summary>
    public double Of(Job job)
    {
        if (job.State == JobStates.Done)
        {
            return 1;
        }

        var within = _running.TryGetValue(job.Id, out var running) ? running.Within : 0;
        return job.ChunkCount == 0 ? 0 : Math.Min(1, (job.ChunksDone + within) / job.ChunkCount);
    }

    public void Dispose() => _bell.Dispose();

    internal void Ring() => _bell.Release();

    /// <summary>Until a job was asked for, or the time is over.</summary>
    internal async Task ListenAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        await _bell.WaitAsync(atMost, cancellation);
        while (await _bell.WaitAsync(0, cancellation))
        {
            // One look at the queue answers every ring so far.
        }
    }

    internal Running Begin(Guid job, CancellationToken stopping) =>
        _running[job] = new Running(stopping);

    internal void End(Guid job)
    {
        if (_running.TryRemove(job, out var running))
        {
            running.Dispose();
        }
    }

    internal void Cancel(Guid job)
    {
        if (_running.TryGetValue(job, out var running))
        {
            running.Cancel();
        }
    }

    internal sealed class Running : IProgress<double>, IDisposable
    {
        private readonly CancellationTokenSource _source;
        private readonly Lock _lock = new();
        private double _within;
        private bool _over;

        public Running(CancellationToken stopping)
        {
            _source = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            Token = _source.Token;
        }

        public CancellationToken Token { get; }

        public double Within => Volatile.Read(ref _within);

        public void Report(double value) => Volatile.Write(ref _within, Math.Clamp(value, 0, 1));

        public void Cancel()
        {
            lock (_lock)
            {
                if (!_over)
                {
                    _source.Cancel();
                }
            }
        }

        public void Dispose()
        {
            lock (_lock)
            {
                _over = true;
                _source.Dispose();
            }
        }
    }
}
