// SPDX-License-Identifier: Apache-2.0
using Xunit;

namespace Faro.Disclosure.Tests;

public sealed class PublishTests
{
    private static readonly Dimension Country = Dimension.Flat("country", "gt", "hn", "sv", "ni");
    private static readonly Dimension Sex = Dimension.Flat("sex", "female", "male");

    [Fact]
    public void Counts_are_rounded_down_to_ten_and_sums_by_themselves()
    {
        var table = Publish.Table(
            CountTable.OneWay(Country, 97, 45, 29, 38),
            DisclosureRule.Public
        );

        Assert.Equal(new Cell.Shown(90), table.At("gt"));
        Assert.Equal(new Cell.Shown(20), table.At("sv"));
        Assert.Equal(new Cell.Shown(200), table.At("total"));
        Assert.Equal(0, table.HiddenCount);
        Assert.True(table.Audit.Passes);
    }

    [Fact]
    public void Fewer_than_ten_and_nobody_are_hidden_alike()
    {
        var table = Publish.Table(CountTable.OneWay(Country, 120, 58, 9, 0), DisclosureRule.Public);

        Assert.Equal(new Cell.Hidden(HiddenReason.FewerThanMinimum), table.At("sv"));
        Assert.Equal(new Cell.Hidden(HiddenReason.FewerThanMinimum), table.At("ni"));
        Assert.Null(table.Public("sv"));
        Assert.Null(table.Public("ni"));
        Assert.Equal(120, table.Public("gt"));
    }

    [Fact]
    public void A_lone_small_count_is_not_left_to_subtraction()
    {
        var counts = CountTable.OneWay(Country, 120, 58, 31, 4);

        var primaryOnly = Publish.Audit(
            counts,
            DisclosureRule.Exact,
            [
                ["ni"],
            ]
        );
        var table = Publish.Table(counts, DisclosureRule.Exact);

        Assert.Equal((4, 4), (primaryOnly.Leaks.Single().Least, primaryOnly.Leaks.Single().Most));
        Assert.Equal(new Cell.Hidden(HiddenReason.Complementary), table.At("sv"));
        Assert.Equal(new Cell.Shown(213), table.At("total"));
        Assert.Equal([0, 0], table.Audit.Deductions.Select(d => d.Least));
        Assert.Equal([35L, 35L], table.Audit.Deductions.Select(d => d.Most));
    }

    [Fact]
    public void A_structural_zero_is_shown_as_such_and_protects_nobody()
    {
        var outcome = Dimension.Flat("outcome", "birth", "other");
        var counts = CountTable
            .TwoWay(
                outcome,
                Sex,
                new long[,]
                {
                    { 3, 0 },
                    { 70, 64 },
                }
            )
            .WithStructuralZeros([
                ["birth", "male"],
            ]);

        var table = Publish.Table(counts, DisclosureRule.Exact);

        Assert.Equal(new Cell.StructuralZero(), table.At("birth", "male"));
        Assert.Equal(0, table.Public("birth", "male"));
        Assert.Null(table.Public("birth", "female"));
        Assert.Null(table.Public("birth", "total"));
        Assert.All(table.Audit.Deductions, d => Assert.True(d.Possible is null or >= 10));
    }

    [Fact]
    public void A_row_whose_people_all_sit_in_one_cell_is_hidden()
    {
        var counts = CountTable.TwoWay(
            Country,
            Sex,
            new long[,]
            {
                { 40, 0 },
                { 30, 25 },
                { 61, 18 },
                { 22, 47 },
            }
        );
        var rule = DisclosureRule.Public with { ShowZeros = true };

        Assert.Equal(
            new Cell.Hidden(HiddenReason.WholeGroup),
            Publish.Table(counts, rule).At("gt", "female")
        );
        Assert.Equal(
            new Cell.Shown(40),
            Publish.Table(counts, rule with { HideWholeGroups = false }).At("gt", "female")
        );
    }

    [Fact]
    public void A_small_total_is_hidden_with_everything_else()
    {
        var table = Publish.Table(CountTable.OneWay(Country, 3, 2, 1, 1), DisclosureRule.Public);

        Assert.All(table.Cells, cell => Assert.IsType<Cell.Hidden>(cell.Cell));
        Assert.All(table.Audit.Deductions, deduction => Assert.Null(deduction.Most));
    }

    [Fact]
    public void Groups_of_a_hierarchy_give_a_small_place_no_way_out()
    {
        var place = Dimension.Hierarchy(
            "place",
            ["jal", "14067", "14039", "nay", "18020", "18017"],
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["14067"] = "jal",
                ["14039"] = "jal",
                ["18020"] = "nay",
                ["18017"] = "nay",
            }
        );
        var counts = CountTable.Of(
            [Sex, place],
            [
                new(["female", "14067"], 88),
                new(["female", "14039"], 41),
                new(["female", "18020"], 26),
                new(["female", "18017"], 3),
                new(["male", "14067"], 52),
                new(["male", "14039"], 33),
                new(["male", "18020"], 19),
                new(["male", "18017"], 17),
            ]
        );

        var table = Publish.Table(counts, DisclosureRule.Exact);

        Assert.Equal(129, counts.Count("female", "jal"));
        Assert.Equal(279, counts.Count("total", "total"));
        Assert.Equal(279, table.Public("total", "total"));
        Assert.Equal(129, table.Public("female", "jal"));
        Assert.Null(table.Public("female", "18017"));
        Assert.Equal(4, table.HiddenCount);
        Assert.True(table.Audit.Passes);
    }

    [Fact]
    public void Sums_that_are_not_published_help_nobody_to_subtract()
    {
        var means = Dimension.WithoutTotal("means", "debt", "threats", "documents");

        var table = Publish.Table(CountTable.OneWay(means, 60, 4, 25), DisclosureRule.Exact);

        Assert.Equal(1, table.HiddenCount);
        Assert.Null(table.Audit.Deductions.Single().Most);
        Assert.Throws<ArgumentException>(() => table.At("total"));
    }

    [Fact]
    public void The_same_table_is_protected_in_the_same_way_each_time()
    {
        var counts = CountTable.TwoWay(
            Country,
            Sex,
            new long[,]
            {
                { 91, 4 },
                { 30, 12 },
                { 7, 18 },
                { 22, 0 },
            }
        );

        Assert.Equal(
            Publish.Table(counts, DisclosureRule.Exact).Cells.Select(cell => cell.Cell),
            Publish.Table(counts, DisclosureRule.Exact).Cells.Select(cell => cell.Cell)
        );
    }

    [Theory]
    [InlineData(15, 10, 10)]
    [InlineData(10, 10, 1)]
    [InlineData(0, 1, 10)]
    public void A_rule_that_shows_what_it_hides_is_refused(long minimum, long to, long doubt)
    {
        var rule = new DisclosureRule
        {
            Minimum = minimum,
            Rounding = Rounding.Down(to),
            Doubt = doubt,
        };

        Assert.Throws<ArgumentException>(() =>
            Publish.Table(CountTable.OneWay(Country, 1, 2, 3, 4), rule)
        );
    }
}
