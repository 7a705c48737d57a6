// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using System.Globalization;
using Faro.Cli;
using Faro.Programme;
using Faro.Programme.Access;
using Faro.Programme.Demo;
using Faro.Programme.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Faro.Benchmarks.Cases;

/// <summary>
/// <c>--cases [SECONDS [RATE]]</c>: the working day of a network on the real server, which runs as a process of its own on
/// a demonstration of size. First 50 people ask for each page without a pause, which shows the most that the server gives;
/// then they ask for all pages mixed, at a rate that does not wait for the answers, which shows what people wait. Those who
/// ask share the processors with the server; only the server's own time is counted.
/// </summary>
internal static class CaseLoad
{
    private const int Users = 50;
    private const int CasesOfAUser = 200;

    public static async Task<int> RunAsync(string[] args)
    {
        var seconds = args.Length > 0 ? Number(args[0]) : 10;
        var rate = args.Length > 1 ? Number(args[1]) : 20;
        foreach (var cases in BenchProgramme.Sizes())
        {
            var folder = await MakeAsync(cases);
            await using var server = await BenchServer.StartAsync(folder, BenchProgramme.Postgres);
            var options = new FaroOptions
            {
                DataFolder = folder,
                PostgresConnection = BenchProgramme.Postgres,
            };
            var users = await SignInAsync(
                server.Address,
                ServeVerb.Engine(options, NullLoggerFactory.Instance).OpenReader()
            );
            try
            {
                await SayAsync(
                    $"## {BenchProgramme.DatabaseName}, {cases:N0} cases, {Users} people at once\n"
                );
                await LookAsync(users[0]);
                var clock = new LoadClock(
                    server,
                    await DatabaseTime.OfAsync(BenchProgramme.Postgres),
                    users
                );
                await ClosedAsync(clock, seconds);
                await OpenAsync(clock, seconds * Visit.All.Count, rate);
                await SayAsync($"\nMemory of the server: {server.MegabytesAtMost} MB at most.\n");
            }
            finally
            {
                users.ForEach(user => user.Dispose());
            }
        }

        return 0;
    }

    /// <summary>A demonstration that is there is taken as it is: the server brings its tables up to date.</summary>
    private static async Task<string> MakeAsync(int cases)
    {
        var folder = BenchProgramme.Folder(cases);
        if (!File.Exists(Path.Combine(folder, "demo.json")))
        {
            var made = await BenchProgramme.OpenAsync(cases);
            await made.DisposeAsync();
        }

        return folder;
    }

    /// <summary>Caseworkers of all agencies, each with cases to open.</summary>
    internal static async Task<List<BenchUser>> SignInAsync(Uri server, FaroDb reader)
    {
        await using var db = reader;
        var workers = (await db.Users.Where(user => !user.Closed).ToListAsync())
            .Where(user => user.RoleCodes.Contains(Role.Caseworker.Code, StringComparer.Ordinal))
            .OrderBy(user => user.NormalizedUserName, StringComparer.Ordinal)
            .ToList();
        var users = new List<BenchUser>();
        for (var i = 0; i < Users; i++)
        {
            // Evenly over the agencies; where there are fewer than 50, some sit at two browsers.
            var worker = workers[i * workers.Count / Users];
            var own = db.Cases.Where(file => file.OwnerId == worker.Id && file.ClosedOn == null);
            var agencys = db.Cases.Where(file =>
                file.AgencyId == worker.AgencyId && file.ClosedOn == null && !file.Restricted
            );
            List<Guid> cases =
            [
                .. await own.Select(file => file.Id).Take(CasesOfAUser / 2).ToListAsync(),
                .. await agencys
                    .OrderBy(file => file.Number)
                    .Select(file => file.Id)
                    .Skip(i * CasesOfAUser)
                    .Take(CasesOfAUser / 2)
                    .ToListAsync(),
            ];
            users.Add(new BenchUser(server, worker.UserName!, cases));
        }

        await Task.WhenAll(users.Select(user => user.SignInAsync(DemoNetwork.Words["password"])));
        return users;
    }

    /// <summary>Pages that answer nothing are fast: what is measured must be there.</summary>
    private static async Task LookAsync(BenchUser user)
    {
        var dice = new Random(1);
        var found = await user.SearchAsync(Visit.NameWithoutAccents(dice));
        var list = await user.ReadAsync("/casos?whose=mine");
        var story = await user.ReadAsync($"/casos/{user.Cases[0]}");
        if (
            !found.Contains("data-label", StringComparison.Ordinal)
            || !list.Contains("/casos/0", StringComparison.Ordinal)
            || !story.Contains("PVR-", StringComparison.Ordinal)
        )
        {
            throw new InvalidOperationException("A page does not show what is to be measured");
        }
    }

