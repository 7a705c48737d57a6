// SPDX-License-Identifier: Apache-2.0
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Faro.Browser.Tests.Screening;

/// <summary>The screens of interviews, which need an id and so are not among those that every screen test opens.</summary>
public sealed class ScreeningScreensTests(BrowserHost browser)
{
    private static readonly string[] Serious = ["serious", "critical"];

    [Theory]
    [InlineData("es-MX", 1280, "axe")]
    [InlineData("en-US", 360, "phone")]
    public async Task Every_screen_of_an_interview_is_accessible_and_fits(string language, int width, string user)
    {
        var host = await browser.StartedAsync();
        var stage = await InterviewStage.BeginAsync(host, user);
        var page = await browser.PageAsync(null, width, language: language);
        await stage.SignInAsync(page);
        string[] paths =
        [
            $"/casos/{stage.CaseId}/entrevistas",
            $"/casos/{stage.CaseId}/entrevistas/nueva",
            stage.ReadingPath,
            $"{stage.ReadingPath}/formulario",
            $"{stage.ReadingPath}/comparar",
        ];
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            await AssertAccessibleAsync(page);
            await AssertFitsAsync(page, width);
        }

        await stage.TakeAsync(page);
        await AssertAccessibleAsync(page);
        await AssertFitsAsync(page, width);
        await page.Locator("[data-place] button").First.ClickAsync();
        await page.CheckAsync("#q-con_interview input[value=yes]");
        await Assertions.Expect(page.Locator("#q-field_notes")).ToBeVisibleAsync();
        await AssertAccessibleAsync(page);
        await AssertFitsAsync(page, width);
    }

    [Fact]
    public async Task One_question_a_page_can_be_answered_with_the_keyboard_alone()
    {
        var host = await browser.StartedAsync();
        var stage = await InterviewStage.BeginAsync(host, "teclado");
        var page = await browser.PageAsync(null);
        await stage.SignInAsync(page);
        await stage.TakeAsync(page);

        await page.Locator("text=Siguiente").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#q-safe_now input").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator("#q-safe_now input[value=yes]")).ToBeCheckedAsync();
    }

    public static async Task AssertAccessibleAsync(IPage page)
    {
        var result = await page.RunAxe();
        var issues = result
            .Violations.Where(issue => Serious.Contains(issue.Impact))
            .Select(issue =>
                $"{page.Url} {issue.Id}: {string.Join(" | ", issue.Nodes.Take(2).Select(node => node.Html))}"
            )
            .ToList();
        Assert.True(issues.Count == 0, string.Join('\n', issues));
    }

    private static async Task AssertFitsAsync(IPage page, int width)
    {
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(wide <= width, $"{page.Url}: {wide} px");
    }
}
