// SPDX-License-Identifier: Apache-2.0
using System.Reflection;
using Faro.Estimation.Models;

namespace Faro.Estimation;

/// <summary>How many people were never seen: multiple systems estimation from overlapping lists.</summary>
/// <remarks>Every model assumes a closed population, the same definition on every list, correct linkage, and that what
/// it leaves out (dependence between more lists, differences between people) does not matter. None of this can be
/// tested from the table; <see cref="Judge"/> says only when the table is plainly not enough.</remarks>
public static class Estimate
{
    private const double MostRatio = 1e12;

    /// <summary>Version of this library, as results state it.</summary>
    public static string Version { get; } =
        typeof(Estimate)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion;

    /// <summary>Estimates every model asked for on one table.</summary>
    /// <param name="table">Who is on which lists.</param>
    /// <param name="options">How; null takes every default.</param>
    /// <param name="progress">Told about every hundredth of a bootstrap, from any thread; may be null.</param>
    /// <param name="cancellation">Stops between two fits.</param>
    /// <returns>One answer per model (Chapman: per pair of lists), warnings and a verdict.</returns>
    /// <exception cref="ArgumentException">An option is out of range or names a list that is not there.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    /// <remarks>Lists that are empty or repeat another are left out and reported. Equal inputs give equal bytes for any
    /// number of threads. Cost: replicates × selection steps × O(lists · 2^lists).</remarks>
    public static EstimateResult Run(
        CaptureTable table,
        EstimateOptions? options = null,
        IProgress<EstimateProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        options ??= new();
        Check(table, options);
        var warnings = new List<Notice>(table.Warnings);
        var kept = Useful(table);
        var useful =
            kept.Length >= CaptureTable.FewestLists
                ? table.Keep(kept.Aggregate(0, (mask, list) => mask | (1 << list)))
                : null;
        var models = new List<ModelEstimate>();
        foreach (var choice in options.Models)
        {
            cancellation.ThrowIfCancellationRequested();
            var answers = useful is null
                ? [Nothing(choice, options)]
                : Answer(useful, choice, options, warnings, progress, cancellation);
            models.AddRange(answers);
        }

        warnings.AddRange(models.Select(m => Explain(m, options)).OfType<Notice>());
        var chosen = Choose(models);
        return new()
        {
            Observed = table.Observed,
            Lists = table.Lists,
            Models = models,
            Chosen = chosen?.Name,
            Warnings = warnings,
            Verdict = Judge.Weigh(table, models, chosen),
            Seed = options.Seed,
            Version = Version,
        };
    }

    /// <summary>Lists that hold somebody and do not repeat an earlier one.</summary>
    internal static int[] Useful(CaptureTable table) =>
        [
            .. Enumerable
                .Range(0, table.Lists.Count)
                .Where(list => table.Together(1 << list) > 0 && table.TwinOf(list) < 0),
        ];

    /// <summary>Name of a kind of model, as results state it.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>A lower-case name.</returns>
    public static string NameOf(ModelKind kind) =>
        kind switch
        {
            ModelKind.MainEffects => "main-effects",
            ModelKind.Stepwise => "stepwise",
            ModelKind.AllPairs => "all-pairs",
            ModelKind.Fixed => "fixed",
            ModelKind.Chapman => "chapman",
            ModelKind.Chao => "chao",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind"),
        };

