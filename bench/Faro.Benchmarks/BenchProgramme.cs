// SPDX-License-Identifier: Apache-2.0
using Faro.Cli;
using Faro.Programme;
using Faro.Programme.Demo;
using Faro.Programme.Storage;
using Faro.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Faro.Benchmarks;

/// <summary>
/// A programme full of invented people, kept between runs in <c>FARO_BENCH_DATA</c> (a temporary folder when not said), one
/// folder per size. On PostgreSQL when <c>FARO_BENCH_POSTGRES</c> names an empty database.
/// </summary>
internal sealed class BenchProgramme : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DemoFolder _folder;

    private BenchProgramme(WebApplication app, DemoFolder folder, DemoCard card) =>
        (_app, _folder, Card) = (app, folder, card);

    public DemoCard Card { get; }

    public IServiceProvider Services => _app.Services;

    public static string? Postgres => Environment.GetEnvironmentVariable("FARO_BENCH_POSTGRES");

    public static string DatabaseName => Postgres is null ? "sqlite" : "postgresql";

    /// <summary>Sizes from <c>FARO_BENCH_PEOPLE</c>, as in <c>10000 1000000</c>.</summary>
    public static IEnumerable<int> Sizes() =>
        (Environment.GetEnvironmentVariable("FARO_BENCH_PEOPLE") ?? "10000")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(text => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Where the programme of one size is kept.</summary>
    public static string Folder(int people) =>
        Path.Combine(
            Environment.GetEnvironmentVariable("FARO_BENCH_DATA")
                ?? Path.Combine(Path.GetTempPath(), "faro-bench"),
            $"{DatabaseName}-{people}"
        );

    public static async Task<BenchProgramme> OpenAsync(int people)
    {
        var options = new FaroOptions
        {
            DataFolder = Folder(people),
            PostgresConnection = Postgres,
            Demo = true,
            // One caller asks as many would.
            RequestsPerMinute = int.MaxValue,
        };
        Directory.CreateDirectory(options.DataFolder);
        var folder = DemoFolder.Take(options.DataFolder);
        var app = FaroServer.Build(
            options,
            log => ServeVerb.Engine(options, log),
            "http://127.0.0.1:0",
            builder =>
            {
                builder.Logging.ClearProviders();
                DemoProgramme.AddTo(builder.Services);
            }
        );
        var card = await app
            .Services.GetRequiredService<DemoProgramme>()
            .OpenAsync(folder, null, people, null, CancellationToken.None);
        return new BenchProgramme(app, folder, card);
    }

    /// <summary>Lets the server answer; gives its address.</summary>
    public async Task<string> ServeAsync()
    {
        await _app.StartAsync();
        return _app.Urls.First();
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public FaroDb Reader() => Get<DatabaseEngine>().OpenReader();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
