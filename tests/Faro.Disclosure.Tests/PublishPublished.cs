// SPDX-License-Identifier: Apache-2.0
using Xunit;

namespace Faro.Disclosure.Tests;

/// <summary>The worked example of the literature on cell suppression (Fischetti and Salazar, "Solving the cell suppression
/// problem on tabular data with linear constraints", Management Science 47 (2001) 1008-1027): investment by activity
/// and region, where activity II in region C (22) is confidential. By hand: with II-A, II-C, III-A and III-C hidden,
/// II-C = t gives II-A = 30 − t, III-A = t − 5 and III-C = 34 − t, none of them negative for t from 5 to 30.</summary>
public sealed class PublishPublished
{
    private static readonly CountTable Investment = CountTable.TwoWay(
        Dimension.Flat("activity", "i", "ii", "iii"),
        Dimension.Flat("region", "a", "b", "c"),
        new long[,]
        {
            { 20, 50, 10 },
            { 8, 19, 22 },
            { 17, 32, 12 },
        }
    );

    [Fact]
    public void The_confidential_cell_alone_is_found_by_subtraction()
    {
        var audit = Publish.Audit(
            Investment,
            DisclosureRule.Exact,
            [
                ["ii", "c"],
            ]
        );

        Assert.Equal((22, 22), (audit.Deductions[0].Least, audit.Deductions[0].Most));
        Assert.False(audit.Passes);
    }

    [Fact]
    public void With_three_more_hidden_it_lies_between_5_and_30()
    {
        var audit = Publish.Audit(
            Investment,
            DisclosureRule.Exact,
            [
                ["ii", "a"],
                ["ii", "c"],
                ["iii", "a"],
                ["iii", "c"],
            ]
        );

        var confidential = audit.Deductions.Single(d => d.Codes is ["ii", "c"]);
        Assert.Equal((5, 30), (confidential.Least, confidential.Most));
        Assert.True(audit.Passes);
    }

    [Fact]
    public void The_sums_of_the_example_come_out()
    {
        Assert.Equal(49, Investment.Count("ii", "total"));
        Assert.Equal(44, Investment.Count("total", "c"));
        Assert.Equal(190, Investment.Count("total", "total"));
    }
}
