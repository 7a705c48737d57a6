// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Faro.Linkage;
using Faro.Programme;
using Faro.Programme.Exchange;

namespace Faro.Cli;

/// <summary><c>faro link</c>: finds the records of lists that are the same person.</summary>
internal static class LinkVerb
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = Words.Get("Link.Files"),
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = Words.Get("Link.Json") };
        var persons = new Option<string?>("--out") { Description = Words.Get("Link.Out") };
        var modelFile = new Option<string?>("--model-out")
        {
            Description = Words.Get("Link.ModelOut"),
        };
        var threshold = ThresholdOption();
        var seed = new Option<ulong>("--seed")
        {
            Description = Words.Get("Link.Seed"),
            DefaultValueFactory = _ => new LinkageOptions().Seed,
        };
        var columns = ColumnOption();
        var verb = new Command("link", Words.Get("Link.Description"))
        {
            files,
            json,
            persons,
            threshold,
            seed,
            columns,
            modelFile,
        };
        verb.SetAction(
            (parsed, cancellation) =>
                Task.Run(
                    () =>
                        Run(
                            new LinkOrder(
                                parsed.GetValue(files) ?? [],
                                parsed.GetValue(json),
                                parsed.GetValue(persons),
                                parsed.GetValue(modelFile),
                                parsed.GetValue(threshold),
                                parsed.GetValue(seed),
                                parsed.GetValue(columns) ?? []
                            ),
                            cancellation
                        ),
                    cancellation
                )
        );
        return verb;
    }

    private static Option<double> ThresholdOption()
    {
        var threshold = new Option<double>("--threshold")
        {
            Description = Words.Get("Link.Threshold"),
            DefaultValueFactory = _ => new LinkageOptions().Threshold.Value,
        };
        threshold.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and < 1))
            {
                result.AddError(Words.Get("Link.ThresholdWrong"));
            }
        });
        return threshold;
    }

    private static Option<string[]> ColumnOption()
    {
        var columns = new Option<string[]>("--column") { Description = Words.Get("Link.Column") };
        columns.Validators.Add(result =>
        {
            foreach (
                var token in result.Tokens.Where(token => !TryColumn(token.Value, out _, out _))
            )
            {
                result.AddError(
                    Words.Get("Link.ColumnWrong", token.Value, string.Join(", ", Roles()))
                );
            }
        });
        return columns;
    }

    private static int Run(LinkOrder order, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var lists = new List<PersonListFile>();
        var refusals = Open(order, lists, cancellation);
        if (refusals.Count > 0)
        {
            return Words.Refuse(Console.Error, refusals);
        }

        var schema = LinkageSchema.Union(lists.Select(list => list.Schema));
        var line = ProgressLine.OnTerminal();
        var result = Linker.Run(
            lists.SelectMany(list => list.Records(schema)),
            schema,
            new LinkageOptions
            {
                Threshold = new Probability(order.Threshold),
                Seed = order.Seed,
                Threads = Environment.ProcessorCount,
            },
            line is null ? null : new LinkProgressLine(line),
            cancellation
        );
        line?.Clear();
        try
        {
            LinkReport.WriteFiles(order, result);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Words.Refuse(
                Console.Error,
                [new Refusal(ExchangeRefusals.CannotWrite, "", order.Out ?? order.ModelOut ?? "")]
            );
        }

        LinkReport.Print(order, result, clock.Elapsed.TotalSeconds);
        return 0;
    }

    /// <summary>Opens and looks through all files before anything is linked.</summary>
    private static List<Refusal> Open(
        LinkOrder order,
        List<PersonListFile> lists,
        CancellationToken cancellation
    )
    {
        var refusals = new List<Refusal>();
        var roles = Said(order.Columns);
        var headers = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in order.Files)
        {
            var isAlone =
                order.Files.Count(other => Path.GetFileName(other) == Path.GetFileName(path)) == 1;
            var opened = PersonListFile.Open(path, isAlone ? null : path, roles, cancellation);
            if (!opened.Done)
            {
                refusals.AddRange(opened.Refusals);
                continue;
            }

            refusals.AddRange(opened.Value.Check(cancellation).Refusals);
            headers.UnionWith(opened.Value.Headers);
            lists.Add(opened.Value);
        }

        if (refusals.Count == 0)
        {
            refusals.AddRange(
                roles
                    .Keys.Where(header => !headers.Contains(header))
                    .Select(header => new Refusal(
                        ExchangeRefusals.HeaderUnknown,
                        header,
                        string.Join(", ", lists.Select(list => list.Name)),
                        header
                    ))
            );
        }

        return refusals;
    }

    private static Dictionary<string, ColumnRole> Said(IEnumerable<string> columns)
    {
        var roles = new Dictionary<string, ColumnRole>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in columns)
        {
            if (TryColumn(column, out var role, out var header))
            {
                roles[header] = role;
            }
        }

        return roles;
    }

    private static bool TryColumn(string text, out ColumnRole role, out string header)
    {
        var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        header = parts[^1];
        return SchemaGuess.TryParse(parts[0], out role) && parts.Length == 2 && header.Length > 0;
    }

    private static IEnumerable<string> Roles() =>
        Enum.GetValues<ColumnRole>().Select(SchemaGuess.NameOf);
}

/// <summary>What was asked for.</summary>
internal sealed record LinkOrder(
    IReadOnlyList<string> Files,
    bool Json,
    string? Out,
    string? ModelOut,
    double Threshold,
    ulong Seed,
    IReadOnlyList<string> Columns
);

/// <summary>Says on a terminal which stage the linkage is in.</summary>
internal sealed class LinkProgressLine(ProgressLine line) : IProgress<LinkageProgress>
{
    public void Report(LinkageProgress value) =>
        line.Show(
            Words.Get(
                "Link.Stage." + value.Stage,
                value.Share.ToString("P0", CultureInfo.CurrentCulture)
            )
        );
}
