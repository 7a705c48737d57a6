// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Faro.Tests.Support;

/// <summary>A whole programme on a database of its own, without a web server.</summary>
public sealed class TestProgramme : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly bool _ownsDatabase;

    private TestProgramme(
        TestDatabase database,
        bool ownsDatabase,
        Action<IServiceCollection>? more
    )
    {
        (Database, _ownsDatabase) = (database, ownsDatabase);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLogging();
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        services.AddFaroProgramme(database.Options, database.NewEngine());
        services.AddSingleton<TestRead>();
        services.AddSingleton<TestWrite>();
        more?.Invoke(services);
        _services = services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true }
        );
    }

    public TestDatabase Database { get; }

    public FakeClock Clock { get; } = new();

    public IServiceProvider Services => _services;

    /// <summary>The agency of <see cref="As(Role)"/>; no row of it is made.</summary>
    public Guid AgencyId { get; } = new("00000000-0000-7000-8000-00000000a001");

    /// <param name="kind">Which database.</param>
    /// <param name="more">Further services, or replacements.</param>
    public static async Task<TestProgramme> StartAsync(
        DatabaseKind kind,
        Action<IServiceCollection>? more = null
    ) => new(await TestDatabase.CreateAsync(kind), ownsDatabase: true, more);

    /// <summary>On a database that outlives the programme, as after a restart.</summary>
    public static TestProgramme StartOn(
        TestDatabase database,
        Action<IServiceCollection>? more = null
    ) => new(database, ownsDatabase: false, more);

    /// <summary>Somebody with this role, of <see cref="AgencyId"/>; always the same user id for a role.</summary>
    public Actor As(Role role) => As(role, AgencyId);

    public Actor As(Role role, Guid? agency)
    {
        var number = Role.All.Index().First(each => each.Item == role).Index + 1;
        return new Actor(
            new Guid(number, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 1]),
            null,
            agency,
            [role]
        );
    }

    /// <summary>A service or an operation that is one for all.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<Outcome<TResult>> RunAsync<TInput, TResult>(
        Operation<TInput, TResult> operation,
        Actor actor,
        TInput input
    ) => operation.RunAsync(actor, input, TestContext.Current.CancellationToken);

    /// <summary>Runs it and fails the test, naming the refusals, unless it was done.</summary>
    public async Task<TResult> DoneAsync<TInput, TResult>(
        Operation<TInput, TResult> operation,
        Actor actor,
        TInput input
    )
    {
        var outcome = await RunAsync(operation, actor, input);
        Assert.True(outcome.Done, string.Join(", ", outcome.Refusals));
        return outcome.Value;
    }

    /// <summary>Changes the database as the programme itself, audit and all.</summary>
    public Task WriteAsync(Func<Act, Task> write) =>
        DoneAsync<Func<Act, Task<Outcome<Done>>>, Done>(
            Get<TestWrite>(),
            Actor.System,
            async act =>
            {
                await write(act);
                return default(Done);
            }
        );

    /// <summary>What a screen would read.</summary>
    public async Task<T> ReadAsync<T>(Func<FaroDb, Task<T>> read)
    {
        await using var db = Get<DatabaseEngine>().OpenReader();
        return await read(db);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_ownsDatabase)
        {
            await Database.DisposeAsync();
        }
    }
}
