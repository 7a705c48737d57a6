// SPDX-License-Identifier: Apache-2.0
using System.Data.Common;
using Faro.Programme.Audit;
using Faro.Programme.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Faro.Programme.Sqlite;

/// <summary>The embedded database: one file in the data folder, write-ahead log, every commit on the disk.</summary>
public sealed class SqliteEngine(string file, ILogger<SqliteEngine> log) : DatabaseEngine
{
    private const long NeededBytes = 64L * 1024 * 1024;

    /// <summary>A few times on a busy day. It costs milliseconds while no table has grown tenfold.</summary>
    private const int BatchesBetweenCounts = 4096;

    /// <summary>Only the one writer begins batches.</summary>
    private int _batches;
    private readonly DbContextOptions<FaroDb> _reader = Options()
        .UseSqlite(ConnectionString(file, pooling: true), Migrations)
        .AddInterceptors(new ReadOnlyConnections())
        .Options;

    public override string Name => "sqlite";

    public string File { get; } = file;

    public override async Task PrepareAsync(CancellationToken cancellation)
    {
        CheckFolder();
        using var starting = TakeStartLock();
        try
        {
            await using var connection = await OpenWriterAsync(cancellation);
            await using var db = new FaroDb(WriterOptions(connection));
            await RefuseNewerAsync(db, cancellation);
            await DropStaleLockAsync(connection, cancellation);
            await db.Database.MigrateAsync(cancellation);
            await CountTablesAsync(connection, cancellation);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is 11 or 26)
        {
            throw new StartRefusedException(StartRefusals.NotADatabase, File);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is 8 or 14)
        {
            throw new StartRefusedException(
                StartRefusals.FolderReadOnly,
                Path.GetDirectoryName(File)!
            );
        }
    }

