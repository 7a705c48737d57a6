// SPDX-License-Identifier: Apache-2.0
using System.Net;
using Faro.Programme;
using Faro.Programme.Settings;
using Faro.Programme.Storage;
using Faro.Tests.Support;
using Faro.Web.Features.Access;
using Faro.Web.Tests.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Faro.Web.Tests.Settings;

public sealed class FirstTimeTests
{
    internal static readonly (string Name, string Value)[] Good =
    [
        ("Answers.Name", "Programa de Puerto Vallarta"),
        ("Answers.Country", "mx"),
        ("Answers.TerritoryName", "Puerto Vallarta"),
        ("Answers.Territory", "14067"),
        ("Answers.NumberPrefix", "pvr"),
        ("Answers.AgencyName", "DIF Municipal"),
        ("Answers.AgencyShortName", "DIF"),
        ("Answers.AgencySector", "public-municipal"),
        ("Answers.AgencyKind", "local-government"),
        ("Answers.DisplayName", "Ada Invento"),
        ("Answers.UserName", "ada"),
        ("Answers.Password", "cuatro nubes caminan despacio"),
    ];

    [Theory]
    [EveryDatabase]
    public async Task The_first_run_makes_the_programme_once_and_is_gone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = await StartAsync(database);
        using var browser = new Browser(new Uri(app.Urls.First()));

        await browser.OpenAsync("/entrar");
        Assert.Equal("/primera-vez", browser.Path);
        await browser.SendAsync("first-run", [.. Good, ("Answers.SetupCode", Code(database))]);
        Assert.Equal(HttpStatusCode.OK, browser.Status);

        await browser.OpenAsync("/entrar");
        await Door.SignInAsync(browser, "ada");
        Assert.Equal("/", browser.Path);
        await browser.OpenAsync("/usuarios");
        Assert.Contains("Ada Invento", browser.Words, StringComparison.Ordinal);
        await browser.OpenAsync("/primera-vez");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Fact]
    public async Task Before_the_first_run_there_is_no_account_at_all()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = await StartAsync(database);
        await using var scope = app.Services.CreateAsyncScope();

        Assert.Empty(
            await scope
                .ServiceProvider.GetRequiredService<FaroDb>()
                .Users.ToListAsync(TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = await StartAsync(database);
        using var browser = new Browser(new Uri(app.Urls.First()));
        await browser.OpenAsync("/primera-vez");

        await browser.SendAsync(
            "first-run",
            [
                .. Good.Where(answer =>
                    answer.Name is not ("Answers.Territory" or "Answers.Password")
                ),
                ("Answers.Territory", "99"),
                ("Answers.Password", "programa2026"),
                ("Answers.SetupCode", Code(database)),
            ]
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.NotNull(browser.Page.QuerySelector("#Answers-Territory[aria-invalid=true]"));
        Assert.NotNull(browser.Page.QuerySelector("#Answers-Password[aria-invalid=true]"));
        Assert.Null(browser.Page.QuerySelector("#Answers-Name[aria-invalid=true]"));
        Assert.Contains("access.password-weak", browser.Words, StringComparison.Ordinal);
    }

    [Theory]
    [EveryDatabase]
    public async Task Without_the_code_of_the_server_nobody_sets_it_up(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = await StartAsync(database);
        using var browser = new Browser(new Uri(app.Urls.First()));
        await browser.OpenAsync("/primera-vez");

        for (var tries = 0; tries < SignInThrottle.TriesPerName; tries++)
        {
            await browser.SendAsync(
                "first-run",
                [.. Good, ("Answers.SetupCode", $"aaaa-bbbb-{2222 + tries}")]
            );
            Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        }

        Assert.NotNull(browser.Page.QuerySelector("#Answers-SetupCode[aria-invalid=true]"));
        Assert.Contains("settings.setup-code-wrong", browser.Words, StringComparison.Ordinal);
        // Whoever tried so often waits, even with the right one.
        await browser.SendAsync("first-run", [.. Good, ("Answers.SetupCode", Code(database))]);
        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Status);
        await using var db = database.NewEngine().OpenReader();
        Assert.False(await db.Profiles.AnyAsync(TestContext.Current.CancellationToken));
        Assert.Equal(
            SignInThrottle.TriesPerName,
            await db.AuditEntries.CountAsync(
                entry => entry.Act == "first-run" && entry.Result == "refused",
                TestContext.Current.CancellationToken
            )
        );
    }

    private static string Code(TestDatabase database) =>
        File.ReadAllText(database.Options.SetupCodeFile).Trim();

    private static async Task<WebApplication> StartAsync(TestDatabase database)
    {
        var app = FaroServer.Build(
            database.Options,
            _ => database.NewEngine(),
            "http://127.0.0.1:0",
            builder => builder.Logging.ClearProviders()
        );
        await app
            .Services.GetRequiredService<DatabaseEngine>()
            .PrepareAsync(CancellationToken.None);
        await app.Services.GetRequiredService<SetupCode>().IssueAsync(CancellationToken.None);
        await app.StartAsync();
        return app;
    }
}
