// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Faro.Estimation;
using Faro.Programme.Exchange;

namespace Faro.Cli;

/// <summary><c>faro estimate FILE</c>: from a table of counts to the people nobody has seen.</summary>
internal static class EstimateVerb
{
    private static readonly ModelKind[] Kinds =
    [
        ModelKind.MainEffects,
        ModelKind.Stepwise,
        ModelKind.AllPairs,
        ModelKind.Chao,
        ModelKind.Chapman,
    ];

    public static Command Create()
    {
        var defaults = new EstimateOptions();
        var file = new Argument<string>("FILE") { Description = Words.Get("Estimate.File") };
        var json = new Option<bool>("--json") { Description = Words.Get("Estimate.Json") };
        var seed = Number("--seed", defaults.Seed, "Estimate.Seed");
        var level = Number("--level", defaults.Level, "Estimate.Level");
        var replicates = Number("--replicates", defaults.Replicates, "Estimate.Replicates");
        var threshold = Number("--threshold", defaults.Threshold, "Estimate.Threshold");
        var model = new Option<string[]>("--model")
        {
            Description = Words.Get("Estimate.Model", Names()),
        };
        level.Validators.Add(r => Within(r.GetValueOrDefault<double>() is > 0 and < 1, 0, 1, r));
        replicates.Validators.Add(r =>
            Within(r.GetValueOrDefault<int>() is >= 0 and <= 1_000_000, 0, 1_000_000, r)
        );
        threshold.Validators.Add(r =>
            Within(r.GetValueOrDefault<double>() is >= 0 and <= 1, 0, 1, r)
        );
        model.Validators.Add(r =>
        {
            foreach (var name in r.Tokens.Select(t => t.Value).Where(n => KindOf(n) is null))
            {
                r.AddError(Words.Get("Estimate.UnknownModel", name, Names()));
            }
        });
        var verb = new Command("estimate", Words.Get("Estimate.Description"))
        {
            file,
            json,
            seed,
            level,
            replicates,
            threshold,
            model,
        };
        verb.SetAction(
            (parsed, cancellation) =>
            {
                var options = defaults with
                {
                    Seed = parsed.GetValue(seed),
                    Level = parsed.GetValue(level),
                    Replicates = parsed.GetValue(replicates),
                    Threshold = parsed.GetValue(threshold),
                    Threads = Math.Clamp(Environment.ProcessorCount, 1, 64),
                    Models = Models(parsed.GetValue(model) ?? [], defaults),
                };
                return RunAsync(
                    parsed.GetRequiredValue(file),
                    parsed.GetValue(json),
                    options,
                    cancellation
                );
            }
        );
        return verb;
    }

    private static async Task<int> RunAsync(
        string file,
        bool json,
        EstimateOptions options,
        CancellationToken cancellation
    )
    {
        var table = CaptureTableFile.Read(file);
        if (!table.Done)
        {
            return Words.Refuse(
                Console.Error,
                table.Refusals.Select(refusal => refusal with { Field = "" }),
                file
            );
        }

        var line = ProgressLine.OnTerminal();
        var progress = line is null ? null : new EstimateProgressLine(line);
        EstimateResult result;
        try
        {
            result = Estimate.Run(table.Value, options, progress, cancellation);
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(Words.Get("Estimate.Cancelled"));
            return 1;
        }
        finally
        {
            line?.Clear();
        }

        var text = json ? EstimateText.Json(result) : EstimateText.Plain(result, options.Level);
        await Console.Out.WriteLineAsync(text);
        return 0;
    }

    private static Option<T> Number<T>(string name, T otherwise, string words) =>
        new(name) { Description = Words.Get(words), DefaultValueFactory = _ => otherwise };

    private static void Within(
        bool within,
        int least,
        int most,
        System.CommandLine.Parsing.OptionResult result
    )
    {
        if (!within)
        {
            result.AddError(Words.Get("Estimate.OutOfRange", result.Option.Name, least, most));
        }
    }

    private static IReadOnlyList<ModelChoice> Models(string[] names, EstimateOptions defaults) =>
        names.Length == 0
            ? defaults.Models
            :
            [
                .. names
                    .Select(KindOf)
                    .OfType<ModelKind>()
                    .Distinct()
                    .Select(k => new ModelChoice(k)),
            ];

    private static ModelKind? KindOf(string name) =>
        Kinds
            .Where(k => string.Equals(Estimate.NameOf(k), name, StringComparison.Ordinal))
            .Select(k => (ModelKind?)k)
            .FirstOrDefault();

    private static string Names() => string.Join(", ", Kinds.Select(Estimate.NameOf));
}
