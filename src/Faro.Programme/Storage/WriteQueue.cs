// SPDX-License-Identifier: Apache-2.0
using System.Data.Common;
using System.Threading.Channels;
using Faro.Programme.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Faro.Programme.Storage;

/// <summary>
/// One writer, on either database. Operations wait in a queue; the writer takes all that wait (at most
/// <see cref="BatchSize"/>), runs them one after another in one transaction, each behind a savepoint, commits once, and
/// only then tells the callers. So every acknowledged write is durable, writers never collide, and the audit chain has one
/// order; group commit pays for the durability.
/// </summary>
public sealed class WriteQueue(DatabaseEngine engine, ILogger<WriteQueue> log) : IAsyncDisposable
{
    private const int BatchSize = 256;
    private const int Waiting = 4096;

    private readonly Channel<Item> _items = Channel.CreateBounded<Item>(
        new BoundedChannelOptions(Waiting) { SingleReader = true }
    );
    private readonly Lock _starting = new();
    private Task? _writer;
    private DbConnection? _connection;

    internal async Task<T> WriteAsync<T>(
        Func<WriteBatch, Task<T>> work,
        CancellationToken cancellation
    )
    {
        lock (_starting)
        {
            _writer ??= Task.Run(RunAsync, CancellationToken.None);
        }

        var item = new Item<T>(work, cancellation);
        await _items.Writer.WriteAsync(item, cancellation);
        return await item.Result;
    }

    /// <summary>Finishes what waits, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _items.Writer.TryComplete();
        if (_writer is { } writer)
        {
            await writer;
        }

        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }
    }

    private async Task RunAsync()
    {
        var batch = new List<Item>(BatchSize);
        while (await _items.Reader.WaitToReadAsync())
        {
            batch.Clear();
            try
            {
                await RunBatchAsync(batch);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                // The transaction is gone (disk full, connection lost): nobody in it was told yes, and all are told no.
                log.LogError(
                    "A batch of {Count} writes was undone: {Failure}",
                    batch.Count,
                    failure.GetType().Name
                );
                if (batch.Count == 0 && _items.Reader.TryRead(out var first))
                {
                    // It failed before it took anybody in: whoever waits must hear of it, or the queue would spin.
                    batch.Add(first);
                }

                batch.ForEach(item => item.Fail(failure));
                await CloseAsync();
            }
        }
    }

    private async Task RunBatchAsync(List<Item> batch)
    {
        var connection = _connection ??= await engine.OpenWriterAsync(CancellationToken.None);
        await using var transaction = await engine.BeginBatchAsync(
            connection,
            CancellationToken.None
        );
        AuditChain chain;
        await using (var db = engine.OpenWriter(connection))
        {
            await db.Database.UseTransactionAsync(transaction);
            chain = await AuditChain.ContinueAsync(db);
        }

        var shared = new WriteBatch(engine, connection, transaction, chain);
        while (batch.Count < BatchSize && _items.Reader.TryRead(out var item))
        {
            batch.Add(item);
            if (item.IsCancelled)
            {
                continue;
            }

            await shared.MarkAsync();
            if (await item.RunAsync(shared))
            {
                await shared.KeepAsync();
            }
            else
            {
                await shared.ForgetAsync();
            }
        }

        await transaction.CommitAsync();
        batch.ForEach(item => item.Acknowledge());
    }

    private async Task CloseAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }

    private abstract class Item(CancellationToken cancellation)
    {
        public bool IsCancelled => cancellation.IsCancellationRequested;

        /// <returns>False when it threw: its writes must be forgotten.</returns>
        public abstract Task<bool> RunAsync(WriteBatch batch);

        public abstract void Acknowledge();

        public abstract void Fail(Exception failure);
    }

    private sealed class Item<T>(Func<WriteBatch, Task<T>> work, CancellationToken cancellation)
        : Item(cancellation)
    {
        private readonly TaskCompletionSource<T> _result = new(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        private readonly CancellationToken _cancellation = cancellation;
        private T? _value;
        private Exception? _failure;
        private bool _ran;

        public Task<T> Result => _result.Task;

        public override async Task<bool> RunAsync(WriteBatch batch)
        {
            _ran = true;
            try
            {
                _value = await work(batch);
                return true;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                _failure = failure;
                return false;
            }
        }

        public override void Acknowledge()
        {
            if (!_ran)
            {
                _result.TrySetCanceled(_cancellation);
            }
            else if (_failure is not null)
            {
                _result.TrySetException(_failure);
            }
            else
            {
                _result.TrySetResult(_value!);
            }
        }

        public override void Fail(Exception failure) => _result.TrySetException(failure);
    }
}
