// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Tests.Support;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Faro.Browser.Tests.BrowserHost))]

namespace Faro.Browser.Tests;

/// <summary>One server and one browser for the whole suite.</summary>
public sealed class BrowserHost : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";
    private readonly SemaphoreSlim _gate = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Screens? _screens;

    public FaroHost Host { get; private set; } = null!;

    /// <summary>The demonstration: what every screen looks like with something on it.</summary>
    public FaroHost Demo { get; private set; } = null!;

    /// <summary>
    /// Skips the test where there is no browser. Started by the first test and not by the suite: one fixture of an assembly
    /// cannot ask for another (the databases) before the tests run.
    /// </summary>
    public async Task<FaroHost> StartedAsync()
    {
        Assert.SkipUnless(File.Exists(Chromium), "Chromium is not installed here");
        await _gate.WaitAsync();
        try
        {
            if (_browser is null)
            {
                await StartAsync();
            }

            return Host;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task StartAsync()
    {
        Host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
        Demo = await FaroHost.StartDemoAsync(TestContext.Current.CancellationToken);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = Chromium,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    /// <summary>A page that goes as this person (by API token), or as nobody; skips the test where there is no browser.</summary>
    public async Task<IPage> PageAsync(
        Role? role,
        int width = 1280,
        bool script = true,
        string language = "es-MX",
        FaroHost? host = null
    )
    {
        await StartedAsync();
        host ??= Host;
        var context = await _browser!.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = host.Address.ToString(),
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
                JavaScriptEnabled = script,
                Locale = language,
                ExtraHTTPHeaders = role is null
                    ? null
                    : new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["Authorization"] = $"Bearer {host.TokenOf(role)}",
                    },
            }
        );
        return await context.NewPageAsync();
    }

    /// <summary>The screens of the demonstration, found once for the suite.</summary>
    internal async Task<Screens> ScreensAsync()
    {
        await StartedAsync();
        await _gate.WaitAsync();
        try
        {
            return _screens ??= await Screens.FindAsync(
                Demo,
                TestContext.Current.CancellationToken
            );
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _gate.Dispose();
        if (Host is not null)
        {
            await Host.DisposeAsync();
            await Demo.DisposeAsync();
        }
    }
}
