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
    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = Words.Get("Link.Files"),
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = Words.Get("Link.Json"),
    };

    private static readonly Option<string?> Persons = new("--out")
    {
        Description = Words.Get("Link.Out"),
    };

    private static readonly Option<string?> Model = new("--model")
    {
        Description = Words.Get("Link.Model"),
    };

    private static readonly Option<string?> ModelOut = new("--model-out")
    {
        Description = Words.Get("Link.ModelOut"),
    };

    private static readonly Option<string?> Truth = new("--truth")
    {
        Description = Words.Get("Link.Truth"),
    };

    private static readonly Option<bool> OnePerList = new("--one-per-list")
    {
        Description = Words.Get("Link.OnePerList"),
    };

    private static readonly Option<string?> Overlaps = new("--overlaps")
    {
        Description = Words.Get("Link.Overlaps"),
    };

    private static readonly Option<double> Threshold = ThresholdOption();

    private static readonly Option<ulong> Seed = new("--seed")
    {
        Description = Words.Get("Link.Seed"),
        DefaultValueFactory = _ => new LinkageOptions().Seed,
    };

    private static readonly Option<int> Draws = new("--draws")
    {
        Description = Words.Get("Link.Draws"),
    };

    private static readonly Option<int> Threads = new("--threads")
    {
        Description = Words.Get("Link.Threads"),
        DefaultValueFactory = _ => Math.Min(Environment.ProcessorCount, MostThreads),
    };

    private static readonly Option<string[]> Columns = ColumnOption();

    private const int MostThreads = 64;

    public static Command Create()
    {
        Draws.Within(0, LinkageResult.MostDraws);
        Threads.Within(1, MostThreads);
        var verb = new Command("link", Words.Get("Link.Description"))
        {
            Files,
            Json,
            Persons,
            Threshold,
            Truth,
            OnePerList,
            Columns,
            Model,
            ModelOut,
            Overlaps,
            Draws,
            Seed,
            Threads,
        };
        verb.SetAction(
            (parsed, cancellation) => Task.Run(() => Run(Order(parsed), cancellation), cancellation)
        );
        return verb;
    }

    private static LinkOrder Order(ParseResult parsed) =>
        new()
        {
            Files = parsed.GetValue(Files) ?? [],
            Json = parsed.GetValue(Json),
            Out = parsed.GetValue(Persons),
            ModelIn = parsed.GetValue(Model),
            ModelOut = parsed.GetValue(ModelOut),
            Threshold = parsed.GetValue(Threshold),
            Seed = parsed.GetValue(Seed),
            Columns = parsed.GetValue(Columns) ?? [],
            Truth = parsed.GetValue(Truth),
            Threads = parsed.GetValue(Threads),
            OnePerList = parsed.GetValue(OnePerList),
            Overlaps = parsed.GetValue(Overlaps),
            Draws = parsed.GetValue(Draws),
        };

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
        var model = order.ReadModel();
        refusals.AddRange(model.Refusals);
        if (refusals.Count > 0)
        {
            return Words.Refuse(Console.Error, refusals);
        }

        var schema = LinkageSchema.Union(lists.Select(list => list.Schema));
        var line = ProgressLine.OnTerminal();
        LinkageResult result;
        try
        {
            result = Linker.Run(
                lists.SelectMany(list => list.Records(schema)),
                schema,
                order.Options(model.Value),
                line is null ? null : new LinkProgressLine(line),
                cancellation
            );
            line?.Clear();
            LinkReport.WriteFiles(order, result);
        }
        catch (ArgumentException wrong) when (wrong.ParamName == "model")
        {
            line?.Clear();
            return Words.Refuse(
                Console.Error,
                [new Refusal(LinkRefusals.ModelOfOtherColumns, "", order.ModelIn!)]
            );
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Words.Refuse(
                Console.Error,
                [new Refusal(ExchangeRefusals.CannotWrite, "", order.Out ?? order.ModelOut ?? "")]
            );
        }

        // What it cost is read before the truth is: comparing with it is not part of the work.
        var cost = LinkCost.Now(clock.Elapsed);
        var agreement = order.Truth is null
            ? null
            : Agreement.Of(result.Clusters, LinkTruth.Of(lists, order.Truth));
        LinkReport.Print(order, result, cost, agreement);
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
        // A record's number is never compared and is wanted in the result.
        if (order.Truth is { } kept && SchemaGuess.RoleOf(kept) != ColumnRole.RecordId)
        {
            roles[kept] = ColumnRole.Ignored;
        }

        foreach (var path in order.Files)
        {
            var isAlone =
                order.Files.Count(other => Path.GetFileName(other) == Path.GetFileName(path)) == 1;
            var opened = PersonListFile.Open(path, isAlone ? null : path, roles, cancellation);
            if (opened.Done)
            {
                refusals.AddRange(opened.Value.Check(cancellation).Refusals);
                lists.Add(opened.Value);
            }
            else
            {
                refusals.AddRange(opened.Refusals);
            }
        }

        return refusals.Count > 0 ? refusals : CheckOrder(order, roles.Keys, lists);
    }

    /// <summary>Whether what was asked for is there.</summary>
    private static List<Refusal> CheckOrder(
        LinkOrder order,
        IEnumerable<string> headers,
        List<PersonListFile> lists
    )
    {
        bool Has(PersonListFile list, string header) =>
            list.Headers.Contains(header, StringComparer.OrdinalIgnoreCase);

        var refusals = headers
            .Where(header => header != order.Truth && !lists.Exists(list => Has(list, header)))
            .Select(header => new Refusal(
                ExchangeRefusals.HeaderUnknown,
                header,
                string.Join(", ", lists.Select(list => list.Name)),
                header
            ))
            .ToList();
        if (order.Truth is { } truth)
        {
            refusals.AddRange(
                lists
                    .Where(list => !Has(list, truth))
                    .Select(list => new Refusal(LinkRefusals.TruthMissing, truth, list.Name, truth))
            );
        }

        if (order.Overlaps is not null && lists.Count > ListOverlap.MaxLists)
        {
            refusals.Add(
                new Refusal(ExchangeRefusals.TooManyLists, "", lists.Count, ListOverlap.MaxLists)
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
