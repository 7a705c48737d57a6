// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Access.Users;
using Faro.Programme.Cases;
using Faro.Programme.Storage;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Faro.Browser.Tests;

/// <summary>A caseworker who signs in as people do.</summary>
internal sealed record StaffAccount(string UserName, Actor Actor)
{
    private const string Password = "cuatro nubes caminan despacio";

    public static async Task<StaffAccount> CreateAsync(FaroHost host, string user)
    {
        await FaroHost.DoneAsync(
            host.Get<CreateUser>(),
            Actor.System,
            new CreateUserInput(user, "Trabajo social", host.AgencyId, [Role.Caseworker.Code], "es")
            {
                Compartments = [Compartments.Social],
                ChosenPassword = new Secret(Password),
            }
        );
        await using var db = host.Get<DatabaseEngine>().OpenReader();
        var account = await db.Users.SingleAsync(
            each => each.UserName == user,
            TestContext.Current.CancellationToken
        );
        return new StaffAccount(user, account.Acting(null));
    }

    public async Task SignInAsync(IPage page, string? first = null)
    {
        await page.GotoAsync(first ?? "/entrar");
        await page.FillAsync("[name='Answers.UserName']", UserName);
        await page.FillAsync("[name='Answers.Password']", Password);
        await page.ClickAsync("form:has([name='Answers.Password']) button[type=submit]");
        await page.WaitForURLAsync(url => !url.Contains("/entrar", StringComparison.Ordinal));
    }
}
