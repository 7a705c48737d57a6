// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Graphs;
using Xunit;

namespace Faro.Estimation.Tests.Graphs;

/// <summary>Against dga 2.0.2 for every prior weight and grid it was run with, and OEIS A058862.</summary>
public sealed class GraphsPublished
{
    public static TheoryData<string> Names =>
        [
            "Artificial_3",
            "Korea",
            "HAV",
            "Kosovo",
            "UKdat_4",
            "HIV",
            "Western",
            "UKdat_5",
            "NewOrl_5_186",
            "Ned_5",
            "NewOrl_5",
            "sim04",
        ];

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 8)]
    [InlineData(4, 61)]
    [InlineData(5, 822)]
    [InlineData(6, 18154)]
    [InlineData(7, 617675)]
    public void There_are_as_many_chordal_graphs_as_the_encyclopaedia_says(int lists, int graphs) =>
        Assert.Equal(
            graphs,
            new DecomposableGraphs(lists, TestContext.Current.CancellationToken).Count
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void Quantiles_are_those_of_dga_to_the_person(string name)
    {
        var table = Tables.Shared(name);
        var graphs = new DecomposableGraphs(
            table.Lists.Count,
            TestContext.Current.CancellationToken
        );
        foreach (
            var run in References
                .Of("dga", name)
                .EnumerateObject()
                .Where(p => p.Name.StartsWith("max", StringComparison.Ordinal))
        )
        {
            var posterior = new GraphPosterior(
                graphs,
                new(table, run.Value.GetProperty("delta").GetDouble()),
                run.Value.GetProperty("nMissingMax").GetDouble(),
                summed: true,
                threads: 2,
                TestContext.Current.CancellationToken
            );
            References.Near(run.Value.GetProperty("mean").GetDouble(), posterior.Mean, 1e-8);
            foreach (var quantile in run.Value.GetProperty("quantiles").EnumerateObject())
            {
                Assert.Equal(
                    quantile.Value.GetDouble(),
                    posterior.Quantile(Tables.Double(quantile.Name))
                );
            }

            References.Near(
                run.Value.GetProperty("topGraphs")[0].GetProperty("prob").GetDouble(),
                posterior.Best(1).Single().Weight,
                1e-8
            );
        }
    }

    [Theory]
    [InlineData("ball-2002/Kosovo.csv")]
    [InlineData("silverman-2014/UKdat_5.csv")]
    public void A_grid_that_grows_by_itself_gives_what_a_summed_one_gives(string path)
    {
        var table = Tables.Published(path);
        ModelEstimate With(long most) =>
            Tables
                .Run(
                    table,
                    new() { Models = [new(ModelKind.DecomposableGraphs)], MostUnseen = most }
                )
                .Models[0];
        var grown = With(0);
        var summed = With((long)grown.Graphs!.MostUnseen);
        Assert.True(grown.Graphs.TailMass < 1e-6);
        Assert.Equal(summed.Estimate!.Value, grown.Estimate!.Value, 1.0);
        Assert.Equal(summed.Interval!.Lower, grown.Interval!.Lower, 1.0);
        Assert.Equal(summed.Interval.Upper, grown.Interval.Upper, 1.0);
    }
}
