// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Models;

namespace Faro.Estimation.Graphs;

/// <summary>Bayesian average over all decomposable graphs of dependence between lists.</summary>
/// <remarks>Agrees with dga 2.0.2 to the person in every quantile and to 1e-8 in the mean (GraphsPublished), for every
/// prior weight and grid. Where dga stops at a bound that the user chose, the grid grows here until what lies beyond has
/// less than a millionth of the weight. The figure is the median.</remarks>
internal static class GraphAverage
{
    private const int FewestLists = 3;
    private const double MostTail = 1e-6;

    /// <summary>Times the people observed at which a grid that still has weight beyond it is given up.</summary>
    private const double MostGrowth = 1e9;

    private const int MostListed = 5;

    /// <summary>Grids of the caller's up to this size are summed number by number, as dga does.</summary>
    private const long SummedWhole = 3_000_000;

    public static ModelEstimate Run(
        CaptureTable table,
        EstimateOptions options,
        List<Notice> warnings,
        CancellationToken cancellation
    )
    {
        var name = Estimate.NameOf(ModelKind.DecomposableGraphs);
        var lists = table.Lists.Count;
        var answer = Formulas.Without(name, options.Level);
        if (lists is < FewestLists or > DecomposableGraphs.MostLists)
        {
            warnings.Add(
                lists < FewestLists
                    ? new(NoticeCodes.ModelTooFewLists, name, lists, FewestLists)
                    : new(NoticeCodes.ModelTooManyLists, name, lists, DecomposableGraphs.MostLists)
            );
            return answer;
        }

        if (table.Observed == 0)
        {
            return answer;
        }

        var graphs = new DecomposableGraphs(lists, cancellation);
        var prior = options.CellPrior > 0 ? options.CellPrior : 1.0 / (1 << lists);
        var posterior = Weigh(graphs, new(table, prior), options, cancellation);
        var tail = 0.5 - (options.Level / 2);
        var upper = posterior.Quantile(1 - tail);
        if (
            (options.MostUnseen == 0 && posterior.TailMass > MostTail)
            || upper > options.DivergenceRatio * table.Observed
        )
        {
            return answer with { Status = ModelStatus.Diverged };
        }

        return answer with
        {
            Status = ModelStatus.Estimated,
            Estimate = posterior.Quantile(0.5),
            Interval = new(posterior.Quantile(tail), upper, IntervalKind.Posterior),
            Graphs = new(
                graphs.Count,
                posterior.Mean,
                posterior.MostUnseen,
                posterior.TailMass,
                [
                    .. posterior
                        .Best(MostListed)
                        .Select(best => new WeightedGraph(
                            [.. Cliques(graphs, best.Graph).Select(set => Names(table, set))],
                            best.Weight
                        )),
                ]
            ),
        };
    }

    private static GraphPosterior Weigh(
        DecomposableGraphs graphs,
        GraphWeights weights,
        EstimateOptions options,
        CancellationToken cancellation
    )
    {
        double most =
            options.MostUnseen > 0 ? options.MostUnseen : Math.Ceiling(30 * weights.Observed);
        while (true)
        {
            var posterior = new GraphPosterior(
                graphs,
                weights,
                most,
                summed: options.MostUnseen is > 0 and <= SummedWhole,
                options.Threads,
                cancellation
            );
            if (
                options.MostUnseen > 0
                || posterior.TailMass <= MostTail
                || most >= MostGrowth * weights.Observed
            )
            {
                return posterior;
            }

            most = Math.Min(most * 30, MostGrowth * weights.Observed);
        }
    }

    private static List<int> Cliques(DecomposableGraphs graphs, int graph)
    {
        var cliques = new List<int>();
        foreach (var part in graphs.Parts(graph))
        {
            if (part > 0)
            {
                cliques.Add(part);
            }
        }

        return cliques;
    }

    private static string[] Names(CaptureTable table, int set) =>
        [.. table.Lists.Where((_, list) => ((set >> list) & 1) == 1)];
}
