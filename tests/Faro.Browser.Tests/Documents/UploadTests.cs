// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text;
using Faro.Programme.Access;
using Faro.Programme.Documents;
using Microsoft.Playwright;
using Xunit;

namespace Faro.Browser.Tests.Documents;

public sealed class UploadTests(BrowserHost browser)
{
    private const string Pieces = "**/pieces/*";

    [Fact]
    public async Task A_broken_upload_goes_on_after_the_page_was_left()
    {
        var page = await browser.PageAsync(Role.Caseworker);
        var host = await browser.StartedAsync();
        var documents = $"/casos/{await host.OpenCaseAsync()}/documentos";
        var content = Encoding.ASCII.GetBytes(new string('x', 2 * DocumentPiece.BytesEach + 60));
        var file = new FilePayload
        {
            Name = "notas.txt",
            MimeType = "text/plain",
            Buffer = content,
        };
        var sent = new List<string>();
        await page.RouteAsync(
            Pieces,
            route =>
            {
                sent.Add(route.Request.Url);
                return sent.Count > 1 ? route.AbortAsync() : route.ContinueAsync();
            }
        );
        await page.GotoAsync(documents + "/nuevo");
        await page.SelectOptionAsync("select[name='Answers.Kind']", "other");
        await page.SetInputFilesAsync("input[type=file]", file);
        await page.ClickAsync("form[data-upload] button[type=submit]");
        while (sent.Count < 2)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        await page.GotoAsync(documents);
        await page.UnrouteAsync(Pieces);
        var again = new List<string>();
        page.Request += (_, request) =>
        {
            if (request.Method == "PUT")
            {
                again.Add(request.Url[^1..]);
            }
        };
        await page.SetInputFilesAsync("form[data-upload] input[type=file]", file);
        await page.ClickAsync("form[data-upload] button[type=submit]");
        await page.WaitForURLAsync(address => Guid.TryParse(address.Split('/')[^1], out _));

        Assert.Equal(["1", "2"], again);
        Assert.Contains(
            Convert.ToHexStringLower(SHA256.HashData(content)),
            await page.ContentAsync(),
            StringComparison.Ordinal
        );
        await page.Context.CloseAsync();
    }
}
