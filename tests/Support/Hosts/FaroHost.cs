// SPDX-License-Identifier: Apache-2.0
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Agencies;
using Faro.Programme.Cases;
using Faro.Programme.Demo;
using Faro.Programme.Jobs;
using Faro.Programme.People;
using Faro.Programme.Settings;
using Faro.Programme.Storage;
using Faro.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Faro.Tests.Support;

/// <summary>
/// The real server on a free port, with a database of its own, one agency and one person for every role. A request goes as
/// somebody by that person's API token, on pages as well as on the API; pages still ask for the form's own token.
/// </summary>
public sealed class FaroHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestDatabase _database;
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> _users = new(StringComparer.Ordinal);

    private FaroHost(WebApplication app, TestDatabase database) =>
        (_app, _database) = (app, database);

    /// <summary>The server itself, for tests that ask it for its routes.</summary>
    public WebApplication App => _app;

    public Uri Address => new(_app.Urls.First());

    public IServiceProvider Services => _app.Services;

    public Guid AgencyId { get; private set; }

    public static async Task<FaroHost> StartAsync(
        DatabaseKind kind,
        Action<WebApplicationBuilder>? more = null
    )
    {
        var database = await TestDatabase.CreateAsync(kind);
        var app = FaroServer.Build(
            database.Options,
            _ => database.NewEngine(),
            "http://127.0.0.1:0",
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton<TestWrite>();
                more?.Invoke(builder);
            }
        );
        var host = new FaroHost(app, database);
        await app
            .Services.GetRequiredService<DatabaseEngine>()
            .PrepareAsync(CancellationToken.None);
        await host.SeedAsync();
        await app.StartAsync();
        return host;
    }

    /// <summary>The demonstration, with the accounts that it hands out: its pages have something on them.</summary>
    public static async Task<FaroHost> StartDemoAsync(CancellationToken cancellation)
    {
        var database = await TestDatabase.CreateEmptyAsync(DatabaseKind.Sqlite);
        var app = FaroServer.Build(
            database.Options with
            {
                Demo = true,
            },
            _ => database.NewEngine(),
            "http://127.0.0.1:0",
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddJobRunner();
                DemoProgramme.AddTo(builder.Services);
            }
        );
        var host = new FaroHost(app, database);
        using (var folder = DemoFolder.Take(database.Folder))
        {
            var card = await app
                .Services.GetRequiredService<DemoProgramme>()
                .OpenAsync(folder, null, null, null, cancellation);
            foreach (var account in card.Accounts)
            {
                host._tokens[account.Role] = account.Token;
            }
        }

        await app.StartAsync(cancellation);
        return host;
    }

    /// <summary>The folder of the embedded database.</summary>
    public string DataFolder => _database.Folder;

    /// <summary>The person of this role, for operations run beside the web.</summary>
    public Actor ActorOf(Role role) =>
        new(_users[role.Code], null, AgencyId, [role]) { Compartments = CompartmentsOf(role) };

    /// <summary>The API token of the person of this role.</summary>
    public string TokenOf(Role role) => _tokens[role.Code];

    /// <summary>Nobody in particular.</summary>
    public HttpClient AsPublic() =>
        new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>The person of this role; keeps cookies, follows no redirect.</summary>
    public HttpClient As(Role role)
    {
        var client = AsPublic();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            _tokens[role.Code]
        );
        return client;
    }

    /// <summary>Somebody of another agency, made now.</summary>
    public async Task<HttpClient> AsGuestAsync(Role role, Guid agency)
    {
        var key = $"guest-{role.Code}";
        await WriteAsync(act => AddUserAsync(act, role, agency, key));
        var client = AsPublic();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            _tokens[key]
        );
        return client;
    }

    /// <summary>The user of the person of that guest.</summary>
    public Guid GuestId(Role role) => _users[$"guest-{role.Code}"];

    /// <summary>A service or an operation that is one for all.</summary>
    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Runs an operation beside the web, and fails the test, naming the refusals, unless it was done.</summary>
    public static async Task<TResult> DoneAsync<TInput, TResult>(
        Operation<TInput, TResult> operation,
        Actor actor,
        TInput input
    )
    {
        var outcome = await operation.RunAsync(actor, input, TestContext.Current.CancellationToken);
        Assert.True(outcome.Done, string.Join(", ", outcome.Refusals));
        return outcome.Value;
    }

    /// <summary>The caseworker's case of a possible victim.</summary>
    public Task<Guid> OpenCaseAsync(string ageBand = "") =>
        DoneAsync(
            Get<RegisterLead>(),
            ActorOf(Role.Caseworker),
            new RegisterLeadInput(
                new PersonFacts
                {
                    Sex = "female",
                    Status = "possible-victim",
                    AgeBand = ageBand,
                },
                null,
                "hotline"
            )
        );

    public Task WriteAsync(Func<Act, Task> write) =>
        Get<TestWrite>()
            .RunAsync(
                Actor.System,
                async act =>
                {
                    await write(act);
                    return default(Done);
                }
            );

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>Whoever works on cases does social work.</summary>
    private static List<string> CompartmentsOf(Role role) =>
        role.Permissions.Contains(Permissions.WorkCases) ? [Compartments.Social] : [];

    private Task SeedAsync() =>
        WriteAsync(async act =>
        {
            var agency = new Agency
            {
                Id = act.NewId(),
                Name = "Refugio de prueba",
                ShortName = "Refugio",
                Sector = "social",
                Kind = "ngo",
                CreatedAt = act.Now,
            };
            AgencyId = agency.Id;
            act.Db.Agencies.Add(agency);
            act.Db.Profiles.Add(
                new ProgrammeProfile
                {
                    Id = act.NewId(),
                    Name = "Programa de prueba",
                    Country = "mx",
                    Territory = "14067",
                    TerritoryName = "Puerto Vallarta",
                    NumberPrefix = "PVR",
                    ImpactAssessedOn = new DateOnly(2026, 1, 15),
                    ImpactReference = "EIPD-2026-01",
                    CreatedAt = act.Now,
                }
            );
            foreach (var role in Role.All)
            {
                await AddUserAsync(act, role, AgencyId, role.Code);
            }
        });

    private async Task AddUserAsync(Act act, Role role, Guid agency, string name)
    {
        var user = new User
        {
            Id = act.NewId(),
            UserName = name,
            DisplayName = $"Persona {name}",
            AgencyId = agency,
            RoleCodes = [role.Code],
            Compartments = CompartmentsOf(role),
            CreatedAt = act.Now,
        };
        var made = await act.Get<UserManager<User>>().CreateAsync(user);
        if (!made.Succeeded)
        {
            throw new InvalidOperationException($"Bug in Faro: {made}");
        }

        var secret = "faro_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        act.Db.ApiTokens.Add(
            new ApiToken
            {
                Id = act.NewId(),
                UserId = user.Id,
                Name = "test",
                Hash = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret)),
                CreatedAt = act.Now,
                ExpiresAt = act.Now.AddDays(1),
            }
        );
        _tokens[name] = secret;
        _users[name] = user.Id;
    }
}
