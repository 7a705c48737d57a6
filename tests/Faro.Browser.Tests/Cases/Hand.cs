// SPDX-License-Identifier: Apache-2.0
using Microsoft.Playwright;

namespace Faro.Browser.Tests.Cases;

/// <summary>A person before the screens, whose every press, key and page is counted.</summary>
internal sealed class Hand(IPage page)
{
    private readonly List<Effort> _all = [];

    public IReadOnlyList<Effort> All => _all;

    private Effort Now => _all[^1];

    public IPage Page => page;

    public void Begin(string stage) => _all.Add(new Effort(stage));

    /// <summary>What somebody else did meanwhile.</summary>
    public void Add(Hand other) => _all.AddRange(other.All);

    public ILocator Link(string words) =>
        page.GetByRole(AriaRole.Link, new() { Name = words, Exact = true }).First;

    public ILocator Button(string words) =>
        page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).First;

    /// <summary>Presses what leads to another page, and waits for it.</summary>
    public async Task GoAsync(ILocator target)
    {
        await page.EvaluateAsync("window.before = true");
        await PressAsync(target);
        await ArriveAsync();
    }

    /// <summary>As <see cref="GoAsync"/>, where the page asks once more.</summary>
    public async Task GoAfterAskingAsync(ILocator target)
    {
        await page.EvaluateAsync("window.before = true");
        await PressAsync(target);
        await PressAsync(page.Locator("dialog .btn:not(.q)"));
        await ArriveAsync();
    }

    public async Task PressAsync(ILocator target)
    {
        await target.ClickAsync();
        Now.Clicks++;
    }

    /// <summary>A box or a round button.</summary>
    public async Task TickAsync(string selector)
    {
        await page.CheckAsync(selector);
        Now.Clicks++;
        Now.Fields++;
    }

    public Task TickAsync(string name, string value) =>
        TickAsync($"input[name='{name}'][value='{value}']");

    public async Task ChooseAsync(string name, string value)
    {
        await page.SelectOptionAsync($"select[name='{name}']", value);
        Now.Clicks += 2;
        Now.Fields++;
    }

    public Task TypeAsync(string name, string text) => TypeInAsync($"[name='{name}']", text);

    public async Task TypeInAsync(string selector, string text)
    {
        await page.FillAsync(selector, text);
        Now.Clicks++;
        Now.Keys += text.Length;
        Now.Fields++;
    }

    private async Task ArriveAsync()
    {
        await page.WaitForFunctionAsync(
            "() => !window.before && document.readyState !== 'loading'"
        );
        Now.Pages++;
    }
}

/// <summary>What one stage of a walk asked of the hand.</summary>
internal sealed class Effort(string stage)
{
    public string Stage => stage;

    /// <summary>Pages that had to be loaded.</summary>
    public int Pages { get; set; }

    /// <summary>Presses of a finger or a mouse button. A choice from a list is two.</summary>
    public int Clicks { get; set; }

    public int Keys { get; set; }

    /// <summary>Questions answered.</summary>
    public int Fields { get; set; }
}
