// SPDX-License-Identifier: Apache-2.0
using Xunit;

namespace Faro.Browser.Tests;

/// <summary>What somebody meets who has not signed in: light pages that can be left at once.</summary>
public sealed class PublicPagesTests(BrowserHost browser)
{
    private const int FirstPageBytes = 100_000;

    [Theory]
    [InlineData("/")]
    [InlineData("/entrar")]
    [InlineData("/ayuda")]
    public async Task A_first_page_weighs_less_than_100_kB(string path)
    {
        var page = await browser.PageAsync(null);
        var requests =
            new System.Collections.Concurrent.ConcurrentQueue<Microsoft.Playwright.IRequest>();
        page.RequestFinished += (_, request) => requests.Enqueue(request);
        await page.GotoAsync(
            path,
            new() { WaitUntil = Microsoft.Playwright.WaitUntilState.NetworkIdle }
        );
        var bytes = 0;
        foreach (var request in requests)
        {
            var sizes = await request.SizesAsync();
            bytes += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
        }

        Assert.InRange(bytes, 1, FirstPageBytes);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Pages_work_without_script()
    {
        var page = await browser.PageAsync(null, script: false);
        await page.GotoAsync("/");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "English" })
            .First.ClickAsync();
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        await page.GotoAsync("/entrar");
        Assert.True(await page.Locator("form input[type=password]").CountAsync() > 0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_skip_link_is_the_first_stop_of_the_keyboard()
    {
        var page = await browser.PageAsync(null);
        await page.GotoAsync("/ayuda");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("skip", await page.EvaluateAsync<string>("document.activeElement.className"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Leaving_quickly_replaces_the_page()
    {
        var page = await browser.PageAsync(null);
        await page.RouteAsync(
            "https://**",
            route => route.FulfillAsync(new() { Body = "elsewhere" })
        );
        await page.GotoAsync("/ayuda");
        await page.Locator("a[data-quick-exit]").ClickAsync();
        await page.WaitForURLAsync("https://**");
        Assert.DoesNotContain("ayuda", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
