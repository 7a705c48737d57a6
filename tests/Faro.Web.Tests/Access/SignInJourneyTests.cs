// SPDX-License-Identifier: Apache-2.0
using System.Net;
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Access.Users;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Faro.Web.Tests.Access;

public sealed class SignInJourneyTests
{
    [Theory]
    [EveryDatabase]
    public async Task The_right_password_opens_the_page_that_was_asked_for(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        await door.AddAsync("marta", Role.Caseworker);
        using var browser = door.NewBrowser();

        await browser.OpenAsync("/cuenta");
        Assert.StartsWith("/entrar?volver=", browser.Path, StringComparison.Ordinal);
        await Door.SignInAsync(browser, "Marta");

        Assert.Equal("/cuenta", browser.Path);
        Assert.Contains("Persona marta", browser.Words, StringComparison.Ordinal);
    }

    [Theory]
    [EveryDatabase]
    public async Task After_five_wrong_passwords_the_right_one_must_wait(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        await door.AddAsync("marta", Role.Caseworker);
        using var browser = door.NewBrowser();
        await browser.OpenAsync("/entrar");
        for (var wrong = 0; wrong < User.TriesBeforePause; wrong++)
        {
            await Door.SignInAsync(browser, "marta", "not the password");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        }

        await Door.SignInAsync(browser, "marta");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);