    private static IEnumerable<ModelEstimate> Answer(
        CaptureTable table,
        ModelChoice choice,
        EstimateOptions options,
        List<Notice> warnings,
        IProgress<EstimateProgress>? progress,
        CancellationToken cancellation
    )
    {
        if (choice.Kind == ModelKind.Chao)
        {
            return [Formulas.Chao(table, options.Level)];
        }

        if (choice.Kind == ModelKind.Chapman)
        {
            return
            [
                .. Selection
                    .Pairs(table.Lists.Count)
                    .Select(pair =>
                        Formulas.Chapman(
                            table,
                            int.TrailingZeroCount(pair),
                            int.Log2(pair),
                            options.Level
                        )
                    ),
            ];
        }

        var start =
            choice.Kind == ModelKind.AllPairs ? Selection.Pairs(table.Lists.Count)
            : choice.Kind == ModelKind.Fixed
                ? choice.Interactions.Select(p => Mask(table, p)).Where(m => m != 0)
            : [];
        var threshold = choice.Kind == ModelKind.Stepwise ? options.Threshold : 0;
        return
        [
            new LogLinear(table, options, warnings).Run(
                NameOf(choice.Kind),
                start.Distinct(),
                threshold,
                progress,
                cancellation
            ),
        ];
    }

    /// <summary>0 when one of the lists was left out.</summary>
    private static int Mask(CaptureTable table, ListPair pair)
    {
        var lists = table.Lists.ToList();
        var (first, second) = (lists.IndexOf(pair.First), lists.IndexOf(pair.Second));
        return first < 0 || second < 0 ? 0 : (1 << first) | (1 << second);
    }

    private static ModelEstimate Nothing(ModelChoice choice, EstimateOptions options) =>
        new()
        {
            Name = NameOf(choice.Kind),
            Status = ModelStatus.NotEstimable,
            Level = options.Level,
        };

    private static Notice? Explain(ModelEstimate model, EstimateOptions options) =>
        model.Status switch
        {
            ModelStatus.DoesNotExist => new(NoticeCodes.ModelDoesNotExist, model.Name),
            ModelStatus.NotIdentifiable => new(NoticeCodes.ModelNotIdentifiable, model.Name),
            // The verdict counts the pairs that share nobody; a notice for each would drown the others.
            ModelStatus.NotEstimable
                when model.Name.StartsWith("chapman:", StringComparison.Ordinal) => null,
            ModelStatus.NotEstimable => new(NoticeCodes.ModelNotEstimable, model.Name),
            ModelStatus.Diverged => new(
                NoticeCodes.ModelDiverged,
                model.Name,
                options.DivergenceRatio
            ),
            ModelStatus.Estimated or ModelStatus.IntervalUnavailable => null,
            _ => throw new InvalidOperationException($"Bug in Faro: status {model.Status}"),
        };

    /// <summary>Selected terms before named ones, named ones before none; never a formula.</summary>
    private static ModelEstimate? Choose(List<ModelEstimate> models)
    {
        ModelKind[] order =
        [
            ModelKind.Stepwise,
            ModelKind.Fixed,
            ModelKind.AllPairs,
            ModelKind.MainEffects,
        ];
        return order
            .Select(kind =>
                models.Find(m =>
                    m.HasEstimate && string.Equals(m.Name, NameOf(kind), StringComparison.Ordinal)
                )
            )
            .FirstOrDefault(m => m is not null);
    }

    private static void Check(CaptureTable table, EstimateOptions options)
    {
        Throw.UnlessInside(options.Level, 0, 1, nameof(options));
        Throw.UnlessInside(
            options.Threshold,
            -double.Epsilon,
            double.BitIncrement(1),
            nameof(options)
        );
        Throw.UnlessInside(options.TieTolerance, -double.Epsilon, 1, nameof(options));
        Throw.UnlessInside(options.DivergenceRatio, 1, MostRatio, nameof(options));
        Throw.UnlessWithin(options.Replicates, 0, 1_000_000, nameof(options));
        Throw.UnlessWithin(options.Threads, 1, 1024, nameof(options));
        foreach (var pair in options.Models.SelectMany(m => m.Interactions))
        {
            if (
                !table.Lists.Contains(pair.First, StringComparer.Ordinal)
                || !table.Lists.Contains(pair.Second, StringComparer.Ordinal)
                || string.Equals(pair.First, pair.Second, StringComparison.Ordinal)
            )
            {
                Throw.UnknownList($"{pair.First}, {pair.Second}", nameof(options));
            }
        }
    }
}
