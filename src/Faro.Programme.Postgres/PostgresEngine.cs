// SPDX-License-Identifier: Apache-2.0
using System.Data;
using System.Data.Common;
using Faro.Programme.Audit;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Faro.Programme.Postgres;

/// <summary>PostgreSQL 15 or later, for a network that outgrew the embedded database.</summary>
public sealed class PostgresEngine : DatabaseEngine
{
    /// <summary>"Faro" as a number: the advisory lock that makes one writer of all processes.</summary>
    private const long WriterLock = 0x4661726F;
    private readonly string _connectionString;
    private readonly DbContextOptions<FaroDb> _reader;

    public PostgresEngine(string connectionString)
    {
        _connectionString = connectionString;
        var reading = new NpgsqlConnectionStringBuilder(connectionString)
        {
            // Whatever reads cannot write: the database itself refuses.
            Options = "-c default_transaction_read_only=on",
        };
        _reader = Options().UseNpgsql(reading.ToString(), Migrations).Options;
    }

    public override string Name => "postgresql";

    public override async Task PrepareAsync(CancellationToken cancellation)
    {
        try
        {
            await using var connection = await OpenWriterAsync(cancellation);
            await using var db = new FaroDb(WriterOptions(connection));
            var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
            var newer = (await db.Database.GetAppliedMigrationsAsync(cancellation)).FirstOrDefault(
                name => !known.Contains(name)
            );
            if (newer is not null)
            {
                throw new StartRefusedException(StartRefusals.NewerSchema, newer);
            }

            await db.Database.MigrateAsync(cancellation);
        }
        catch (NpgsqlException failure)
            when (failure is not PostgresException { SqlState: not "3D000" and not "28P01" })
        {
            var place = new NpgsqlConnectionStringBuilder(_connectionString);
            throw new StartRefusedException(
                StartRefusals.CannotConnect,
                place.Host ?? "",
                place.Database ?? ""
            );
        }
    }

    public override async Task<DbConnection> OpenWriterAsync(CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(_connectionString) { Pooling = false }.ToString()
        );
        await connection.OpenAsync(cancellation);
        return connection;
    }

    public override async Task CountTablesAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenWriterAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "ANALYZE";
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    public override async Task<DbTransaction> BeginBatchAsync(
        DbConnection writer,
        CancellationToken cancellation
    )
    {
        var transaction = await writer.BeginTransactionAsync(cancellation);
        await using var command = writer.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT pg_advisory_xact_lock($1)";
        command.Parameters.Add(new NpgsqlParameter { Value = WriterLock });
        await command.ExecuteNonQueryAsync(cancellation);
        return transaction;
    }

    public override async Task<AuditHead> SaveCopyAsync(string file, CancellationToken cancellation)
    {
        // The dump and the head are taken from one snapshot.
        await using var db = new FaroDb(_reader);
        await using var transaction = await db.Database.BeginTransactionAsync(
            IsolationLevel.RepeatableRead,
            cancellation
        );
        var snapshot = await db
            .Database.SqlQueryRaw<string>("SELECT pg_export_snapshot() AS \"Value\"")
            .SingleAsync(cancellation);
        var head = await HeadOfAsync(db);
        await PostgresTools.RunAsync(
            "pg_dump",
            _connectionString,
            [$"--snapshot={snapshot}", "-Fc", "--no-owner", "--no-privileges", "-f", file],
            cancellation
        );
        return head;
    }

    public override async Task<StagedCopy> StageCopyAsync(
        string file,
        CancellationToken cancellation
    ) => await PostgresStagedCopy.LoadAsync(file, _connectionString, cancellation);

    public override Task<string?> FindDamageAsync(CancellationToken cancellation) =>
        Task.FromResult<string?>(null);

    protected override async Task<DbTransaction> BeginReadingAsync(
        DbConnection reader,
        CancellationToken cancellation
    ) => await reader.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);

    protected override DbContextOptions<FaroDb> ReaderOptions() => _reader;

    protected override DbContextOptions<FaroDb> WriterOptions(DbConnection connection) =>
        Options().UseNpgsql(connection, Migrations).Options;

    internal static DbContextOptionsBuilder<FaroDb> Options() =>
        new DbContextOptionsBuilder<FaroDb>()
            .UseSnakeCaseNamingConvention()
            // Counting no further than what a page shows needs no order.
            .ConfigureWarnings(warnings =>
                warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning)
            );

    private static void Migrations(
        Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.NpgsqlDbContextOptionsBuilder builder
    ) => builder.MigrationsAssembly(typeof(PostgresEngine).Assembly);
}
