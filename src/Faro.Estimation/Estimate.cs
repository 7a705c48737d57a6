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

    /// <summary>Share of the interval by which other replicates may move a limit without a word.</summary>
    private const double Imprecise = 0.1;

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
        var models = new List<ModelEstimate>();
        var complete = Answer(table, options, models, warnings, progress, cancellation);
        warnings.AddRange(models.SelectMany(m => Explain(m, options)));
        if (!complete)
        {
            warnings.Add(
                new(
                    NoticeCodes.RunStopped,
                    models.Select(m => m.Name).Distinct(StringComparer.Ordinal).Count(),
                    options.Models.Count
                )
            );
        }

        return Conclude(table, options, models, warnings, complete);
    }

    /// <summary>Puts together answers that were computed apart, as pieces of long work are: range, standings and verdict are
    /// those of one run.</summary>
    /// <param name="table">Who is on which lists.</param>
    /// <param name="models">Answers of <see cref="Run"/> on the same table and options, in the order to report them.</param>
    /// <param name="options">How they were made; null takes every default.</param>
    /// <param name="complete">Whether nothing that was asked for is missing.</param>
    /// <returns>One result. Its warnings are those of the table and of the models.</returns>
    /// <exception cref="ArgumentException">An option is out of range or names a list that is not there.</exception>
    public static EstimateResult Join(
        CaptureTable table,
        IReadOnlyList<ModelEstimate> models,
        EstimateOptions? options = null,
        bool complete = true
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(models);
        options ??= new();
        Check(table, options);
        return Conclude(
            table,
            options,
            [.. models],
            [.. table.Warnings, .. models.SelectMany(m => Explain(m, options))],
            complete
        );
    }

    private static EstimateResult Conclude(
        CaptureTable table,
        EstimateOptions options,
        List<ModelEstimate> models,
        List<Notice> warnings,
        bool complete
    )
    {
        var chosen = Choose(models);
        var verdict = Judge.Weigh(table, models, chosen, options.Benchmark);
        var standings = Standing.Of(models);
        double[] figures =
        [
            .. models
                .Zip(standings)
                .Where(p => p.Second.Admissible)
                .Select(p => p.First.Estimate!.Value),
        ];
        return new()
        {
            Observed = table.Observed,
            Lists = table.Lists,
            Models = models,
            Chosen = chosen?.Name,
            Warnings = warnings,
            Verdict = verdict,
            Standings = standings,
            Range = verdict.CanBeBelieved ? Standing.RangeOf(models, table.Observed) : null,
            Disagreement = figures.Length == 0 ? null : figures.Max() / figures.Min(),
            Complete = complete,
            InputHash = table.Hash(),
            Seed = options.Seed,
            Version = Version,
        };
    }

    /// <summary>Answers every choice, or those it comes to before it is cancelled.</summary>
    private static bool Answer(
        CaptureTable table,
        EstimateOptions options,
        List<ModelEstimate> models,
        List<Notice> warnings,
        IProgress<EstimateProgress>? progress,
        CancellationToken cancellation
    )
    {
        var useful = Reduced(table);
        var answers = useful is null
            ? null
            : new Answers(useful, options, warnings, progress, cancellation);
        try
        {
            foreach (var choice in options.Models)
            {
                cancellation.ThrowIfCancellationRequested();
                var earlier = Earlier(table, choice, options);
                models.AddRange(
                    earlier.Count > 0
                        ? earlier
                        : (
                            answers?.Of(choice)
                            ?? [Formulas.Without(NameOf(choice.Kind), options.Level)]
                        )
                );
            }

            return true;
        }
        catch (OperationCanceledException) when (options.PartialWhenCancelled)
        {
            return false;
        }
    }

    /// <summary>The table without the lists that say nothing; null when fewer than two are left.</summary>
    internal static CaptureTable? Reduced(CaptureTable table)
    {
        var kept = Useful(table);
        return kept.Length == table.Lists.Count ? table
            : kept.Length >= CaptureTable.FewestLists
                ? table.Keep(kept.Aggregate(0, (mask, list) => mask | (1 << list)))
            : null;
    }

    private static List<ModelEstimate> Earlier(
        CaptureTable table,
        ModelChoice choice,
        EstimateOptions options
    )
    {
        if (
            options.Resume is not { } earlier
            || earlier.Seed != options.Seed
            || !string.Equals(earlier.Version, Version, StringComparison.Ordinal)
            || !string.Equals(earlier.InputHash, table.Hash(), StringComparison.Ordinal)
        )
        {
            return [];
        }

        return [.. earlier.Models.Where(m => choice.Kind == KindOf(m.Name))];
    }

    /// <summary>The kind that a model's name belongs to.</summary>
    internal static ModelKind? KindOf(string name)
    {
        if (Heterogeneity.Names.Contains(name, StringComparer.Ordinal))
        {
            return ModelKind.Heterogeneity;
        }

        if (name.StartsWith("sample-coverage", StringComparison.Ordinal))
        {
            return ModelKind.SampleCoverage;
        }

        var kind = name.Split(':')[0];
        return Enum.GetValues<ModelKind>()
            .Where(k => string.Equals(NameOf(k), kind, StringComparison.Ordinal))
            .Select(k => (ModelKind?)k)
            .FirstOrDefault();
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
            ModelKind.Uk2014 => "uk-2014",
            ModelKind.Bic => "bic",
            ModelKind.BicAverage => "bic-average",
            ModelKind.DecomposableGraphs => "dga",
            ModelKind.LatentClasses => "latent-classes",
            ModelKind.BayesThreshold => "bayes-threshold",
            ModelKind.Heterogeneity => "heterogeneity",
            ModelKind.SampleCoverage => "sample-coverage",
            ModelKind.Chao => "chao",
            ModelKind.Chapman => "chapman",
            ModelKind.LincolnPetersen => "lincoln-petersen",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind"),
        };

    private static IEnumerable<Notice> Explain(ModelEstimate model, EstimateOptions options)
    {
        // The verdict counts the pairs that share nobody; a notice for each would drown the others.
        if (model.Name.Contains(':', StringComparison.Ordinal))
        {
            yield break;
        }

        if (Failure(model, options) is { } failure)
        {
            yield return failure;
        }

        if (model.HiddenEstimable == true)
        {
            yield return new(NoticeCodes.ModelHiddenEstimable, model.Name);
        }

        if (
            model.Interval is { } interval
            && Math.Max(interval.LowerError ?? 0, interval.UpperError ?? 0)
                > Imprecise * (interval.Upper - interval.Lower)
        )
        {
            yield return new(NoticeCodes.IntervalImprecise, model.Name, interval.Replicates);
        }
    }

    private static Notice? Failure(ModelEstimate model, EstimateOptions options) =>
        model.Status switch
        {
            ModelStatus.DoesNotExist => new(NoticeCodes.ModelDoesNotExist, model.Name),
            ModelStatus.NotIdentifiable => new(NoticeCodes.ModelNotIdentifiable, model.Name),
            ModelStatus.NotEstimable => new(NoticeCodes.ModelNotEstimable, model.Name),
            ModelStatus.Diverged => new(
                NoticeCodes.ModelDiverged,
                model.Name,
                options.DivergenceRatio
            ),
            ModelStatus.DidNotMix => new(
                NoticeCodes.ModelDidNotMix,
                model.Name,
                Math.Round(model.Mixing!.Rhat, 2),
                Math.Round(model.Mixing.EffectiveDraws)
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
        Throw.UnlessWithin(options.Sweeps, 1000, 10_000_000, nameof(options));
        Throw.UnlessWithin(options.Classes, 1, 50, nameof(options));
        Throw.UnlessWithin(options.MaxOrder, 0, 5, nameof(options));
        Throw.UnlessWithin(options.TopModels, 0, 1_000_000, nameof(options));
        Throw.UnlessWithin(options.ThresholdOrder, 2, 3, nameof(options));
        Throw.UnlessWithin(options.MostUnseen, 0, CaptureTable.MostPeople, nameof(options));
        Throw.UnlessInside(options.CellPrior, -double.Epsilon, 100, nameof(options));
        Throw.UnlessInside(options.Concentration, 0, 1000, nameof(options));
        Throw.UnlessInside(
            options.WaldThreshold,
            -double.Epsilon,
            double.BitIncrement(1),
            nameof(options)
        );
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
