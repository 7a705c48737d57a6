// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Text.RegularExpressions;
using Faro.Programme.Storage;
using Xunit;

namespace Faro.Web.Tests.CommandLine;

/// <summary>The real program, in a process of its own, as whoever runs Faro starts it.</summary>
internal sealed partial class FaroProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private FaroProcess(Process process) => _process = process;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary><c>faro serve</c>, once it answers.</summary>
    public static async Task<FaroProcess> ServeAsync(FaroOptions options)
    {
        var said = "";
        var faro = new FaroProcess(Start(options, "serve", "--urls", "http://127.0.0.1:0"));
        faro._process.ErrorDataReceived += (_, _) => { };
        faro._process.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            while (Url().Match(said) is { Success: false })
            {
                said +=
                    await faro._process.StandardOutput.ReadLineAsync(patience.Token)
                    ?? throw new InvalidOperationException("faro serve ended before it answered");
            }
        }
        catch
        {
            await faro.DisposeAsync();
            throw;
        }

        faro.Address = new Uri(Url().Match(said).Value);
        return faro;
    }

    /// <summary>A verb that ends by itself.</summary>
    public static async Task<(int ExitCode, string Out, string Error)> RunAsync(
        FaroOptions options,
        params string[] arguments
    )
    {
        using var process = Start(options, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>The next line of the console.</summary>
    public async Task<string?> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

    /// <summary>SIGKILL: it cannot say or save anything any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static Process Start(FaroOptions options, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "faro.dll") },
            Environment =
            {
                ["FARO_DATA"] = options.DataFolder,
                ["FARO_LANG"] = "en",
                ["FARO_POSTGRES"] = options.PostgresConnection,
            },
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    [GeneratedRegex(@"http://\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Url();
}
