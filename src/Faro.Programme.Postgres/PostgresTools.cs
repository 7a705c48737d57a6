// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Faro.Programme.Storage;
using Npgsql;

namespace Faro.Programme.Postgres;

/// <summary>PostgreSQL's own programs, called as processes. The password goes by the environment, never by the arguments.</summary>
internal static class PostgresTools
{
    /// <exception cref="ToolMissingException">It is not installed.</exception>
    /// <exception cref="InvalidDataException">It ended with an error.</exception>
    public static async Task RunAsync(
        string tool,
        string connectionString,
        IReadOnlyList<string> arguments,
        CancellationToken cancellation
    )
    {
        var place = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(tool, arguments)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["PGHOST"] = place.Host;
        start.Environment["PGPORT"] = place.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = place.Username;
        start.Environment["PGDATABASE"] = place.Database;
        if (place.Password is { Length: > 0 } password)
        {
            start.Environment["PGPASSWORD"] = password;
        }

        using var process = Start(start);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.StandardOutput.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0)
            {
                throw new InvalidDataException($"{tool}: {(await errors).Trim()}");
            }
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new ToolMissingException(start.FileName);
        }
    }
}
