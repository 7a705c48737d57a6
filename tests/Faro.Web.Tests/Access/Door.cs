// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Access.Users;
using Faro.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Faro.Web.Tests.Access;

/// <summary>A server with a clock that the test moves, and people who can sign in.</summary>
internal sealed class Door : IAsyncDisposable
{
    public const string Password = "cuatro nubes caminan despacio";

    private readonly FaroHost _host;

    private Door(FaroHost host) => _host = host;

    public FakeClock Clock { get; private init; } = new();

    public FaroHost Host => _host;

    public static async Task<Door> OpenAsync(DatabaseKind kind)
    {
        var clock = new FakeClock();
        var host = await FaroHost.StartAsync(
            kind,
            builder => builder.Services.AddSingleton<TimeProvider>(clock)
        );
        return new Door(host) { Clock = clock };
    }

    public Browser NewBrowser() => new(_host.Address);

    public T Get<T>()
        where T : notnull => _host.Get<T>();

    /// <summary>Somebody of this role with <see cref="Password"/>.</summary>
    public async Task<Guid> AddAsync(string userName, Role role)
    {
        var made = await FaroHost.DoneAsync(
            Get<CreateUser>(),
            Actor.System,
            new CreateUserInput(userName, $"Persona {userName}", _host.AgencyId, [role.Code], "es")
            {
                ChosenPassword = new Secret(Password),
            }
        );
        return made.UserId;
    }

    public async Task<Browser> SignedInAsync(string userName, string password = Password)
    {
        var browser = NewBrowser();
        await browser.OpenAsync("/entrar");
        await SignInAsync(browser, userName, password);
        return browser;
    }

    public static Task SignInAsync(Browser browser, string userName, string password = Password) =>
        browser.SendAsync(
            "sign-in",
            ("Answers.UserName", userName),
            ("Answers.Password", password)
        );

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
