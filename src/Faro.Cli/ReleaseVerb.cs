// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Diagnostics;
using Faro.Disclosure;
using Faro.Programme;
using Faro.Programme.Exchange;

namespace Faro.Cli;

/// <summary><c>faro release</c>: from records of persons to counts and invented records that may be published.</summary>
internal static class ReleaseVerb
{
    private static readonly Argument<string> Data = new("DATA")
    {
        Description = Words.Get("Release.Data"),
    };

    private static readonly Option<double> Epsilon = new("--epsilon")
    {
        Description = Words.Get("Release.Epsilon"),
        Required = true,
    };

    private static readonly Option<double> Delta = new("--delta")
    {
        Description = Words.Get("Release.Delta"),
        DefaultValueFactory = _ => ReleaseOrder.UsualDelta,
    };

    private static readonly Option<int?> Cap = new("--cap")
    {
        Description = Words.Get("Release.Cap"),
    };

    private static readonly Option<int> Length = new("--length")
    {
        Description = Words.Get("Release.Length"),
        DefaultValueFactory = _ => 3,
    };

    private static readonly Option<int> Minimum = new("--minimum")
    {
        Description = Words.Get("Release.Minimum"),
        DefaultValueFactory = _ => 10,
    };

    private static readonly Option<string?> Domain = Text("--domain", "Release.Domain");
    private static readonly Option<string?> Records = Text("--records", "Release.Records");
    private static readonly Option<string?> Aggregates = Text("--aggregates", "Release.Aggregates");
    private static readonly Option<string?> Report = Text("--report", "Release.Report");
    private static readonly Option<string?> State = Text("--state", "Release.State");
    private static readonly Option<string?> Ledger = Text("--ledger", "Release.Ledger");

    private static readonly Option<double?> Budget = new("--budget")
    {
        Description = Words.Get("Release.Budget"),
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = Words.Get("Release.Json"),
    };

    static ReleaseVerb()
    {
        Epsilon.Within(1e-3, 100.0);
        Delta.Within(1e-15, 0.01);
        Cap.Within(1, 255);
        Length.Within(1, ReleaseOptions.LongestLength);
        Minimum.Within(1, 1_000_000);
        Budget.Within(1e-3, 100.0);
    }

    public static Command Create()
    {
        var verb = new Command("release", Words.Get("Release.Description"))
        {
            Data,
            Epsilon,
            Delta,
            Cap,
            Length,
            Minimum,
            Domain,
            Records,
            Aggregates,
            Report,
            State,
            Ledger,
            Budget,
            Json,
        };
        verb.SetAction(
            (parsed, cancellation) => Task.Run(() => Run(Order(parsed), cancellation), cancellation)
        );
        return verb;
    }

    private static ReleaseOrder Order(ParseResult parsed) =>
        new(
            parsed.GetRequiredValue(Data),
            new()
            {
                Level = new(parsed.GetValue(Epsilon), parsed.GetValue(Delta)),
                Cap = parsed.GetValue(Cap),
                Length = parsed.GetValue(Length),
                Minimum = parsed.GetValue(Minimum),
                IsDomainPrivate = parsed.GetValue(Domain) is null,
            },
            parsed.GetValue(Domain),
            parsed.GetValue(Records),
            parsed.GetValue(Aggregates),
            parsed.GetValue(Report),
            parsed.GetValue(State),
            parsed.GetValue(Ledger),
            parsed.GetValue(Budget),
            parsed.GetValue(Json)
        );

    private static int Run(ReleaseOrder order, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var line = ProgressLine.OnTerminal();
        try
        {
            var source = ReleaseInput.Open(order, line, cancellation);
            if (!source.Done)
            {
                line?.Clear();
                return Words.Refuse(Console.Error, source.Refusals);
            }

            var progress = line is null ? null : new ReleaseProgressLine(line);
            var release = Synthesize.Run(source.Value, order.Options, progress, cancellation);
            line?.Clear();
            ReleaseOutput.Write(order, release, clock.Elapsed);
            if (order.State is { } state)
            {
                File.Delete(state);
            }

            return 0;
        }
        catch (LedgerRefusedException refused)
        {
            line?.Clear();
            return Words.Refuse(Console.Error, [ReleaseInput.Refusal(refused)]);
        }
        catch (ReleaseInputException wrong)
        {
            line?.Clear();
            return Words.Refuse(Console.Error, wrong.Refusals);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            line?.Clear();
            return Words.Refuse(
                Console.Error,
                [new Refusal(ExchangeRefusals.CannotWrite, "", failure.Message)]
            );
        }
        catch (OperationCanceledException)
        {
            line?.Clear();
            Console.Error.WriteLine(
                Words.Get(order.State is null ? "Release.Cancelled" : "Release.CancelledKept")
            );
            return 1;
        }
    }

    private static Option<string?> Text(string name, string words) =>
        new(name) { Description = Words.Get(words) };
}

/// <summary>What was asked for.</summary>
internal sealed record ReleaseOrder(
    string Data,
    ReleaseOptions Options,
    string? Domain,
    string? Records,
    string? Aggregates,
    string? Report,
    string? State,
    string? Ledger,
    double? Budget,
    bool Json
)
{
    /// <summary>Well under one divided by the persons of any file that a programme has.</summary>
    public const double UsualDelta = 1e-7;
}

/// <summary>Says on a terminal which stage the release is in.</summary>
internal sealed class ReleaseProgressLine(ProgressLine line) : IProgress<ReleaseProgress>
{
    private (ReleaseStage, int) _said;

    public void Report(ReleaseProgress value)
    {
        var now = (value.Stage, (int)(100 * value.Share));
        if (now == _said)
        {
            return;
        }

        _said = now;
        line.Show(Words.Get("Release.Stage." + value.Stage, now.Item2));
    }
}
