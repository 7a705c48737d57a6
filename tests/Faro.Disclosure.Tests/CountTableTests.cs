// SPDX-License-Identifier: Apache-2.0
using Xunit;

namespace Faro.Disclosure.Tests;

public sealed class CountTableTests
{
    private static readonly Dimension Age = Dimension.Flat("age", "0-17", "18-plus");
    private static readonly Dimension Sex = Dimension.Flat("sex", "female", "male");

    [Fact]
    public void Sums_are_worked_out_from_the_cells()
    {
        var table = CountTable.TwoWay(
            Age,
            Sex,
            new long[,]
            {
                { 1, 2 },
                { 3, 4 },
            }
        );

        Assert.Equal(3, table.Count("0-17", "total"));
        Assert.Equal(6, table.Count("total", "male"));
        Assert.Equal(10, table.Count("total", "total"));
    }

    [Fact]
    public void A_cell_that_is_absent_counts_nobody() =>
        Assert.Equal(
            0,
            CountTable.Of([Age, Sex], [new(["0-17", "male"], 5)]).Count("0-17", "female")
        );

    [Fact]
    public void A_sum_cannot_be_given_as_a_cell() =>
        Assert.Throws<ArgumentException>(() => CountTable.Of([Age], [new(["total"], 5)]));

    [Fact]
    public void A_cell_cannot_be_given_twice() =>
        Assert.Throws<ArgumentException>(() =>
            CountTable.Of([Age], [new(["0-17"], 5), new(["0-17"], 0)])
        );

    [Fact]
    public void A_negative_count_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CountTable.OneWay(Age, 3, -1));

    [Fact]
    public void A_third_dimension_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            CountTable.Of([Age, Sex, Dimension.Flat("year", "2012")], [])
        );

    [Fact]
    public void Two_dimensions_that_roll_up_are_refused()
    {
        var parents = new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "g" };
        var tree = Dimension.Hierarchy("x", ["a", "g"], parents);
        var other = Dimension.Hierarchy("y", ["a", "g"], parents);

        Assert.Throws<ArgumentException>(() => CountTable.Of([tree, other], []));
    }

    [Fact]
    public void Somebody_is_no_structural_zero() =>
        Assert.Throws<ArgumentException>(() =>
            CountTable
                .OneWay(Age, 3, 1)
                .WithStructuralZeros([
                    ["0-17"],
                ])
        );

    [Fact]
    public void Codes_that_roll_up_in_a_circle_are_refused() =>
        Assert.Throws<ArgumentException>(() =>
            Dimension.Hierarchy(
                "x",
                ["a", "b"],
                new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "b", ["b"] = "a" }
            )
        );

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a", "")]
    [InlineData("a", "total")]
    public void Repeated_empty_and_reserved_codes_are_refused(params string[] codes) =>
        Assert.Throws<ArgumentException>(() => Dimension.Flat("x", codes));
}
