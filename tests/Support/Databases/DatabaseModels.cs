// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Postgres;
using Faro.Programme.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

[assembly: Xunit.AssemblyFixture(typeof(Faro.Tests.Support.DatabaseModels))]

namespace Faro.Tests.Support;

/// <summary>The empty database with all tables that every test's database is copied from; one per process and kind.</summary>
public sealed class DatabaseModels : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private string? _folder;
    private string? _postgres;
    private PostgresServer? _server;

    /// <summary>A name that no other test process uses on the same server.</summary>
    public static string NewName() =>
        "faro_test_" + Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N");

    public async Task<string> SqliteFileAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (_folder is null)
            {
                var folder = Directory.CreateTempSubdirectory("faro-model-").FullName;
                var engine = new SqliteEngine(
                    Path.Combine(folder, "faro.db"),
                    NullLogger<SqliteEngine>.Instance
                );
                await engine.PrepareAsync(CancellationToken.None);
                SqliteConnection.ClearAllPools();
                _folder = folder;
            }

            return Path.Combine(_folder, "faro.db");
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<string> PostgresNameAsync(PostgresServer server)
    {
        await _gate.WaitAsync();
        try
        {
            if (_postgres is null)
            {
                var name = NewName();
                await server.RunAsync($"CREATE DATABASE {name} TEMPLATE template0");
                var place = new NpgsqlConnectionStringBuilder(await server.ConnectionAsync())
                {
                    Database = name,
                };
                await new PostgresEngine(place.ToString()).PrepareAsync(CancellationToken.None);
                // A model can only be copied while nobody is in it.
                NpgsqlConnection.ClearAllPools();
                (_postgres, _server) = (name, server);
            }

            return _postgres;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }

        if (_server is not null)
        {
            await _server.RunAsync($"DROP DATABASE IF EXISTS {_postgres} WITH (FORCE)");
        }

        _gate.Dispose();
    }
}
