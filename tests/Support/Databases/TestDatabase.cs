// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Postgres;
using Faro.Programme.Sqlite;
using Faro.Programme.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xunit;

namespace Faro.Tests.Support;

/// <summary>
/// A database of a test's own, with all tables, in a folder of its own that also holds the keys; both go at the end. It is
/// copied from a model made once per process, since migrating anew for each test would take most of the time.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly PostgresServer? _server;
    private readonly string _name;
    private readonly bool _borrowed;

    private TestDatabase(DatabaseKind kind, PostgresServer? server, string name, string? connection)
    {
        (Kind, _server, _name) = (kind, server, name);
        Folder = Directory.CreateTempSubdirectory("faro-test-").FullName;
        Options = new FaroOptions { DataFolder = Folder, PostgresConnection = connection };
    }

    private TestDatabase(FaroOptions options)
    {
        (Options, Folder, _name, _borrowed) = (options, options.DataFolder, "", true);
        Kind = options.PostgresConnection is null ? DatabaseKind.Sqlite : DatabaseKind.Postgres;
    }

    public DatabaseKind Kind { get; }

    public string Folder { get; }

    public FaroOptions Options { get; }

    /// <summary>One that has all tables and no rows.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        var models = await FixtureAsync<DatabaseModels>();
        if (kind == DatabaseKind.Sqlite)
        {
            var database = new TestDatabase(kind, null, "", null);
            File.Copy(await models.SqliteFileAsync(), database.Options.DatabaseFile);
            return database;
        }

        var server = await FixtureAsync<PostgresServer>();
        return await OnServerAsync(server, await models.PostgresNameAsync(server));
    }

    /// <summary>One that no Faro has started on yet.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(DatabaseKind kind) =>
        kind == DatabaseKind.Sqlite
            ? new TestDatabase(kind, null, "", null)
            : await OnServerAsync(await FixtureAsync<PostgresServer>(), "template0");

    /// <summary>One that another process made, and will take away.</summary>
    public static TestDatabase Existing(FaroOptions options) => new(options);

    public DatabaseEngine NewEngine() => NewEngine(Options);

    public static DatabaseEngine NewEngine(FaroOptions options) =>
        options.PostgresConnection is { } connection
            ? new PostgresEngine(connection)
            : new SqliteEngine(options.DatabaseFile, NullLogger<SqliteEngine>.Instance);

    public async ValueTask DisposeAsync()
    {
        if (_borrowed)
        {
            return;
        }

        if (_server is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await _server.RunAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
        }
        else
        {
            SqliteConnection.ClearAllPools();
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<TestDatabase> OnServerAsync(PostgresServer server, string template)
    {
        var name = DatabaseModels.NewName();
        await server.RunAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        var place = new NpgsqlConnectionStringBuilder(await server.ConnectionAsync())
        {
            Database = name,
        };
        return new TestDatabase(DatabaseKind.Postgres, server, name, place.ToString());
    }

    private static async Task<T> FixtureAsync<T>()
        where T : class =>
        await TestContext.Current.GetFixture<T>()
        ?? throw new InvalidOperationException($"Bug in Faro: {typeof(T).Name} is no fixture");
}
