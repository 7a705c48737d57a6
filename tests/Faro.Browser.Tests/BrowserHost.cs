// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Tests.Support;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Faro.Browser.Tests.BrowserHost))]

namespace Faro.Browser.Tests;

/// <summary>One server and one browser for the whole suite.</summary>
public sealed class BrowserHost : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public FaroHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            return;
        }

        Host = await FaroHost.StartAsync(DatabaseKind.Sqlite);
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
        string language = "es-MX"
    )
    {
        Assert.SkipWhen(_browser is null, "Chromium is not installed here");
        var context = await _browser!.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = Host.Address.ToString(),
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
                JavaScriptEnabled = script,
                Locale = language,
                ExtraHTTPHeaders = role is null
                    ? null
                    : new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["Authorization"] = $"Bearer {Host.TokenOf(role)}",
                    },
            }
        );
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (Host is not null)
        {
            await Host.DisposeAsync();
        }
    }
}
