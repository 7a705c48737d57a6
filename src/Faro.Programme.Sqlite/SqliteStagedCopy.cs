// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Faro.Programme.Sqlite;

/// <summary>A copy in a folder of its own beside the running file, so that one rename puts it in place.</summary>
internal sealed class SqliteStagedCopy : StagedCopy
{
    private readonly string _folder;
    private readonly SqliteEngine _running;
    private readonly SqliteEngine _staged;

    private SqliteStagedCopy(string folder, SqliteEngine running, SqliteEngine staged) =>
        (_folder, _running, _staged) = (folder, running, staged);

    public override DatabaseEngine Engine => _staged;

    public static SqliteStagedCopy Load(
        string file,
        SqliteEngine running,
        ILogger<SqliteEngine> log
    )
    {
        var place = Path.GetDirectoryName(Path.GetFullPath(running.File))!;
        var folder = Path.Combine(place, ".restoring");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true); // What a killed restore left.
        }

        Directory.CreateDirectory(folder);
        var staged = Path.Combine(folder, "faro.db");
        File.Copy(file, staged);
        return new SqliteStagedCopy(folder, running, new SqliteEngine(staged, log));
    }

    public override async Task<string> SwapInAsync(CancellationToken cancellation)
    {
        await _staged.CloseFileAsync(cancellation);
        if (!File.Exists(_running.File))
        {
            File.Move(_staged.File, _running.File);
            return "";
        }

        var aside = FreeName(_running.File + ".before-restore");
        try
        {
            await _running.CloseFileAsync(cancellation);
        }
        catch (SqliteException)
        {
            // The running file is damaged, which may be why we are here: it is kept as it is, and its log with it.
        }

        foreach (var part in new[] { "-wal", "-shm" })
        {
            if (File.Exists(_running.File + part))
            {
                File.Move(_running.File + part, aside + part);
            }
        }

        File.Replace(_staged.File, _running.File, aside);
        return aside;
    }

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string FreeName(string wanted)
    {
        var name = wanted;
        for (var number = 2; File.Exists(name); number++)
        {
            name = $"{wanted}-{number}";
        }

        return name;
    }
}
