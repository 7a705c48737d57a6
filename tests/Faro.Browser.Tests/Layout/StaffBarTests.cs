// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Xunit;

namespace Faro.Browser.Tests.Layout;

/// <summary>The bar at the top of every staff screen.</summary>
public sealed class StaffBarTests(BrowserHost browser)
{
    /// <summary>One line of the bar: what is pressed is 44 pixels high, with its padding.</summary>
    private const int OneLine = 60;

    [Fact]
    public async Task The_bar_is_one_line_at_1280_pixels_for_every_role()
    {
        foreach (var role in Role.All)
        {
            var page = await browser.PageAsync(role);
            await page.GotoAsync("/");
            var height = await page.EvaluateAsync<double>(
                "document.querySelector('header.top').getBoundingClientRect().height"
            );
            Assert.True(height <= OneLine, $"{role.Code}: {height} px");
            await page.Context.CloseAsync();
        }
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task The_account_menu_opens_within_the_screen_and_closes_with_escape(int width)
    {
        var page = await browser.PageAsync(Role.Administrator, width);
        await page.GotoAsync("/");
        await page.ClickAsync(".account > summary");
        var right = await page.EvaluateAsync<double>(
            "document.querySelector('.account > div').getBoundingClientRect().right"
        );

        Assert.InRange(right, 1, width);
        Assert.True(await page.IsVisibleAsync("form[action='/salir'] button"));
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await page.IsVisibleAsync("form[action='/salir'] button"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_a_phone_the_search_box_is_as_wide_as_the_screen()
    {
        var page = await browser.PageAsync(Role.Caseworker, 360);
        await page.GotoAsync("/");
        var width = await page.EvaluateAsync<double>(
            "document.querySelector('.top .search input[type=search]').getBoundingClientRect().width"
        );

        Assert.InRange(width, 300, 360);
        await page.Context.CloseAsync();
    }
}
