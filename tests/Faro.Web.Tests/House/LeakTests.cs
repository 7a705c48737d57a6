// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using System.Text;
using Faro.Programme.Access;
using Faro.Programme.People;
using Faro.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Faro.Web.Tests.House;

/// <summary>No personal value reaches a log, an address, an error page, the audit or the database in clear.</summary>
public sealed class LeakTests
{
    private const string GivenNames = "Xiomarabel";
    private const string Surname = "Quetzalmorán";
    private const string Document = "ZZQM800101MJCXRN07";
    private const string Phone = "+523221987654";

    [Fact]
    [Trait("Rule", "R16")]
    public async Task No_personal_value_is_found_where_it_must_not_be()
    {
        var lines = new ConcurrentQueue<string>();
        await using var host = await FaroHost.StartAsync(
            DatabaseKind.Sqlite,
            builder =>
            {
                builder
                    .Logging.ClearProviders()
                    .SetMinimumLevel(LogLevel.Trace)
                    .AddProvider(new Ear(lines));
                builder.Logging.AddFilter((_, _) => true);
            }
        );
        var caseworker = host.ActorOf(Role.Caseworker);
        var register = host.Services.GetRequiredService<RegisterPerson>();
        var registered = await register.RunAsync(
            caseworker,
            new RegisterPersonInput(
                Facts: new PersonFacts { Sex = "female", Status = "possible-victim" },
                Identity: new PersonIdentity
                {
                    GivenNames = GivenNames,
                    Surname1 = Surname,
                    Documents = [new IdentityDocument("curp", Document, "mx")],
                    Phones = [new IdentityPhone(Phone)],
                }
            ),
            TestContext.Current.CancellationToken
        );
        Assert.True(registered.Done, string.Join(", ", registered.Refusals));

        var pages = new StringBuilder();
        using var client = host.As(Role.Caseworker);
        string[] paths =
        [
            "/",
            "/personas",
            $"/personas/{registered.Value}",
            "/no-hay-nada-aqui",
            "/error/500",
            "/auditoria",
            "/api/people",
            $"/api/people/{registered.Value}",
        ];
        foreach (var path in paths)
        {
            using var answer = await client.GetAsync(
                new Uri(path, UriKind.Relative),
                TestContext.Current.CancellationToken
            );
            pages.Append(
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            );
        }

        Assert.NotEmpty(lines);
        AssertSilent("the log", string.Join('\n', lines));
        AssertSilent("the pages that show no identity", pages.ToString());
        foreach (var file in Directory.EnumerateFiles(host.DataFolder, "faro.db*"))
        {
            AssertSilent(Path.GetFileName(file), await ReadSharedAsync(file));
        }
    }

    private static void AssertSilent(string where, string text)
    {
        foreach (var value in new[] { GivenNames, Surname, Document, Phone, Phone[3..] })
        {
            Assert.False(
                text.Contains(value, StringComparison.OrdinalIgnoreCase),
                $"A personal value of {value.Length} letters stands in {where}"
            );
        }
    }

    private static async Task<string> ReadSharedAsync(string file)
    {
        await using var stream = new FileStream(
            file,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return Encoding.UTF8.GetString(copy.ToArray());
    }

    /// <summary>Hears every line at every level.</summary>
    private sealed class Ear(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
