// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics.CodeAnalysis;
using Faro.Programme.Storage;
using Npgsql;

namespace Faro.Programme.Postgres;

/// <summary>A copy in a database of its own on the same server; two renames in one transaction put it in place.</summary>
internal sealed class PostgresStagedCopy : StagedCopy
{
    private readonly NpgsqlConnectionStringBuilder _running;
    private readonly string _name;
    private bool _swapped;

    private PostgresStagedCopy(NpgsqlConnectionStringBuilder running, string name)
    {
        (_running, _name) = (running, name);
        var staged = new NpgsqlConnectionStringBuilder(running.ToString()) { Database = name };
        Engine = new PostgresEngine(staged.ToString());
    }

    public override DatabaseEngine Engine { get; }

    public static async Task<PostgresStagedCopy> LoadAsync(
        string file,
        string connectionString,
        CancellationToken cancellation
    )
    {
        var running = new NpgsqlConnectionStringBuilder(connectionString);
        var copy = new PostgresStagedCopy(running, running.Database + "_restoring");
        await copy.RunAsync([$"DROP DATABASE IF EXISTS {copy.Quoted(copy._name)}"], cancellation);
        await copy.RunAsync(
            [$"CREATE DATABASE {copy.Quoted(copy._name)} TEMPLATE template0"],
            cancellation
        );
        try
        {
            var staged = new NpgsqlConnectionStringBuilder(connectionString)
            {
                Database = copy._name,
            };
            await PostgresTools.RunAsync(
                "pg_restore",
                staged.ToString(),
                ["--exit-on-error", "--no-owner", "--no-privileges", "-d", copy._name, file],
                cancellation
            );
            return copy;
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }

    public override async Task<string> SwapInAsync(CancellationToken cancellation)
    {
        NpgsqlConnection.ClearAllPools();
        var aside = await FreeNameAsync(cancellation);
        await RunAsync(
            [
                "BEGIN",
                $"ALTER DATABASE {Quoted(_running.Database!)} RENAME TO {Quoted(aside)}",
                $"ALTER DATABASE {Quoted(_name)} RENAME TO {Quoted(_running.Database!)}",
                "COMMIT",
            ],
            cancellation
        );
        _swapped = true;
        return aside;
    }

    public override async ValueTask DisposeAsync()
    {
        if (!_swapped)
        {
            NpgsqlConnection.ClearAllPools();
            await RunAsync(
                [$"DROP DATABASE IF EXISTS {Quoted(_name)} WITH (FORCE)"],
                CancellationToken.None
            );
        }
    }

    private async Task<string> FreeNameAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        for (var number = 1; ; number++)
        {
            var name = $"{_running.Database}_before_restore{(number == 1 ? "" : $"_{number}")}";
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM pg_database WHERE datname = $1";
            command.Parameters.Add(new NpgsqlParameter { Value = name });
            if (await command.ExecuteScalarAsync(cancellation) is 0L)
            {
                return name;
            }
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(_running.ToString())
            {
                Database = "postgres",
                Pooling = false,
            }.ToString()
        );
        await connection.OpenAsync(cancellation);
        return connection;
    }

    [SuppressMessage(
        "Security",
        "CA2100",
        Justification = "Names of databases cannot be parameters; they are quoted and come from the operator's own settings"
    )]
    private async Task RunAsync(IReadOnlyList<string> commands, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        foreach (var text in commands)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = text;
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private string Quoted(string name) =>
        $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