    public override async Task<DbConnection> OpenWriterAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(ConnectionString(File, pooling: false));
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText =
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA cache_size = -65536;";
        await command.ExecuteNonQueryAsync(cancellation);
        return connection;
    }

    public override async Task CountTablesAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenWriterAsync(cancellation);
        await CountTablesAsync(connection, cancellation);
    }

    public override async Task<DbTransaction> BeginBatchAsync(
        DbConnection writer,
        CancellationToken cancellation
    )
    {
        if (++_batches % BatchesBetweenCounts == 0)
        {
            await CountTablesAsync(writer, cancellation);
        }

        // Microsoft.Data.Sqlite begins IMMEDIATE: the lock is taken before the first read, so a batch never fails half-way.
        return await writer.BeginTransactionAsync(cancellation);
    }

    public override async Task<AuditHead> SaveCopyAsync(string file, CancellationToken cancellation)
    {
        // One read transaction: writers go on beside it, and pages of erased rows do not come along.
        await using (var connection = new SqliteConnection(ConnectionString(File, pooling: false)))
        {
            await connection.OpenAsync(cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $file";
            command.Parameters.AddWithValue("$file", file);
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancellation);
        }

        await using var copy = new SqliteConnection(ConnectionString(file, pooling: false));
        await using var db = new FaroDb(WriterOptions(copy));
        return await HeadOfAsync(db);
    }

    public override Task<StagedCopy> StageCopyAsync(string file, CancellationToken cancellation) =>
        Task.FromResult<StagedCopy>(SqliteStagedCopy.Load(file, this, log));

    public override async Task<string?> FindDamageAsync(CancellationToken cancellation)
    {
        try
        {
            await using var connection = new SqliteConnection(ConnectionString(File, false));
            await connection.OpenAsync(cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check(1)";
            command.CommandTimeout = 0;
            var found = await command.ExecuteScalarAsync(cancellation) as string;
            return found == "ok" ? null : found;
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is 11 or 26)
        {
            return failure.Message;
        }
    }

    /// <summary>Writes the log into the file and closes it, so that the file alone is the database.</summary>
    internal async Task CloseFileAsync(CancellationToken cancellation)
    {
        SqliteConnection.ClearAllPools();
        await using var connection = new SqliteConnection(ConnectionString(File, pooling: false));
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;";
        await command.ExecuteNonQueryAsync(cancellation);
    }

    protected override Task<DbTransaction> BeginReadingAsync(
        DbConnection reader,
        CancellationToken cancellation
    ) => Task.FromResult<DbTransaction>(BeginDeferred((SqliteConnection)reader));

    protected override DbContextOptions<FaroDb> ReaderOptions() => _reader;

    protected override DbContextOptions<FaroDb> WriterOptions(DbConnection connection) =>
        Options().UseSqlite(connection, Migrations).Options;

    internal static DbContextOptionsBuilder<FaroDb> Options() =>
        new DbContextOptionsBuilder<FaroDb>()
            .UseSnakeCaseNamingConvention()
            // Counting no further than what a page shows needs no order.
            .ConfigureWarnings(warnings =>
                warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning)
            );

    private static void Migrations(
        Microsoft.EntityFrameworkCore.Infrastructure.SqliteDbContextOptionsBuilder builder
    ) => builder.MigrationsAssembly(typeof(SqliteEngine).Assembly);

    private static string ConnectionString(string file, bool pooling) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Pooling = pooling,
            ForeignKeys = true,
        }.ToString();

    /// <summary>It never asks for the writer's lock, the first read fixes the moment, and beginning it waits for nothing.</summary>
    private static SqliteTransaction BeginDeferred(SqliteConnection reader) =>
        reader.BeginTransaction(deferred: true);

    private static async Task RefuseNewerAsync(FaroDb db, CancellationToken cancellation)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var newer = (await db.Database.GetAppliedMigrationsAsync(cancellation)).FirstOrDefault(
            name => !known.Contains(name)
        );
        if (newer is not null)
        {
            throw new StartRefusedException(StartRefusals.NewerSchema, newer);
        }
    }

    /// <summary>Of each table a sample: without it SQLite guesses, and read all consents of everybody to find one person's.</summary>
    private static async Task CountTablesAsync(
        DbConnection connection,
        CancellationToken cancellation
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA optimize = 0x10002";
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private void CheckFolder()
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(File))!;
        try
        {
            DataLock.CreateFolder(folder);
            var probe = Path.Combine(folder, ".faro-probe");
            System.IO.File.WriteAllBytes(probe, new byte[4096]);
            System.IO.File.Delete(probe);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw DriveSpace(folder) < 4096
                ? new StartRefusedException(StartRefusals.DiskFull, folder, 0L, NeededBytes)
                : new StartRefusedException(StartRefusals.FolderReadOnly, folder);
        }

        var free = DriveSpace(folder);
        if (free < NeededBytes)
        {
            throw new StartRefusedException(StartRefusals.DiskFull, folder, free, NeededBytes);
        }
    }

    private static long DriveSpace(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception failure) when (failure is IOException or ArgumentException)
        {
            return long.MaxValue; // A file system that will not say is not a full one.
        }
    }

    private FileStream TakeStartLock()
    {
        var lockFile = File + ".starting";
        try
        {
            return new FileStream(
                lockFile,
                new FileStreamOptions
                {
                    Mode = FileMode.OpenOrCreate,
                    Access = FileAccess.ReadWrite,
                    Share = FileShare.None,
                    Options = FileOptions.DeleteOnClose,
                }
            );
        }
        catch (IOException)
        {
            throw new StartRefusedException(StartRefusals.AnotherIsStarting, lockFile);
        }
    }

    /// <summary>
    /// EF waits for ever on a lock row that a killed start left. We hold the start lock, so nobody else is migrating: the
    /// row is a dead one's.
    /// </summary>
    private async Task DropStaleLockAsync(DbConnection connection, CancellationToken cancellation)
    {
        await using var find = connection.CreateCommand();
        find.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'";
        if (await find.ExecuteScalarAsync(cancellation) is not 1L)
        {
            return;
        }

        await using var drop = connection.CreateCommand();
        drop.CommandText = "DELETE FROM \"__EFMigrationsLock\"";
        if (await drop.ExecuteNonQueryAsync(cancellation) > 0)
        {
            log.LogWarning(
                "A start that was cut short left its migration lock in {File}; it was removed",
                File
            );
        }
    }

    /// <summary>Whatever reads cannot write: the database itself refuses.</summary>
    private sealed class ReadOnlyConnections : DbConnectionInterceptor
    {
        public override async Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA query_only = ON";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        public override void ConnectionOpened(
            DbConnection connection,
            ConnectionEndEventData eventData
        )
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA query_only = ON";
            command.ExecuteNonQuery();
        }
    }
}
