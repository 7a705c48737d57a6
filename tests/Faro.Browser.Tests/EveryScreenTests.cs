// SPDX-License-Identifier: Apache-2.0
using Deque.AxeCore.Playwright;
using Faro.Programme.Access;
using Microsoft.Playwright;
using Xunit;

namespace Faro.Browser.Tests;

/// <summary>What must hold on every screen, found from the routes themselves.</summary>
public sealed class EveryScreenTests(BrowserHost browser)
{
    private static readonly string[] Serious = ["serious", "critical"];

    [Theory]
    [InlineData("es-MX")]
    [InlineData("en-US")]
    public async Task No_screen_has_a_serious_accessibility_issue(string language)
    {
        var issues = new List<string>();
        await EachAsync(
            1280,
            language,
            async (page, path) =>
            {
                var result = await page.RunAxe();
                issues.AddRange(
                    result
                        .Violations.Where(issue => Serious.Contains(issue.Impact))
                        .Select(issue =>
                            $"{path} {issue.Id}: {string.Join(" | ", issue.Nodes.Take(2).Select(node => node.Html))}"
                        )
                );
            }
        );
        Assert.True(issues.Count == 0, string.Join('\n', issues));
    }

    [Fact]
    public async Task Every_screen_fits_a_phone()
    {
        var wide = new List<string>();
        await EachAsync(
            360,
            "es-MX",
            async (page, path) =>
            {
                var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
                if (width > 360)
                {
                    wide.Add($"{path}: {width} px");
                }
            }
        );
        Assert.True(wide.Count == 0, string.Join('\n', wide));
    }

    [Fact]
    public async Task No_screen_complains_in_the_console()
    {
        var said = new List<string>();
        await EachAsync(
            1280,
            "es-MX",
            (_, _) => Task.CompletedTask,
            (page, path) =>
            {
                page.Console += (_, message) =>
                {
                    // A page that says "not found" is one, and the browser says so of the document itself.
                    if (
                        message.Type is "error"
                        && !message.Text.Contains("404", StringComparison.Ordinal)
                    )
                    {
                        said.Add($"{path}: {message.Text}");
                    }
                };
                page.PageError += (_, error) => said.Add($"{path}: {error}");
            }
        );
        Assert.True(said.Count == 0, string.Join('\n', said));
    }

    private async Task EachAsync(
        int width,
        string language,
        Func<IPage, string, Task> look,
        Action<IPage, string>? listen = null
    )
    {
        await browser.StartedAsync();
        var screens = Screens.All(browser);
        Assert.NotEmpty(screens);
        foreach (var group in screens.GroupBy(screen => screen.Role, StringComparer.Ordinal))
        {
            var page = await browser.PageAsync(Role.Find(group.Key), width, language: language);
            var current = "";
            listen?.Invoke(page, group.Key);
            foreach (var (path, _) in group)
            {
                current = path;
                var answer = await page.GotoAsync(path);
                Assert.True(answer!.Status is 200 or 404, $"{current}: {answer.Status}");
                await look(page, path);
            }

            await page.Context.CloseAsync();
        }
    }
}
