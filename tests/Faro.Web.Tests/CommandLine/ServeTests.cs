// SPDX-License-Identifier: Apache-2.0
using System.Net;
using Faro.Tests.Support;
using Faro.Web.Tests.Access;
using Faro.Web.Tests.Settings;
using Xunit;

namespace Faro.Web.Tests.CommandLine;

public sealed class ServeTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_new_server_is_set_up_with_the_code_on_its_console(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);
        await using (var faro = await FaroProcess.ServeAsync(database.Options))
        {
            var said = "";
            while (!said.Contains(database.Options.SetupCodeFile, StringComparison.Ordinal))
            {
                said += await faro.ReadLineAsync() + "\n";
            }

            var code = await File.ReadAllTextAsync(
                database.Options.SetupCodeFile,
                TestContext.Current.CancellationToken
            );
            Assert.Contains($"\n    {code}", said, StringComparison.Ordinal);
            using var browser = new Browser(faro.Address);
            await browser.OpenAsync("/");
            Assert.Equal("/primera-vez", browser.Path);
            await browser.SendAsync(
                "first-run",
                [.. FirstTimeTests.Good, ("Answers.SetupCode", code.Trim())]
            );
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            await browser.OpenAsync("/entrar");
            await Door.SignInAsync(browser, "ada");
            Assert.Equal("/", browser.Path);
        }

        Assert.False(File.Exists(database.Options.SetupCodeFile));
        await using var again = await FaroProcess.ServeAsync(database.Options);
        Assert.False(File.Exists(database.Options.SetupCodeFile));
    }
}
