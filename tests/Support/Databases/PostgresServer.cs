// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Globalization;
using Npgsql;

[assembly: Xunit.AssemblyFixture(typeof(Faro.Tests.Support.PostgresServer))]

namespace Faro.Tests.Support;

/// <summary>
/// The PostgreSQL server of this test process: the one that <c>FARO_TEST_POSTGRES</c> names, else one of its own in a
/// temporary folder, without durability, started at the first use and stopped at the end.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private string? _folder;
    private string? _connection;

    public PostgresServer() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();

    /// <summary>Whether a server was given or can be started.</summary>
    public static bool IsHere => Given is not null || Binaries is not null;

    private static string? Given => Environment.GetEnvironmentVariable("FARO_TEST_POSTGRES");

    private static string? Binaries { get; } = FindBinaries();

    /// <summary>A connection string without a database, for a superuser.</summary>
    public async Task<string> ConnectionAsync()
    {
        await _gate.WaitAsync();
        try
        {
            return _connection ??= Given ?? Start();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Runs one command in the database <c>postgres</c>.</summary>
    public async Task RunAsync(string sql)
    {
        var place = new NpgsqlConnectionStringBuilder(await ConnectionAsync())
        {
            Database = "postgres",
            Pooling = false,
        };
        await using var connection = new NpgsqlConnection(place.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        // A name of our own making goes in; nothing here comes from outside the tests.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync()
    {
        Stop();
        _gate.Dispose();
        return ValueTask.CompletedTask;
    }

    private string Start()
    {
        _folder = Directory.CreateTempSubdirectory("faro-pg-").FullName;
        var data = Path.Combine(_folder, "data");
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", "postgres", _folder);
        }

        AsOwner("initdb", "-D", data, "--no-sync", "-A", "trust", "-U", "postgres", "-E", "UTF8");
        // A socket in our own folder, and no port that somebody else could hold.
        var options = string.Create(
            CultureInfo.InvariantCulture,
            $"-c listen_addresses='' -c unix_socket_directories='{_folder}' -c fsync=off -c full_page_writes=off -c max_connections=200 -c shared_buffers=64MB"
        );
        AsOwner(
            "pg_ctl",
            "-D",
            data,
            "-w",
            "-l",
            Path.Combine(_folder, "log"),
            "-o",
            options,
            "start"
        );
        return $"Host={_folder};Username=postgres;Maximum Pool Size=20;Include Error Detail=true";
    }

    private void Stop()
    {
        if (Interlocked.Exchange(ref _folder, null) is not { } folder)
        {
            return;
        }

        AsOwner("pg_ctl", "-D", Path.Combine(folder, "data"), "-m", "immediate", "-w", "stop");
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>PostgreSQL's tools refuse to run as root: there they run as its own user.</summary>
    private static void AsOwner(string tool, params string[] arguments)
    {
        var path = Path.Combine(Binaries!, tool);
        if (Environment.IsPrivilegedProcess)
        {
            Run("runuser", ["-u", "postgres", "--", path, .. arguments]);
        }
        else
        {
            Run(path, arguments);
        }
    }

    private static void Run(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        using var process = Process.Start(start)!;
        // The server inherits the pipes and keeps them open: what came until the tool ended is enough.
        if (!process.WaitForExit(TimeSpan.FromSeconds(60)) || process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{tool} {arguments[^1]} failed");
        }
    }

    private static string? FindBinaries()
    {
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(folder =>
                    int.TryParse(Path.GetFileName(folder), out var version) ? version : 0
                )
                .Select(folder => Path.Combine(folder, "bin"))
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return debian
            .Concat(path)
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "pg_ctl")));
    }
}
