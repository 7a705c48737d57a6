// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using Faro.Programme.Demo;
using Faro.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Faro.Programme.Tests.Demo;

/// <summary>A demonstration without a server, in a folder that goes at the end.</summary>
internal sealed class DemoStage : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private DemoStage(TestDatabase database)
    {
        _database = database;
        Programme = TestProgramme.StartOn(
            database,
            services =>
            {
                services.AddSingleton(database.Options with { Demo = true });
                services.AddLogging(logging =>
                    logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log)
                );
                DemoProgramme.AddTo(services);
            }
        );
    }

    public TestProgramme Programme { get; }

    public Lines Log { get; } = new();

    public string Folder => _database.Folder;

    public static async Task<DemoStage> SetAsync(DatabaseKind kind) =>
        new(await TestDatabase.CreateEmptyAsync(kind));

    /// <summary>As one start of <c>faro demo</c>.</summary>
    public async Task<DemoCard> OpenAsync(int? people = null, ulong? seed = null)
    {
        using var folder = DemoFolder.Take(Folder);
        return await Programme
            .Get<DemoProgramme>()
            .OpenAsync(folder, seed, people, null, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Programme.DisposeAsync();
        await _database.DisposeAsync();
        Log.Dispose();
    }

    /// <summary>Every line that anybody logged.</summary>
    internal sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public string Text => string.Join('\n', _lines);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => _lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose() => _lines.Clear();
    }
}
