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

    /// <summary>
    /// Lets the database count its tables anew, roughly: by that it chooses among indexes. It does so by itself in time;
    /// after thousands of rows at once it must be asked.
    /// </summary>
    public abstract Task CountTablesAsync(CancellationToken cancellation);

    /// <summary>A context that the database itself keeps from writing.</summary>
    public FaroDb OpenReader() => new(ReaderOptions());

    /// <summary>Writes a consistent copy to a new file while others read and write.</summary>
    /// <returns>The head of the audit chain in that copy.</returns>
    /// <exception cref="ToolMissingException">A program that this needs is not installed.</exception>
    public abstract Task<Audit.AuditHead> SaveCopyAsync(
        string file,
        CancellationToken cancellation
    );

    /// <summary>Loads a copy made by <see cref="SaveCopyAsync"/> beside the running database.</summary>
    /// <exception cref="InvalidDataException">The file is no such copy.</exception>
    /// <exception cref="ToolMissingException">A program that this needs is not installed.</exception>
    public abstract Task<StagedCopy> StageCopyAsync(string file, CancellationToken cancellation);

    /// <summary>What the database itself finds damaged in its file, or null; PostgreSQL leaves this to its own tools.</summary>
    public abstract Task<string?> FindDamageAsync(CancellationToken cancellation);

    /// <summary>The last link as this context sees it.</summary>
    protected static async Task<Audit.AuditHead> HeadOfAsync(FaroDb db) =>
        (await Audit.AuditChain.ContinueAsync(db)).Head;

    /// <summary>Until the transaction is disposed, a reader's context sees the database as of one moment.</summary>
    internal async Task<DbTransaction> HoldMomentAsync(FaroDb db, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        var moment = await BeginReadingAsync(db.Database.GetDbConnection(), cancellation);
        await db.Database.UseTransactionAsync(moment, cancellation);
        return moment;
    }

    internal FaroDb OpenWriter(DbConnection connection) =>
        new(WriterOptions(connection)) { IsWriter = true };

    /// <summary>Made once per batch, not for each operation.</summary>
    internal DbContextOptions<FaroDb> WriterOptionsOf(DbConnection connection) =>
        WriterOptions(connection);

    /// <summary>Starts a transaction in which everything is read as of one moment, and which no writer waits for.</summary>
    protected abstract Task<DbTransaction> BeginReadingAsync(
        DbConnection reader,
        CancellationToken cancellation
    );

    protected abstract DbContextOptions<FaroDb> ReaderOptions();

    protected abstract DbContextOptions<FaroDb> WriterOptions(DbConnection connection);
}

/// <summary>A program that Faro calls is not installed. The message is its name.</summary>
public sealed class ToolMissingException(string tool) : Exception(tool);
