// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Enumeration;
using Faro.Estimation.Graphs;
using Faro.Estimation.Models;
using Faro.Estimation.Samplers;

namespace Faro.Estimation;

/// <summary>One run over one table: hands each choice to its method.</summary>
internal sealed class Answers(
    CaptureTable table,
    EstimateOptions options,
    List<Notice> warnings,
    IProgress<EstimateProgress>? progress,
    CancellationToken cancellation
)
{
    private readonly BicMethods _bic = new(table, options, warnings, progress, cancellation);

    /// <summary>The answers of one choice.</summary>
    public IEnumerable<ModelEstimate> Of(ModelChoice choice) =>
        choice.Kind switch
        {
            ModelKind.MainEffects => [LogLinear(choice.Kind, [], 0)],
            ModelKind.Stepwise => [LogLinear(choice.Kind, [], options.Threshold)],
            ModelKind.AllPairs => [LogLinear(choice.Kind, Selection.Pairs(table.Lists.Count), 0)],
            ModelKind.Fixed =>
            [
                LogLinear(
                    choice.Kind,
                    choice.Interactions.Select(Mask).Where(m => m != 0).Distinct(),
                    0
                ),
            ],
            ModelKind.Uk2014 => [UkMethod.Run(table, options, warnings)],
            ModelKind.Bic => [_bic.Best()],
            ModelKind.BicAverage => [_bic.Average()],
            ModelKind.DecomposableGraphs =>
            [
                GraphAverage.Run(table, options, warnings, cancellation),
            ],
            ModelKind.LatentClasses =>
            [
                new LatentClasses(table, options).Run(progress, cancellation),
            ],
            ModelKind.BayesThreshold =>
            [
                new BayesThreshold(table, options).Run(progress, cancellation),
            ],
            ModelKind.Heterogeneity => Heterogeneity.Run(table, options),
            ModelKind.SampleCoverage => SampleCoverage.Run(table, options),
            ModelKind.Chao => [Formulas.Chao(table, options.Level)],
            ModelKind.Chapman => Each(Formulas.Chapman),
            ModelKind.LincolnPetersen => Each(Formulas.LincolnPetersen),
            _ => throw new ArgumentOutOfRangeException(nameof(choice), choice.Kind, "no such kind"),
        };

    private ModelEstimate LogLinear(ModelKind kind, IEnumerable<int> start, double threshold) =>
        new LogLinear(table, options, warnings).Run(
            Estimate.NameOf(kind),
            start,
            threshold,
            progress,
            cancellation
        );

    private IEnumerable<ModelEstimate> Each(
        Func<CaptureTable, int, int, double, ModelEstimate> formula
    ) =>
        Selection
            .Pairs(table.Lists.Count)
            .Select(pair =>
                formula(table, int.TrailingZeroCount(pair), int.Log2(pair), options.Level)
            );

    /// <summary>0 when one of the lists was left out.</summary>
    private int Mask(ListPair pair)
    {
        var lists = table.Lists.ToList();
        var (first, second) = (lists.IndexOf(pair.First), lists.IndexOf(pair.Second));
        return first < 0 || second < 0 ? 0 : (1 << first) | (1 << second);
    }
}
