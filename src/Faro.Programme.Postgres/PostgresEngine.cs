// SPDX-License-Identifier: Apache-2.0
using System.Data.Common;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
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

    protected override DbContextOptions<FaroDb> ReaderOptions() => _reader;

    protected override DbContextOptions<FaroDb> WriterOptions(DbConnection connection) =>
        Options().UseNpgsql(connection, Migrations).Options;

    internal static DbContextOptionsBuilder<FaroDb> Options() =>
        new DbContextOptionsBuilder<FaroDb>().UseSnakeCaseNamingConvention();

    private static void Migrations(
        Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.NpgsqlDbContextOptionsBuilder builder
    ) => builder.MigrationsAssembly(typeof(PostgresEngine).Assembly);
}
