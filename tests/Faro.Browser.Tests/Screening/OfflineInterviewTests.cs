// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Text;
using Faro.Programme.Screening;
using Microsoft.Playwright;
using Xunit;

namespace Faro.Browser.Tests.Screening;

/// <summary>Interviews where there is no network: kept on the device so that nobody can read them, sent once.</summary>
public sealed class OfflineInterviewTests(BrowserHost browser)
{
    private const string Notes = "Xochiquétzal vio la terminal con su hermana";
    private const string Sent = "Todo lo de este equipo está enviado.";

    [Fact]
    public async Task An_interview_outlives_the_network_and_the_browser_and_is_sent_once()
    {
        var host = await browser.StartedAsync();
        var stage = await InterviewStage.BeginAsync(host, "campo");
        await using var cable = new Cable(host.Address).Mend();
        var store = Directory.CreateTempSubdirectory("faro-browser-").FullName;
        try
        {
            await using (var context = await browser.WithStoreAsync(store, cable.Address))
            {
                var page = context.Pages[0];
                await stage.SignInAsync(page);
                await stage.TakeAsync(page);

                cable.Cut();
                await InterviewStage.AnswerAsync(page, Notes);
                await page.ClickAsync("text=Terminar la entrevista");
                await page.WaitForURLAsync("**/entrevistas/tomar");
                await Assertions.Expect(page.Locator("[data-place]")).ToContainTextAsync("Terminada, sin enviar");
                Kill(store);
            }

            Assert.Equal(0, await stage.SavesAsync());
            AssertUnreadable(store, stage.InterviewId);

            cable.Mend();
            await using (var context = await browser.WithStoreAsync(store, cable.Address))
            {
                var page = context.Pages[0];
                await stage.SignInAsync(page, "/entrevistas/tomar");
                await Assertions.Expect(page.Locator("[data-status]")).ToHaveTextAsync(Sent);
                await page.ReloadAsync();
                await Assertions.Expect(page.Locator("[data-status]")).ToHaveTextAsync(Sent);
            }

            var reading = await stage.ReadAsync();
            Assert.Equal((InterviewStates.Finished, Notes, 2), (reading.State, reading.Answers.Of("field_notes"), reading.Version));
            Assert.Equal(["hurt"], reading.Answers.Declined);
            Assert.Equal(1, await stage.SavesAsync());
        }
        finally
        {
            Directory.Delete(store, recursive: true);
        }
    }

    [Fact]
    public async Task When_the_answer_of_the_server_is_lost_the_interview_is_still_saved_once()
    {
        var host = await browser.StartedAsync();
        var stage = await InterviewStage.BeginAsync(host, "tunel");
        var page = await browser.PageAsync(null);
        await stage.SignInAsync(page);
        await stage.TakeAsync(page);
        await page.RouteAsync(
            "**/save",
            async route =>
            {
                await route.FetchAsync();
                await route.AbortAsync();
            }
        );
        await InterviewStage.AnswerAsync(page, Notes);
        await page.ClickAsync("text=Terminar la entrevista");
        await page.WaitForURLAsync("**/entrevistas/tomar");
        var before = await stage.SavesAsync();

        await page.UnrouteAsync("**/save");
        await page.ReloadAsync();

        await Assertions.Expect(page.Locator("[data-status]")).ToHaveTextAsync(Sent);
        Assert.Equal(before, await stage.SavesAsync());
        var reading = await stage.ReadAsync();
        Assert.True(reading.IsFinished);
        Assert.Empty(reading.Kept);
    }

