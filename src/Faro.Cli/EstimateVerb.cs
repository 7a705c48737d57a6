// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Globalization;
using Faro.Estimation;
using Faro.Programme;
using Faro.Programme.Exchange;

namespace Faro.Cli;

/// <summary><c>faro estimate FILE</c>: from a table of counts to the people nobody has seen.</summary>
internal static class EstimateVerb
{
    private const int Refused = 1;
    private const int MostReplicates = 1_000_000;
    private const int UsualSimulations = 100;

    private static readonly EstimateOptions Defaults = new();

    private static readonly ModelKind[] Kinds =
    [
        .. Enum.GetValues<ModelKind>().Where(k => k != ModelKind.Fixed),
    ];

    private static readonly Argument<string> File = new("FILE")
    {
        Description = Words.Get("Estimate.File"),
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = Words.Get("Estimate.Json"),
    };

    private static readonly Option<bool> All = new("--all")
    {
        Description = Words.Get("Estimate.All"),
    };

    private static readonly Option<bool> Sensitive = new("--sensitivity")
    {
        Description = Words.Get("Estimate.Sensitivity"),
    };

    private static readonly Option<int?> Coverage = new("--coverage")
    {
        Description = Words.Get("Estimate.Coverage"),
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string[]> Model = new("--model")
    {
        Description = Words.Get("Estimate.Model", string.Join(", ", Kinds.Select(Estimate.NameOf))),
    };

    private static readonly Option<string[]> Linkage = new("--linkage")
    {
        Description = Words.Get("Estimate.Linkage"),
    };

    private static readonly Option<string?> By = new("--by")
    {
        Description = Words.Get("Estimate.By"),
    };

    private static readonly Option<string[]> Population = new("--population")
    {
        Description = Words.Get("Estimate.Population"),
    };

    private static readonly Option<bool> Pooled = new("--pooled")
    {
        Description = Words.Get("Estimate.Pooled"),
    };

    private static readonly Option<double?> Benchmark = new("--benchmark")
    {
        Description = Words.Get("Estimate.Benchmark"),
    };

    private static readonly Option<string?> Csv = new("--csv")
    {
        Description = Words.Get("Estimate.Csv"),
    };

    private static readonly Option<string?> Svg = new("--svg")
    {
        Description = Words.Get("Estimate.Svg"),
    };

    private static readonly Option<long> Seed = Number("--seed", Defaults.Seed, "Estimate.Seed");
    private static readonly Option<double> Level = Number(
        "--level",
        Defaults.Level,
        "Estimate.Level"
    );

    private static readonly Option<int> Replicates = Number(
        "--replicates",
        Defaults.Replicates,
        "Estimate.Replicates"
    );

    private static readonly Option<double> Threshold = Number(
        "--threshold",
        Defaults.Threshold,
        "Estimate.Threshold"
    );

    private static readonly Option<int> MaxOrder = Number("--max-order", 0, "Estimate.MaxOrder");
    private static readonly Option<int> Top = Number("--top", 0, "Estimate.Top");

    private static readonly Option<int> Sweeps = Number(
        "--sweeps",
        Defaults.Sweeps,
        "Estimate.Sweeps"
    );

    public static Command Create()
    {
        var verb = new Command("estimate", Words.Get("Estimate.Description"))
        {
            File,
            Json,
            All,
            Model,
            Seed,
            Level,
            Replicates,
            Threshold,
            MaxOrder,
            Top,
            Sweeps,
            Sensitive,
            Coverage,
            Linkage,
            By,
            Population,
            Pooled,
            Benchmark,
            Csv,
            Svg,
        };
        verb.SetAction(RunAsync);
        return verb;
    }

    static EstimateVerb()
    {
        Replicates.Aliases.Add("--bootstrap");
        Level.Within(double.Epsilon, double.BitDecrement(1));
        Threshold.Within(0, 1);
        Replicates.Within(0, MostReplicates);
        MaxOrder.Within(0, 5);
        Top.Within(0, MostReplicates);
        Sweeps.Within(1_000, 10_000_000);
        Population.Validators.Add(r =>
        {
            foreach (var text in r.Tokens.Select(t => t.Value).Where(t => Inhabitants(t) is null))
            {
                r.AddError(Words.Get("Estimate.PopulationMalformed", text));
            }
        });
        Model.Validators.Add(r =>
        {
            foreach (var name in r.Tokens.Select(t => t.Value).Where(n => KindOf(n) is null))
            {
                r.AddError(
                    Words.Get(
                        "Estimate.UnknownModel",
                        name,
                        string.Join(", ", Kinds.Select(Estimate.NameOf))
                    )
                );
            }
        });
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var tables = new List<CaptureTable>();
        var by = parsed.GetValue(By);
        IReadOnlyList<Stratum> strata = [];
        foreach (
            var file in (string[])[parsed.GetRequiredValue(File), .. parsed.GetValue(Linkage) ?? []]
        )
        {
            var table = CaptureTableFile.ReadParts(file, by);
            if (!table.Done)
            {
                return Words.Refuse(
                    Console.Error,
                    table.Refusals.Select(refusal => refusal with { Field = "" }),
                    file
                );
            }

            strata = tables.Count == 0 && by is not null ? table.Value.Parts : strata;
            tables.Add(table.Value.Whole);
        }

        var request = Request(parsed, tables[1..]) with
        {
            Strata = WithInhabitants(strata, parsed.GetValue(Population) ?? []),
            Pooled = parsed.GetValue(Pooled),
        };
        var line = ProgressLine.OnTerminal();
        var progress = line is null ? null : new EstimateProgressLine(line);
        try
        {
            var report = EstimateReport.Of(tables[0], request, progress, cancellation);
            line?.Clear();
            await Console.Out.WriteLineAsync(
                parsed.GetValue(Json) ? EstimateJson.Of(report) : EstimateText.Of(report)
            );
            var written =
                await WriteAsync(parsed.GetValue(Csv), () => EstimateCsv.Of(report))
                && await WriteAsync(parsed.GetValue(Svg), () => EstimateSvg.Of(report));
            return written && report.Result.Complete ? 0 : Refused;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(Words.Get("Estimate.Cancelled"));
            return Refused;
        }
        finally
        {
            line?.Clear();
        }
    }

    private static Stratum[] WithInhabitants(
        IReadOnlyList<Stratum> strata,
        IEnumerable<string> populations
    )
    {
        var known = populations
            .Select(Inhabitants)
            .OfType<(string Part, long People)>()
            .GroupBy(each => each.Part, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Last().People, StringComparer.Ordinal);
        return
        [
            .. strata.Select(part =>
                known.TryGetValue(part.Name, out var people)
                    ? part with
                    {
                        Population = people,
                    }
                    : part
            ),
        ];
    }

    /// <summary><c>NAME=NUMBER</c>; null when it is not.</summary>
    private static (string Part, long People)? Inhabitants(string text)
    {
        var at = text.LastIndexOf('=');
        return
            at > 0
            && long.TryParse(text[(at + 1)..], CultureInfo.InvariantCulture, out var people)
            && people > 0
            ? (text[..at], people)
            : null;
    }

    private static EstimateRequest Request(ParseResult parsed, IReadOnlyList<CaptureTable> linkages)
    {
        var names = parsed.GetValue(Model) ?? [];
        var models =
            parsed.GetValue(All) ? EstimateOptions.Everything
            : names.Length == 0 ? Defaults.Models
            :
            [
                .. names
                    .Select(KindOf)
                    .OfType<ModelKind>()
                    .Distinct()
                    .Select(k => new ModelChoice(k)),
            ];
        var options = Defaults with
        {
            Models = models,
            Seed = parsed.GetValue(Seed),
            Level = parsed.GetValue(Level),
            Replicates = parsed.GetValue(Replicates),
            Threshold = parsed.GetValue(Threshold),
            MaxOrder = parsed.GetValue(MaxOrder),
            TopModels = parsed.GetValue(Top),
            Sweeps = parsed.GetValue(Sweeps),
            Benchmark = parsed.GetValue(Benchmark),
            Threads = Math.Clamp(Environment.ProcessorCount, 1, 64),
            PartialWhenCancelled = true,
        };
        return new(options)
        {
            Sensitivity = parsed.GetValue(Sensitive),
            Simulations = parsed.GetResult(Coverage) is null
                ? 0
                : Math.Max(1, parsed.GetValue(Coverage) ?? UsualSimulations),
            Linkages = linkages,
        };
    }

    private static async Task<bool> WriteAsync(string? file, Func<string> text)
    {
        if (file is null)
        {
            return true;
        }

        try
        {
            await System.IO.File.WriteAllTextAsync(file, text());
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Words.Refuse(
                Console.Error,
                [new Refusal(ExchangeRefusals.CannotWrite, "", file)],
                file
            );
            return false;
        }
    }

    private static Option<T> Number<T>(string name, T otherwise, string words) =>
        new(name) { Description = Words.Get(words), DefaultValueFactory = _ => otherwise };

    private static ModelKind? KindOf(string name) =>
        Kinds
            .Where(k => string.Equals(Estimate.NameOf(k), name, StringComparison.Ordinal))
            .Select(k => (ModelKind?)k)
            .FirstOrDefault();
}
