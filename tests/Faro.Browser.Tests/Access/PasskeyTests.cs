// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Access.Users;
using Faro.Tests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Faro.Browser.Tests.Access;

/// <summary>Passkeys with the virtual authenticator of Chromium: the one thing here that needs script.</summary>
public sealed class PasskeyTests(BrowserHost browser)
{
    private const string Password = "cuatro nubes caminan despacio";

    [Fact]
    public async Task A_passkey_is_made_signs_in_and_is_taken_away()
    {
        var page = await browser.PageAsync(null);
        await AddAsync("llave");
        await page.GotoAsync($"{Site}/entrar");
        await WithAuthenticatorAsync(page);

        await page.FillAsync("[name='Answers.UserName']", "llave");
        await page.FillAsync("[name='Answers.Password']", Password);
        await page.ClickAsync("form:has([name='Answers.Password']) button[type=submit]");
        await page.GotoAsync($"{Site}/cuenta/llaves");
        await page.FillAsync("[name='Answers.Name']", "mi teléfono");
        await page.ClickAsync("form[data-passkey=create] button[type=submit]");
        await Assertions.Expect(page.Locator("table")).ToContainTextAsync("mi teléfono");

        await SignOutAsync(page);
        await page.GotoAsync($"{Site}/entrar?volver=%2Fcuenta");
        await page.ClickAsync("form[data-passkey=get] button[type=submit]");
        await page.WaitForURLAsync($"{Site}/cuenta");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("llave de acceso");

        await page.GotoAsync($"{Site}/cuenta/llaves");
        await page.ClickAsync("table form button");
        await Assertions.Expect(page.Locator("main .empty")).ToBeVisibleAsync();
        await SignOutAsync(page);
        await page.GotoAsync($"{Site}/entrar");
        await page.ClickAsync("form[data-passkey=get] button[type=submit]");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("access.passkey-refused");
    }

    [Fact]
    public async Task Without_a_passkey_the_page_says_what_else_there_is()
    {
        var page = await browser.PageAsync(null);
        await page.GotoAsync($"{Site}/entrar");
        await WithAuthenticatorAsync(page, present: false);

        await page.ClickAsync("form[data-passkey=get] button[type=submit]");

        await Assertions
            .Expect(page.Locator(".passkey-problem"))
            .ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    /// <summary>Passkeys belong to a name and never to an address.</summary>
    private string Site => $"http://localhost:{browser.Host.Address.Port}";

    private Task<NewUser> AddAsync(string userName) =>
        FaroHost.DoneAsync(
            browser.Host.Get<CreateUser>(),
            Actor.System,
            new CreateUserInput(
                userName,
                "Persona con llave",
                browser.Host.AgencyId,
                [Role.Trainer.Code],
                "es"
            )
            {
                ChosenPassword = new Secret(Password),
            }
        );

    private static async Task SignOutAsync(IPage page)
    {
        await page.ClickAsync(".account > summary");
        await page.ClickAsync("form[action='/salir'] button");
    }

    private static async Task WithAuthenticatorAsync(IPage page, bool present = true)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["options"] = new
                {
                    protocol = "ctap2",
                    transport = "internal",
                    hasResidentKey = true,
                    hasUserVerification = true,
                    isUserVerified = present,
                    automaticPresenceSimulation = true,
                },
            }
        );
    }
}
