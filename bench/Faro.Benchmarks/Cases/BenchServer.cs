// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Faro.Benchmarks.Cases;

/// <summary><c>faro serve</c> as a process of its own, so that its processor time is its own.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly Process _process;

    private BenchServer(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>What its threads have used since it began.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public long MegabytesAtMost
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64 / 1024 / 1024;
        }
    }

    public static async Task<BenchServer> StartAsync(string folder, string? postgres)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "faro.dll"),
                "serve",
                "--data",
                folder,
                "--urls",
                $"http://127.0.0.1:{port}",
            },
            RedirectStandardOutput = true,
        };
        if (postgres is not null)
        {
            start.ArgumentList.Add("--postgres");
            start.ArgumentList.Add(postgres);
        }

        var process = Process.Start(start)!;
        var server = new BenchServer(process, new Uri($"http://127.0.0.1:{port}"));
        // It says where it answers, once it does; before that it may have to bring the tables up to date.
        await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        var fixedPort = Environment.GetEnvironmentVariable("FARO_BENCH_PORT");
        if (fixedPort is not null)
        {
            return int.Parse(fixedPort, CultureInfo.InvariantCulture);
        }

        using var any = new TcpListener(IPAddress.Loopback, 0);
        any.Start();
        return ((IPEndPoint)any.LocalEndpoint).Port;
    }
}
