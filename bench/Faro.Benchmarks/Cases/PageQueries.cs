// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Faro.Benchmarks.Cases;

/// <summary>
/// <c>--queries</c>: what each page of <see cref="Visit.All"/> asks of the database, in this process: every command with
/// its time, the slow ones with their text and, of the embedded database, their plan.
/// </summary>
internal sealed partial class PageQueries
    : IObserver<DiagnosticListener>,
        IObserver<KeyValuePair<string, object?>>
{
    private const int WarmUps = 5;
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(1);
    private readonly ConcurrentQueue<(TimeSpan Took, string Text)> _commands = new();

    public static async Task<int> RunAsync()
    {
        foreach (var cases in BenchProgramme.Sizes())
        {
            var queries = new PageQueries();
            using var all = DiagnosticListener.AllListeners.Subscribe(queries);
            await using var programme = await BenchProgramme.OpenAsync(cases);
            var address = new Uri(await programme.ServeAsync());
            var users = await CaseLoad.SignInAsync(address, programme.Reader());
            foreach (var visit in Visit.All)
            {
                await queries.MeasureAsync(visit, users[0], programme);
            }

            users.ForEach(user => user.Dispose());
        }

        return 0;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData executed)
        {
            _commands.Enqueue((executed.Duration, executed.Command.CommandText));
        }
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    private async Task MeasureAsync(Visit visit, BenchUser user, BenchProgramme programme)
    {
        var dice = new Random(1);
        for (var i = 0; i < WarmUps; i++)
        {
            await visit.RunAsync(user, dice);
        }

        _commands.Clear();
        var begun = Stopwatch.GetTimestamp();
        await visit.RunAsync(user, dice);
        var took = Stopwatch.GetElapsedTime(begun);
        await SayAsync(
            $"## {visit.Name}: {took.TotalMilliseconds:F1} ms, {_commands.Count} commands of {_commands.Sum(each => each.Took.TotalMilliseconds):F1} ms, {_commands.Sum(each => each.Text.Length)} characters"
        );
        foreach (var (own, text) in _commands.ToList())
        {
            await SayAsync($"- {own.TotalMilliseconds:F2} ms: {(own > Slow ? text : Line(text))}");
            if (
                own > Slow
                && BenchProgramme.Postgres is null
                && text.StartsWith("SELECT", StringComparison.Ordinal)
            )
            {
                await ExplainAsync(programme, text);
            }
        }
    }

    private static async Task ExplainAsync(BenchProgramme programme, string text)
    {
        await using var db = programme.Reader();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The text is a command that the server itself has just sent.
        command.CommandText = "EXPLAIN QUERY PLAN " + text;
#pragma warning restore CA2100
        foreach (var name in Parameters().Matches(text).Select(match => match.Value).Distinct())
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, DBNull.Value);
            command.Parameters.Add(parameter);
        }

        await using var plan = await command.ExecuteReaderAsync();
        while (await plan.ReadAsync())
        {
            await SayAsync($"    {plan.GetString(3)}");
        }
    }

    [GeneratedRegex("@\\w+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameters();

    private static string Line(string text) =>
        text.ReplaceLineEndings(" ") is { Length: > 120 } whole ? whole[..120] + "…" : text;

    private static Task SayAsync(FormattableString text) =>
        Console.Out.WriteLineAsync(text.ToString(CultureInfo.InvariantCulture));
}
