// SPDX-License-Identifier: Apache-2.0
using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Faro.Programme.Storage;

/// <summary>What differs between the two databases. Everything else in the programme is written once.</summary>
public abstract class DatabaseEngine
{
    /// <summary><c>sqlite</c> or <c>postgresql</c>.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Checks that this place can be used, brings the tables up to date, and harms nothing when it cannot.
    /// </summary>
    /// <exception cref="StartRefusedException">The reason, as a code that the command line has words for.</exception>
    public abstract Task PrepareAsync(CancellationToken cancellation);

    /// <summary>A connection on which the writer, and nobody else, writes.</summary>
    public abstract Task<DbConnection> OpenWriterAsync(CancellationToken cancellation);

    /// <summary>Starts a transaction that no other writer, in this process or another, can run beside.</summary>
    public abstract Task<DbTransaction> BeginBatchAsync(
        DbConnection writer,
        CancellationToken cancellation
    );

    /// <summary>A context that the database itself keeps from writing.</summary>
    public FaroDb OpenReader() => new(ReaderOptions());

    internal FaroDb OpenWriter(DbConnection connection) =>
        new(WriterOptions(connection)) { IsWriter = true };

    protected abstract DbContextOptions<FaroDb> ReaderOptions();

    protected abstract DbContextOptions<FaroDb> WriterOptions(DbConnection connection);
}
