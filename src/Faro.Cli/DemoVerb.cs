// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Faro.Programme.Demo;
using Faro.Programme.Jobs;
using Faro.Programme.Storage;
using Faro.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Faro.Cli;

/// <summary><c>faro demo</c>: a server full of invented people and facts, with an account for every role.</summary>
internal static class DemoVerb
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static Command Create()
    {
        var data = new Option<string>("--data")
        {
            Description = Words.Get("Demo.Folder"),
            DefaultValueFactory = _ => Path.Combine(".faro", "demo"),
        };
        var port = new Option<int>("--port")
        {
            Description = Words.Get("Demo.Port"),
            DefaultValueFactory = _ => 5080,
        };
        var json = new Option<bool>("--json") { Description = Words.Get("Demo.Json") };
        var scale = new Option<int?>("--scale")
        {
            Description = Words.Get("Demo.Scale", DemoSize.Usual, DemoSize.Most),
        };
        var seed = new Option<ulong?>("--seed") { Description = Words.Get("Demo.Seed") };
        var postgres = new Option<string?>("--postgres")
        {
            Description = Words.Get("Data.Postgres"),
        };
        port.Within(0, 65535);
        scale.Within(1, DemoSize.Most);
        var verb = new Command("demo", Words.Get("Demo.Description"))
        {
            port,
            data,
            json,
            scale,
            seed,
            postgres,
        };
        verb.SetAction(
            (parsed, cancellation) =>
                DataOptions.SayAsync(() =>
                    RunAsync(
                        new DemoOrder(
                            new FaroOptions
                            {
                                DataFolder = Path.GetFullPath(parsed.GetValue(data)!),
                                PostgresConnection = parsed.GetValue(postgres),
                                Demo = true,
                            },
                            parsed.GetValue(port),
                            parsed.GetValue(json),
                            parsed.GetValue(scale),
                            parsed.GetValue(seed)
                        ),
                        cancellation
                    )
                )
        );
        return verb;
    }

    private static async Task<int> RunAsync(DemoOrder order, CancellationToken cancellation)
    {
        using var folder = DemoFolder.Take(order.Options.DataFolder);
        await using var app = FaroServer.Build(
            order.Options,
            log => ServeVerb.Engine(order.Options, log),
            // Port 0 is any free one, which only an address without a name can take.
            order.Port == 0
                ? "http://127.0.0.1:0"
                : $"http://localhost:{order.Port.ToString(CultureInfo.InvariantCulture)}",
            builder =>
            {
                builder.Services.AddJobRunner();
                DemoProgramme.AddTo(builder.Services);
            }
        );
        var line = order.Json ? null : ProgressLine.OnTerminal();
        var progress = line is null ? null : new DemoProgressLine(line);
        var card = await app
            .Services.GetRequiredService<DemoProgramme>()
            .OpenAsync(folder, order.Seed, order.Scale, progress, cancellation);
        line?.Clear();
        await app.StartAsync(cancellation);
        var url = app.Urls.First();
        await AnswerAsync(url, cancellation);
        Print(order, url, card);
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    /// <summary>Waits until the server says of itself that it is ready.</summary>
    private static async Task AnswerAsync(string url, CancellationToken cancellation)
    {
        using var client = new HttpClient { Timeout = Patience };
        using var answer = await client.GetAsync(new Uri(url + "/health/ready"), cancellation);
        answer.EnsureSuccessStatusCode();
    }

    private static void Print(DemoOrder order, string url, DemoCard card)
    {
        if (order.Json)
        {
            Console.WriteLine(
                JsonSerializer.Serialize(
                    new { url, accounts = card.Accounts },
                    JsonSerializerOptions.Web
                )
            );
            return;
        }

        Console.WriteLine(Words.Get("Demo.Ready", url, card.People, order.Options.DataFolder));
        Console.WriteLine();
        var user = card.Accounts.Max(account => account.User.Length) + 2;
        var password = card.Accounts.Max(account => account.Password.Length) + 2;
        Console.WriteLine(
            Words.Get("Demo.User").PadRight(user)
                + Words.Get("Demo.Password").PadRight(password)
                + Words.Get("Demo.Token")
        );
        foreach (var account in card.Accounts)
        {
            Console.WriteLine(
                account.User.PadRight(user) + account.Password.PadRight(password) + account.Token
            );
        }
    }
}

/// <summary>What was asked for.</summary>
/// <param name="Options">Where the data go.</param>
/// <param name="Port">0 for any free one.</param>
/// <param name="Json">One line for a program instead of a table for a person.</param>
/// <param name="Scale">People; null for what is there, else the usual number.</param>
/// <param name="Seed">Null for what is there, else the usual one.</param>
internal sealed record DemoOrder(FaroOptions Options, int Port, bool Json, int? Scale, ulong? Seed);

/// <summary>Says on a terminal how far the making is, and how long the rest may take at the pace until now.</summary>
internal sealed class DemoProgressLine(ProgressLine line) : IProgress<double>
{
    /// <summary>The first batches tell little of the pace.</summary>
    private const double Soonest = 0.02;

    private readonly long _begun = Stopwatch.GetTimestamp();

    public void Report(double value)
    {
        var share = value.ToString("P0", CultureInfo.CurrentCulture);
        var left = Stopwatch.GetElapsedTime(_begun) * ((1 - value) / Math.Max(value, Soonest));
        line.Show(
            value < Soonest
                ? Words.Get("Demo.Making", share)
                : Words.Get(
                    "Demo.MakingLeft",
                    share,
                    left.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture)
                )
        );
    }
}
