// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;

namespace Faro.Benchmarks;

/// <summary>
/// <c>--pages [SECONDS [CALLERS]]</c>: the real server on loopback, its list of people asked for over and over. The caller
/// runs in the same process and its work is counted in: the figures are a floor, not a ceiling.
/// </summary>
internal static class PageLoad
{
    private const int WarmUp = 50;

    public static async Task<int> RunAsync(string[] args)
    {
        var seconds = args.Length > 0 ? Number(args[0]) : 10;
        var callers = args.Length > 1 ? Number(args[1]) : 8;
        foreach (var people in BenchProgramme.Sizes())
        {
            var clock = Stopwatch.StartNew();
            await using var programme = await BenchProgramme.OpenAsync(people);
            await Console.Out.WriteLineAsync(
                Line(
                    $"{BenchProgramme.DatabaseName} {people} people: open or made in {clock.Elapsed.TotalSeconds:F1} s"
                )
            );
            var address = await programme.ServeAsync();
            using var client = new HttpClient { BaseAddress = new Uri(address) };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Bearer",
                programme.Card.Accounts.First(account => account.Role == "data-protection").Token
            );
            foreach (var page in (string[])["/personas", "/api/people?take=50", "/health/live"])
            {
                await MeasureAsync(client, page, seconds, callers);
            }
        }

        return 0;
    }

    private static async Task MeasureAsync(HttpClient client, string page, int seconds, int callers)
    {
        for (var i = 0; i < WarmUp; i++)
        {
            using var answer = await client.GetAsync(new Uri(page, UriKind.Relative));
            if (!answer.IsSuccessStatusCode)
            {
                await Console.Out.WriteLineAsync(Line($"  {page}: answers {answer.StatusCode}"));
                return;
            }
        }

        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var times = await Task.WhenAll(
            Enumerable
                .Range(0, callers)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        var taken = new List<double>();
                        while (clock.Elapsed.TotalSeconds < seconds)
                        {
                            var start = Stopwatch.GetTimestamp();
                            await GetAsync(client, page);
                            taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                        }

                        return taken;
                    })
                )
        );
        var elapsed = clock.Elapsed.TotalSeconds;
        process.Refresh();
        var all = times.SelectMany(each => each).Order().ToList();
        double At(double share) => all[(int)(share * (all.Count - 1))];
        await Console.Out.WriteLineAsync(
            Line(
                $"  {page}: {all.Count / elapsed:F0} requests/s, p50 {At(0.5):F1} ms, p95 {At(0.95):F1} ms, p99 {At(0.99):F1} ms, CPU {(process.TotalProcessorTime - before).TotalMilliseconds / all.Count:F2} ms/request ({all.Count} requests, {callers} callers)"
            )
        );
    }

    private static async Task GetAsync(HttpClient client, string page)
    {
        using var answer = await client.GetAsync(new Uri(page, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Line(FormattableString text) => FormattableString.Invariant(text);
}