        door.Clock.Advance(TimeSpan.FromMinutes(User.PauseMinutes));
        await Door.SignInAsync(browser, "marta");
        Assert.Equal("/", browser.Path);
    }

    [Fact]
    public async Task An_unknown_name_is_answered_as_a_wrong_password_is()
    {
        await using var door = await Door.OpenAsync(DatabaseKind.Sqlite);
        await door.AddAsync("marta", Role.Caseworker);
        using var browser = door.NewBrowser();
        await browser.OpenAsync("/entrar");

        await Door.SignInAsync(browser, "marta", "not the password");
        var known = browser.Page.QuerySelector("[role=alert]")!.TextContent;
        await Door.SignInAsync(browser, "nobody", "not the password");

        Assert.Equal(known, browser.Page.QuerySelector("[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task One_address_cannot_knock_at_one_name_for_ever()
    {
        await using var door = await Door.OpenAsync(DatabaseKind.Sqlite);
        using var browser = door.NewBrowser();
        await browser.OpenAsync("/entrar");
        for (var knock = 0; knock < 10; knock++)
        {
            await Door.SignInAsync(browser, "nobody", "x");
        }

        await Door.SignInAsync(browser, "nobody", "x");

        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Status);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/")]
    [InlineData("/\\example.org")]
    public async Task Signing_in_never_leads_to_another_site(string back)
    {
        await using var door = await Door.OpenAsync(DatabaseKind.Sqlite);
        await door.AddAsync("marta", Role.Caseworker);
        using var browser = door.NewBrowser();

        await browser.OpenAsync("/entrar?volver=" + Uri.EscapeDataString(back));
        await Door.SignInAsync(browser, "marta");

        Assert.Equal("/", browser.Path);
    }

    [Fact]
    public async Task A_form_without_its_token_is_not_taken()
    {
        await using var door = await Door.OpenAsync(DatabaseKind.Sqlite);
        await door.AddAsync("marta", Role.Caseworker);
        using var client = door.Host.AsPublic();
        foreach (var path in new[] { "/entrar", "/salir", "/entrar/llave/opciones" })
        {
            using var form = new FormUrlEncodedContent(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["_handler"] = "sign-in",
                    ["Answers.UserName"] = "marta",
                    ["Answers.Password"] = Door.Password,
                }
            );
            using var answer = await client.PostAsync(
                new Uri(path, UriKind.Relative),
                form,
                TestContext.Current.CancellationToken
            );
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task Signing_out_everywhere_ends_the_other_browser_at_once(DatabaseKind kind)
    {
        await using var door = await Door.OpenAsync(kind);
        await door.AddAsync("marta", Role.Caseworker);
        using var one = await door.SignedInAsync("marta");
        using var other = await door.SignedInAsync("marta");
        await other.OpenAsync("/cuenta");
        Assert.Equal("/cuenta", other.Path);

        await one.OpenAsync("/cuenta");
        await one.SendAsync("end-all");

        Assert.Equal("/entrar", one.Path);
        await other.OpenAsync("/cuenta");
        Assert.StartsWith("/entrar", other.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ends_after_an_hour_without_use_and_after_twelve_in_any_case()
    {
        await using var door = await Door.OpenAsync(DatabaseKind.Sqlite);
        await door.AddAsync("marta", Role.Caseworker);
        using var idle = await door.SignedInAsync("marta");
        using var busy = await door.SignedInAsync("marta");
        for (var hour = 0; hour < 11; hour++)
        {
            door.Clock.Advance(TimeSpan.FromMinutes(55));
            await busy.OpenAsync("/cuenta");
            Assert.Equal("/cuenta", busy.Path);
        }

        await idle.OpenAsync("/cuenta");
        Assert.StartsWith("/entrar", idle.Path, StringComparison.Ordinal);
        for (var half = 0; half < 4; half++)
        {
            door.Clock.Advance(TimeSpan.FromMinutes(30));
            await busy.OpenAsync("/cuenta");
        }

        Assert.StartsWith("/entrar", busy.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_an_account_ends_its_session_at_once()
    {
        await using var door = await Door.OpenAsync(DatabaseKind.Sqlite);
        var id = await door.AddAsync("marta", Role.Caseworker);
        using var browser = await door.SignedInAsync("marta");

        await door.Get<CloseUser>()
            .RunAsync(Actor.System, new CloseUserInput(id), TestContext.Current.CancellationToken);

        await browser.OpenAsync("/cuenta");
        Assert.StartsWith("/entrar", browser.Path, StringComparison.Ordinal);
        await Door.SignInAsync(browser, "marta");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
    }

    [Fact]
    public async Task Signing_out_leaves_nothing_that_opens()
    {
        await using var door = await Door.OpenAsync(DatabaseKind.Sqlite);
        await door.AddAsync("marta", Role.Caseworker);
        using var browser = await door.SignedInAsync("marta");

        await browser.OpenAsync("/cuenta");
        await browser.SendToAsync("/salir");

        await browser.OpenAsync("/cuenta");
        Assert.StartsWith("/entrar", browser.Path, StringComparison.Ordinal);
        await using var scope = door.Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FaroDb>();
        Assert.All(
            await db.Sessions.ToListAsync(TestContext.Current.CancellationToken),
            session => Assert.NotNull(session.EndedAt)
        );
    }

    [Fact]
    public async Task A_new_account_must_choose_a_password_of_its_own()
    {
        await using var door = await Door.OpenAsync(DatabaseKind.Sqlite);
        await door.AddAsync("ada", Role.Administrator);
        using var admin = await door.SignedInAsync("ada");
        await admin.OpenAsync("/usuarios/nuevo");
        await admin.SendAsync(
            "new-user",
            ("Answers.DisplayName", "Persona nueva"),
            ("Answers.UserName", "nueva"),
            ("Answers.AgencyId", door.Host.AgencyId.ToString()),
            ("Answers.RoleCodes", "caseworker"),
            ("Answers.RoleCodes", "trainer"),
            ("Answers.Language", "en")
        );
        var temporary = admin.Page.QuerySelector("#temporary")!.TextContent;

        using var browser = await door.SignedInAsync("nueva", temporary);
        Assert.StartsWith("/entrar/cambiar-contrasena", browser.Path, StringComparison.Ordinal);
        await browser.SendAsync("new-password", ("Answers.Password", "persona nueva"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("access.password-weak", browser.Words, StringComparison.Ordinal);
        await browser.SendAsync("new-password", ("Answers.Password", "tres gatos miran un reloj"));

        Assert.Equal("/", browser.Path);
        Assert.Equal("en", browser.Page.DocumentElement.GetAttribute("lang"));
        using var again = await door.SignedInAsync("nueva", temporary);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
    }
}
