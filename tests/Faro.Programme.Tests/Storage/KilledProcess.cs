// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using Faro.Programme.Storage;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Programme.Tests.Storage;

/// <summary>Another process of these tests, on the same database, that is killed without a chance to say anything.</summary>
internal static class KilledProcess
{
    /// <summary>Runs an explicit test there until it is time, and kills it.</summary>
    /// <param name="database">Where it works.</param>
    /// <param name="method">The explicit test.</param>
    /// <param name="isTime">Asked every few milliseconds.</param>
    public static async Task RunAsync(TestDatabase database, string method, Func<Task<bool>> isTime)
    {
        using var victim = Process.Start(Start(database, method))!;
        victim.OutputDataReceived += (_, _) => { };
        victim.BeginOutputReadLine();
        try
        {
            var waited = Stopwatch.StartNew();
            while (!await isTime())
            {
                Assert.False(victim.HasExited, "the victim ended on its own");
                Assert.True(waited.Elapsed < TimeSpan.FromSeconds(90), "it did not come so far");
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }
        }
        finally
        {
            victim.Kill(); // SIGKILL
            await victim.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>In the victim: the database it was given. Skips the test anywhere else.</summary>
    public static TestDatabase Database()
    {
        var folder = Environment.GetEnvironmentVariable("FARO_CRASH_FOLDER");
        Assert.SkipWhen(folder is null, "runs only as the victim of a crash test");
        var postgres = Environment.GetEnvironmentVariable("FARO_CRASH_POSTGRES");
        return TestDatabase.Existing(
            new FaroOptions { DataFolder = folder, PostgresConnection = postgres }
        );
    }

    private static ProcessStartInfo Start(TestDatabase database, string method)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(KilledProcess).Assembly.Location);
        }

        foreach (
            var argument in new[]
            {
                "--explicit",
                "only",
                "--filter-method",
                $"*.{method}",
                "--results-directory",
                database.Folder,
            }
        )
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["FARO_CRASH_FOLDER"] = database.Folder;
        start.Environment["FARO_CRASH_POSTGRES"] = database.Options.PostgresConnection;
        return start;
    }
}
