// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Faro.Programme.Jobs;
using Faro.Programme.Postgres;
using Faro.Programme.Settings;
using Faro.Programme.Sqlite;
using Faro.Programme.Storage;
using Faro.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Faro.Cli;

/// <summary><c>faro serve</c>: the web server and its jobs, in one process.</summary>
internal static class ServeVerb
{
    public static Command Create()
    {
        var data = new DataOptions();
        var urls = new Option<string>("--urls")
        {
            Description = Words.Get("Serve.Urls"),
            DefaultValueFactory = _ => "http://localhost:5080",
        };
        var verb = new Command("serve", Words.Get("Serve.Description")) { urls };
        data.AddTo(verb);
        verb.SetAction(
            (parsed, cancellation) =>
                DataOptions.SayAsync(async () =>
                {
                    var options = data.Read(parsed);
                    var app = FaroServer.Build(
                        options,
                        log => Engine(options, log),
                        parsed.GetValue(urls)!,
                        builder => builder.Services.AddJobRunner()
                    );
                    await app
                        .Services.GetRequiredService<FaroStart>()
                        .PrepareAsync(serving: true, cancellation);
                    var code = await app
                        .Services.GetRequiredService<SetupCode>()
                        .IssueAsync(cancellation);
                    await app.StartAsync(cancellation);
                    // To standard output: the log, which others may collect, goes to standard error.
                    Console.WriteLine(Words.Get("Serve.Ready", app.Urls.First()));
                    if (code is { } secret)
                    {
                        Console.WriteLine(
                            Words.Get("Serve.SetupCode", secret.Reveal(), options.SetupCodeFile)
                        );
                    }

                    await app.WaitForShutdownAsync(cancellation);
                    return 0;
                })
        );
        return verb;
    }

    public static DatabaseEngine Engine(FaroOptions options, ILoggerFactory log) =>
        options.PostgresConnection is { } connection
            ? new PostgresEngine(connection)
            : new SqliteEngine(options.DatabaseFile, log.CreateLogger<SqliteEngine>());
}