    private static async Task ClosedAsync(LoadClock clock, int seconds)
    {
        await SayAsync(
            $"Each page without a pause, {seconds} s:\n\n| Page | Requests/s | p50 | p95 | p99 | CPU/request | Database CPU | Requests/CPU-s |\n|---|---|---|---|---|---|---|---|"
        );
        foreach (var visit in Visit.All)
        {
            await clock.WarmUpAsync(visit);
            await SayAsync($"| {visit.Name} | {await clock.RunClosedAsync(visit, seconds)} |");
        }
    }

    private static async Task OpenAsync(LoadClock clock, int seconds, int rate)
    {
        await SayAsync(
            $"\nAll pages mixed, {rate} a second whether or not they are answered, {seconds} s:\n\n| Page | Share | Requests | p50 | p95 | p99 |\n|---|---|---|---|---|---|"
        );
        var (rows, whole) = await clock.RunOpenAsync(seconds, rate);
        foreach (var row in rows)
        {
            await SayAsync($"| {row} |");
        }

        await SayAsync($"\n{whole}");
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static Task SayAsync(FormattableString text) =>
        Console.Out.WriteLineAsync(FormattableString.Invariant(text));

    /// <summary>Wall time of the requests and processor time of those who answered them.</summary>
    private sealed class LoadClock(
        BenchServer server,
        DatabaseTime database,
        IReadOnlyList<BenchUser> users
    )
    {
        private const int WarmUps = 3;

        public Task WarmUpAsync(Visit visit) =>
            Task.WhenAll(
                users.Select(
                    async (user, number) =>
                    {
                        var dice = new Random(number);
                        for (var i = 0; i < WarmUps; i++)
                        {
                            await visit.RunAsync(user, dice);
                        }
                    }
                )
            );

        public async Task<string> RunClosedAsync(Visit visit, int seconds)
        {
            var taken = new Latencies();
            var (before, begun) = (Used(), Stopwatch.GetTimestamp());
            await Task.WhenAll(
                users.Select(
                    async (user, number) =>
                    {
                        var dice = new Random(1000 + number);
                        while (Stopwatch.GetElapsedTime(begun).TotalSeconds < seconds)
                        {
                            var since = Stopwatch.GetTimestamp();
                            await visit.RunAsync(user, dice);
                            taken.Add(since);
                        }
                    }
                )
            );
            var elapsed = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            return $"{F(taken.Count / elapsed, 0)} | {Waits(taken)} | {Costs(before, taken.Count)}";
        }

        public async Task<(IReadOnlyList<string> Rows, string Whole)> RunOpenAsync(
            int seconds,
            int rate
        )
        {
            var taken = Visit.All.ToDictionary(visit => visit, _ => new Latencies());
            var dice = new Random(7);
            var running = new List<Task>();
            var (before, begun) = (Used(), Stopwatch.GetTimestamp());
            var due = TimeSpan.Zero;
            while (due.TotalSeconds < seconds)
            {
                // Arrivals of a crowd: exponential pauses between them (Poisson).
                due += TimeSpan.FromSeconds(-Math.Log(1 - dice.NextDouble()) / rate);
                var wait = due - Stopwatch.GetElapsedTime(begun);
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait);
                }

                var visit = Draw(dice);
                var own = new Random(dice.Next());
                // From when it was due: a request that had to wait for its turn waited.
                var since = begun + (long)(due.TotalSeconds * Stopwatch.Frequency);
                running.Add(AskAsync(visit, users[dice.Next(users.Count)], own, since));
            }

            await Task.WhenAll(running);
            var used = Costs(before, running.Count);
            return (
                [
                    .. taken.Select(pair =>
                        $"{pair.Key.Name} | {pair.Key.Share} % | {pair.Value.Count} | {Waits(pair.Value)}"
                    ),
                ],
                $"CPU/request, database CPU, requests/CPU-s: {used}"
            );

            async Task AskAsync(Visit visit, BenchUser user, Random own, long since)
            {
                await visit.RunAsync(user, own);
                taken[visit].Add(since);
            }
        }

        private static Visit Draw(Random dice)
        {
            var left = dice.Next(Visit.All.Sum(visit => visit.Share));
            return Visit.All.First(visit => (left -= visit.Share) < 0);
        }

        private (TimeSpan Server, TimeSpan Database) Used() => (server.Processor, database.Read());

        private static string Waits(Latencies taken)
        {
            var (p50, p95, p99) = taken.Percentiles();
            return $"{F(p50, 1)} ms | {F(p95, 1)} ms | {F(p99, 1)} ms";
        }

        private string Costs((TimeSpan Server, TimeSpan Database) before, int requests)
        {
            var after = Used();
            var (own, theirs) = (after.Server - before.Server, after.Database - before.Database);
            return $"{F(own.TotalMilliseconds / requests, 2)} ms | {F(theirs.TotalMilliseconds / requests, 2)} ms | {F(requests / (own + theirs).TotalSeconds, 0)}";
        }

        private static string F(double value, int digits) =>
            value.ToString($"F{digits}", CultureInfo.InvariantCulture);
    }
}
