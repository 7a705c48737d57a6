// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Access.Account;
using Faro.Programme.Access.Users;
using Faro.Programme.Jobs;
using Faro.Programme.Settings;
using Faro.Programme.Vault;
using Faro.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Faro.Web.Tests.CommandLine;

/// <summary>The real server is killed while its API takes in people and a rotation of the keys runs.</summary>
public sealed class KillTests
{
    private const int Writes = 1000;
    private const int KillAfter = 400;
    private const int Clients = 32;
    private const int Keys = 12_000;

    [Theory]
    [EveryDatabase]
    public async Task A_killed_server_loses_nothing_it_acknowledged(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (caseworker, administrator) = await SetUpAsync(database);

        ConcurrentQueue<(Guid Id, string Name)> acknowledged;
        await using (var victim = await FaroProcess.ServeAsync(database.Options))
        {
            acknowledged = await WriteUntilKilledAsync(victim, caseworker);
        }

        Assert.InRange(acknowledged.Count, KillAfter, Writes - 1);
        await AssertWholeAsync(database);
        var before = await JobAsync(database);
        Assert.Equal(JobStates.Running, before.State);
        Assert.InRange(before.ChunksDone, 1, before.ChunkCount - 1);

        await using (var faro = await FaroProcess.ServeAsync(database.Options))
        {
            using var client = Client(faro, caseworker);
            var kept = await PeopleAsync(client);
            Assert.Empty(acknowledged.Select(each => each.Id).Except(kept));
            using var admin = Client(faro, administrator);
            await UntilDoneAsync(admin, before.Id);
            var (id, name) = acknowledged.Last();
            Assert.Equal(name, await NameAsync(client, id));
        }

        await AssertWholeAsync(database);
        await using var db = database.NewEngine().OpenReader();
        Assert.False(
            await db.SealedKeys.AnyAsync(
                key => key.WrappedBy == 1,
                TestContext.Current.CancellationToken
            )
        );
    }

    /// <summary>A programme with a caseworker and an administrator, many keys, and a rotation of them that waits.</summary>
    private static async Task<(string Caseworker, string Administrator)> SetUpAsync(
        TestDatabase database
    )
    {
        await using var programme = TestProgramme.StartOn(
            database,
            services => services.AddSingleton(TimeProvider.System)
        );
        var begun = await programme.DoneAsync(
            programme.Get<FirstRun>(),
            Actor.System,
            new FirstRunInput(
                new ProfileAnswers("Programa", "mx", "14067", "Puerto Vallarta", "PVR"),
                "DIF Municipal",
                "DIF",
                "public-municipal",
                "local-government",
                "Ada Invento",
                "ada",
                new Secret("cuatro nubes caminan despacio"),
                "es"
            )
        );
        var made = await programme.DoneAsync(
            programme.Get<CreateUser>(),
            Actor.System,
            new CreateUserInput("eva", "Eva Invento", begun.AgencyId, [Role.Caseworker.Code], "es")
            {
                ChosenPassword = new Secret("tres rocas cantan bajito"),
            }
        );
        await programme.WriteAsync(act =>
        {
            for (var each = 0; each < Keys; each++)
            {
                act.Db.SealedKeys.Add(act.Vault.NewKey(act.NewId()));
            }

            return Task.CompletedTask;
        });
        await programme.DoneAsync(programme.Get<RotateKeys>(), Actor.System, default);
        return (
            await TokenAsync(programme, made.UserId),
            await TokenAsync(programme, begun.UserId)
        );
    }

    private static async Task<string> TokenAsync(TestProgramme programme, Guid userId)
    {
        var user = await programme.ReadAsync(db =>
            db.Users.SingleAsync(candidate => candidate.Id == userId)
        );
        var token = await programme.DoneAsync(
            programme.Get<CreateApiToken>(),
            user.Acting(null),
            new CreateApiTokenInput("test", 1)
        );
        return token.Secret.Reveal();
    }

    /// <summary>Many clients register people; when enough were told yes, the server is killed under the others.</summary>
    private static async Task<ConcurrentQueue<(Guid Id, string Name)>> WriteUntilKilledAsync(
        FaroProcess victim,
        string token
    )
    {
        var acknowledged = new ConcurrentQueue<(Guid, string)>();
        var enough = new TaskCompletionSource();
        using var client = Client(victim, token);
        var writing = Parallel.ForEachAsync(
            Enumerable.Range(0, Writes),
            new ParallelOptions { MaxDegreeOfParallelism = Clients },
            async (number, stop) =>
            {
                var name = "Invento" + (char)('a' + (number % 26));
                using var answer = await client.PostAsJsonAsync(
                    "/api/people/register",
                    new
                    {
                        facts = new { sex = "female", status = "possible-victim" },
                        identity = new { givenNames = name, surname1 = "Prueba" },
                    },
                    stop
                );
                answer.EnsureSuccessStatusCode();
                acknowledged.Enqueue((await answer.Content.ReadFromJsonAsync<Guid>(stop), name));
                if (acknowledged.Count == KillAfter)
                {
                    enough.SetResult();
                }
            }
        );
        await Task.WhenAny(enough.Task, writing);
        await victim.KillAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => writing);
        return acknowledged;
    }

    private static HttpClient Client(FaroProcess faro, string token) =>
        new()
        {
            BaseAddress = faro.Address,
            DefaultRequestHeaders =
            {
                Authorization = new AuthenticationHeaderValue("Bearer", token),
            },
        };

    private static async Task<HashSet<Guid>> PeopleAsync(HttpClient client)
    {
        var people = new HashSet<Guid>();
        string? next = "";
        while (next is not null)
        {
            var page = await client.GetFromJsonAsync<JsonElement>(
                "/api/people?take=200" + (next.Length > 0 ? "&after=" + next : ""),
                TestContext.Current.CancellationToken
            );
            people.UnionWith(
                page.GetProperty("items")
                    .EnumerateArray()
                    .Select(row => row.GetProperty("id").GetGuid())
            );
            next = page.GetProperty("next").GetString();
        }

        return people;
    }

    private static async Task<string?> NameAsync(HttpClient client, Guid id)
    {
        using var answer = await client.PostAsync(
            new Uri($"/api/people/{id}/read-identity", UriKind.Relative),
            null,
            TestContext.Current.CancellationToken
        );
        var reading = await answer.Content.ReadFromJsonAsync<JsonElement>(
            TestContext.Current.CancellationToken
        );
        return reading.GetProperty("identity").GetProperty("givenNames").GetString();
    }

    private static async Task UntilDoneAsync(HttpClient admin, Guid job)
    {
        string? state;
        do
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            var row = await admin.GetFromJsonAsync<JsonElement>(
                $"/api/jobs/{job}",
                TestContext.Current.CancellationToken
            );
            state = row.GetProperty("state").GetString();
        } while (state is JobStates.Queued or JobStates.Running);

        Assert.Equal(JobStates.Done, state);
    }

    private static async Task<Job> JobAsync(TestDatabase database)
    {
        await using var db = database.NewEngine().OpenReader();
        return await db.Jobs.SingleAsync(TestContext.Current.CancellationToken);
    }

    private static async Task AssertWholeAsync(TestDatabase database)
    {
        var (code, _, error) = await FaroProcess.RunAsync(database.Options, "verify");
        Assert.True(code == 0, error);
    }
}
