// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Checks;

namespace Faro.Estimation;

/// <summary>How far the answer moves when something moves that nobody can know.</summary>
/// <remarks>Whitehead et al. (2021) and Aleshin-Guendel, Sadinle, Wakefield (2021): an estimate rests on assumptions that
/// the data cannot test, so they must be varied. Unless a check is about another method, the method is stepwise
/// selection with the interval of its model.</remarks>
public static class Sensitivity
{
    /// <summary>Runs every check that the table allows.</summary>
    /// <param name="table">Who is on which lists.</param>
    /// <param name="options">Level, thresholds, seed and threads; null takes every default.</param>
    /// <param name="progress">Told when a check is done; may be null.</param>
    /// <param name="methods">Methods whose own checks are wanted; null takes all. Those of samplers take longest.</param>
    /// <param name="cancellation">Stops between two answers.</param>
    /// <returns>The answer as it is, then one point per change.</returns>
    public static IReadOnlyList<SensitivityPoint> Run(
        CaptureTable table,
        EstimateOptions? options = null,
        IProgress<EstimateProgress>? progress = null,
        IReadOnlyCollection<ModelKind>? methods = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        var useful = Estimate.Reduced(table);
        if (useful is null || useful.Observed == 0)
        {
            return [];
        }

        var changes = new TableChanges(useful, options ?? new());
        var settings = new SettingChanges(useful, options ?? new(), cancellation);
        bool Wanted(ModelKind method) => methods?.Contains(method) != false;
        Func<IEnumerable<SensitivityPoint>>[] checks =
        [
            changes.AsItIs,
            changes.DropLists,
            changes.MergePairs,
            changes.MovePeople,
            changes.Linkage,
            changes.Dependence,
            settings.Thresholds,
            .. Wanted(ModelKind.Heterogeneity) ? Check(settings.PeopleDiffer) : [],
            .. Wanted(ModelKind.Bic) ? Check(settings.Models) : [],
            .. Wanted(ModelKind.DecomposableGraphs) ? Check(settings.Graphs) : [],
            .. Wanted(ModelKind.LatentClasses) ? Check(settings.Classes) : [],
        ];
        var points = new List<SensitivityPoint>();
        for (var i = 0; i < checks.Length; i++)
        {
            foreach (var point in checks[i]())
            {
                cancellation.ThrowIfCancellationRequested();
                points.Add(point);
            }

            progress?.Report(new("sensitivity", i + 1, checks.Length));
        }

        return points;
    }

    private static Func<IEnumerable<SensitivityPoint>>[] Check(
        Func<IEnumerable<SensitivityPoint>> one
    ) => [one];
}

/// <summary>What was changed to see how far the answer moves.</summary>
public enum SensitivityCheck
{
    /// <summary>Nothing: the answer itself.</summary>
    AsItIs,

    /// <summary>One list left out.</summary>
    DropList,

    /// <summary>Two lists taken for one.</summary>
    MergePair,

    /// <summary>One person more in one cell.</summary>
    OnePersonMore,

    /// <summary>One person less in one cell.</summary>
    OnePersonLess,

    /// <summary>Another p-value below which a pair enters.</summary>
    Threshold,

    /// <summary>Another number of best models for the bootstrap to choose among.</summary>
    TopModels,

    /// <summary>Another prior weight of the cells of decomposable graphs.</summary>
    CellPrior,

    /// <summary>Another bound on the people unseen for decomposable graphs.</summary>
    MostUnseen,

    /// <summary>Another number of latent classes.</summary>
    Classes,

    /// <summary>Another prior on the concentration of latent classes.</summary>
    Concentration,

    /// <summary>Two lists assumed to depend on each other by a fixed odds ratio that the data cannot show.</summary>
    Dependence,

    /// <summary>A share of true matches that the linkage missed.</summary>
    MissedMatches,

    /// <summary>A share of matches that the linkage made wrongly.</summary>
    FalseMatches,

    /// <summary>Another admissible model of the ranking.</summary>
    OtherModel,

    /// <summary>People who differ in how easily they are seen.</summary>
    PeopleDiffer,
}

/// <summary>One answer under one change.</summary>
/// <param name="Check">What was changed.</param>
/// <param name="Subject">The lists, the history or the model it was changed for; empty when none.</param>
/// <param name="Value">The new value; null when the change has none.</param>
/// <param name="Observed">People observed after the change.</param>
/// <param name="Status">What came of it.</param>
/// <param name="Estimate">Everybody, persons.</param>
/// <param name="Lower">Lower limit; for stepwise answers it takes the chosen model for granted.</param>
/// <param name="Upper">Upper limit.</param>
public sealed record SensitivityPoint(
    SensitivityCheck Check,
    IReadOnlyList<string> Subject,
    double? Value,
    long Observed,
    ModelStatus Status,
    double? Estimate,
    double? Lower,
    double? Upper
);