    [Fact]
    public async Task Two_devices_show_the_conflict_and_lose_neither()
    {
        var host = await browser.StartedAsync();
        var stage = await InterviewStage.BeginAsync(host, "dos");
        var one = await browser.PageAsync(null);
        var two = await browser.PageAsync(null);
        foreach (var page in new[] { one, two })
        {
            await stage.SignInAsync(page);
            await stage.TakeAsync(page);
        }

        await InterviewStage.AnswerAsync(one, "Lo que se escribió en el primero");
        await one.ClickAsync("text=Paramos aquí");
        await one.WaitForURLAsync($"**{stage.ReadingPath}");
        await InterviewStage.AnswerAsync(two, "Lo que se escribió en el segundo");
        await two.ClickAsync("text=Paramos aquí");
        await Assertions.Expect(two.Locator("[data-place]")).ToContainTextAsync("Otro equipo guardó esta entrevista");

        await two.ClickAsync("text=Ver las dos versiones");
        await Assertions.Expect(two.Locator("main")).ToContainTextAsync("en el primero");
        await Assertions.Expect(two.Locator("main")).ToContainTextAsync("en el segundo");
        await ScreeningScreensTests.AssertAccessibleAsync(two);
        await two.CheckAsync("#there-field_notes");
        await two.ClickAsync("main form:has(#there-field_notes) button[type=submit]");
        await two.WaitForURLAsync($"**{stage.ReadingPath}");

        var reading = await stage.ReadAsync();
        Assert.Equal("Lo que se escribió en el segundo", reading.Answers.Of("field_notes"));
        Assert.Contains(reading.Kept, kept => kept.Answers.Of("field_notes") == "Lo que se escribió en el primero");
        Assert.False(reading.InConflict);
    }

    [Fact]
    public async Task Signing_out_asks_when_something_is_not_sent_and_erases_what_the_device_kept()
    {
        var host = await browser.StartedAsync();
        var stage = await InterviewStage.BeginAsync(host, "salida");
        var page = await browser.PageAsync(null);
        await stage.SignInAsync(page);
        await stage.TakeAsync(page);
        await page.RouteAsync("**/save", route => route.AbortAsync());
        await InterviewStage.AnswerAsync(page, Notes);
        await page.ClickAsync("text=Paramos aquí");
        await page.WaitForURLAsync("**/entrevistas/tomar");

        await page.GotoAsync("/casos");
        await Assertions.Expect(page.Locator("header [data-unsent]")).ToBeVisibleAsync();
        await page.ClickAsync("form[action='/salir'] button");
        await Assertions.Expect(page.Locator("dialog")).ToContainTextAsync("sin enviar");
        await page.ClickAsync("dialog .actions button >> nth=1");
        await page.WaitForURLAsync(url => !url.Contains("/casos", StringComparison.Ordinal));

        await page.WaitForFunctionAsync("async () => (await indexedDB.databases()).length === 0");
        Assert.Equal(0, await page.EvaluateAsync<int>("async () => (await caches.keys()).length"));
        Assert.Null(await page.EvaluateAsync<string?>("() => sessionStorage.getItem('faro-secreto')"));
    }

    /// <summary>The browser that we started with this store, at once and without asking it.</summary>
    private static void Kill(string store)
    {
        foreach (var process in Process.GetProcesses())
        {
            var line = $"/proc/{process.Id}/cmdline";
            if (
                File.Exists(line)
                && File.ReadAllText(line) is var said
                && said.Contains($"--user-data-dir={store}", StringComparison.Ordinal)
                && !said.Contains("--type=", StringComparison.Ordinal)
            )
            {
                process.Kill(entireProcessTree: true);
            }

            process.Dispose();
        }
    }

    /// <summary>Every byte that the browser left on the disk.</summary>
    private static void AssertUnreadable(string store, Guid interview)
    {
        var seen = 0;
        // The browser's lock is a link to nothing.
        var files = new DirectoryInfo(store)
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => file.LinkTarget is null)
            .Select(file => file.FullName);
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            foreach (var word in new[] { "Xochiqu", "su hermana", "\"declined\"" })
            {
                foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
                {
                    Assert.True(
                        bytes.AsSpan().IndexOf(encoding.GetBytes(word)) < 0,
                        $"{Path.GetRelativePath(store, file)} holds an answer"
                    );
                }
            }

            seen += Path.GetDirectoryName(file)!.Contains("IndexedDB", StringComparison.Ordinal)
                && Encoding.Latin1.GetString(bytes).Replace("\0", "", StringComparison.Ordinal)
                    .Contains(interview.ToString(), StringComparison.Ordinal)
                ? 1
                : 0;
        }

        // The row is there, under its id: we looked where it lies.
        Assert.NotEqual(0, seen);
    }
}
