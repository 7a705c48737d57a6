// SPDX-License-Identifier: Apache-2.0
using Deque.AxeCore.Playwright;
using Faro.Programme.Access;
using Microsoft.Playwright;
using Xunit;

namespace Faro.Browser.Tests;

/// <summary>What must hold on every screen of the demonstration, found by following its links.</summary>
public sealed class EveryScreenTests(BrowserHost browser)
{
    private const int Desk = 1280;
    private const int Phone = 360;
    private static readonly string[] Serious = ["serious", "critical"];

    /// <summary>One visit for all that is asked of a screen: most of the time goes into opening it.</summary>
    [Theory]
    [InlineData("es-MX")]
    [InlineData("en-US")]
    public async Task Every_screen_can_be_used_by_everybody_and_fits_a_phone(string language)
    {
        var screens = await browser.ScreensAsync();
        Assert.NotEmpty(screens.All);
        var faults = new List<string>();
        foreach (var group in screens.All.GroupBy(screen => screen.Role, StringComparer.Ordinal))
        {
            var page = await browser.PageAsync(
                Role.Find(group.Key),
                Desk,
                language: language,
                host: browser.Demo
            );
            page.Console += (_, message) =>
            {
                if (message.Type is "error")
                {
                    faults.Add($"{page.Url} console: {message.Text}");
                }
            };
            page.PageError += (_, error) => faults.Add($"{page.Url} script: {error}");
            foreach (var (path, _) in group)
            {
                await LookAsync(page, path, faults);
            }

            await page.Context.CloseAsync();
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Every_screen_is_reached_by_links()
    {
        var screens = await browser.ScreensAsync();

        Assert.Empty(screens.Hidden);
    }

    private static async Task LookAsync(IPage page, string path, List<string> faults)
    {
        await page.SetViewportSizeAsync(Desk, 900);
        var answer = await page.GotoAsync(path);
        if (answer!.Status != 200)
        {
            faults.Add($"{path}: answers {answer.Status}");
        }

        var axe = await page.RunAxe();
        faults.AddRange(
            axe.Violations.Where(issue => Serious.Contains(issue.Impact))
                .Select(issue =>
                    $"{path} {issue.Id}: {string.Join(" | ", issue.Nodes.Take(2).Select(node => node.Html))}"
                )
        );
        await page.SetViewportSizeAsync(Phone, 900);
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (width > Phone)
        {
            faults.Add($"{path}: {width} px wide on a phone of {Phone}");
        }
    }
}
