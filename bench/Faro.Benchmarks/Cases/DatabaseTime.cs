// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Npgsql;

namespace Faro.Benchmarks.Cases;

/// <summary>
/// The processor time of a PostgreSQL server on this machine, of all its processes; nothing for the embedded database,
/// whose work is the server's own.
/// </summary>
internal sealed class DatabaseTime
{
    private const int Parent = 1;
    private const int OwnUser = 11;
    private const int ReapedSystem = 14;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);
    private readonly string? _postmaster;

    private DatabaseTime(string? postmaster) => _postmaster = postmaster;

    public static async Task<DatabaseTime> OfAsync(string? postgres)
    {
        if (postgres is null)
        {
            return new DatabaseTime(null);
        }

        await using var connection = new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        var own = connection.ProcessID.ToString(CultureInfo.InvariantCulture);
        return new DatabaseTime(Stat(own) is { } fields ? fields[Parent] : null);
    }

    public TimeSpan Read() =>
        _postmaster is null
            ? TimeSpan.Zero
            : Directory
                .EnumerateDirectories("/proc")
                .Select(Path.GetFileName)
                .Where(name => char.IsAsciiDigit(name![0]))
                .Select(name => (Name: name!, Fields: Stat(name!)))
                .Where(each =>
                    each.Fields is not null
                    && (each.Name == _postmaster || each.Fields[Parent] == _postmaster)
                )
                .Aggregate(
                    TimeSpan.Zero,
                    // Of the postmaster also what its processes used that have ended.
                    (sum, each) =>
                        sum
                        + Used(each.Fields!, each.Name == _postmaster ? ReapedSystem : OwnUser + 1)
                );

    private static TimeSpan Used(string[] fields, int last) =>
        fields[OwnUser..(last + 1)].Sum(text => long.Parse(text, CultureInfo.InvariantCulture))
        * Tick;

    /// <summary>The fields after the name, which may hold spaces; null when the process is gone.</summary>
    private static string[]? Stat(string process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
