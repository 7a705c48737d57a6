// SPDX-License-Identifier: Apache-2.0
using CsCheck;
using Xunit;

namespace Faro.Disclosure.Tests.Pages;

public sealed class AttackTests
{
    [Fact]
    public void A_count_hidden_alone_is_recovered_from_the_sums()
    {
        var page = Page(Rounding.None, ("a", 12), ("b", null), ("c", 30), ("total", 45));
        var found = Attack.Linear([page], isCumulative: false)[0].Single();
        Assert.Equal((3, 3L), (found.Least, found.Most));
        Assert.Equal(["b"], found.Codes);
    }

    [Fact]
    public void What_rounding_leaves_open_is_counted_as_doubt()
    {
        var page = Page(Rounding.Nearest(5), ("a", 10), ("b", null), ("total", 15));
        var found = Attack.Linear([page], isCumulative: false)[0].Single();
        Assert.Equal((1, 9L), (found.Least, found.Most));
    }

    [Fact]
    public void An_earlier_edition_bounds_the_next_when_counts_only_grow()
    {
        var before = Page(Rounding.None, ("a", 12), ("b", 9), ("total", 21));
        var after = Page(Rounding.None, ("a", null), ("b", null), ("total", 22));
        Assert.Equal(23, Attack.Linear([after], false)[0][0].Possible);
        Assert.All(
            Attack.Linear([before, after], isCumulative: true)[1],
            each => Assert.Equal(2, each.Possible)
        );
    }

    [Fact]
    public void Counts_that_contradict_each_other_are_refused() =>
        Assert.Throws<ArgumentException>(() =>
            Attack.Linear([Page(Rounding.None, ("a", 12), ("total", 11))], false)
        );

    [Fact]
    public void Protected_tables_survive_the_attack_from_outside() =>
        Gen.Long[0, 40]
            .Array[12]
            .Sample(
                counts =>
                {
                    var cells = new long[3, 4];
                    for (var i = 0; i < 12; i++)
                        cells[i / 4, i % 4] = counts[i];
                    var table = CountTable.TwoWay(
                        Dimension.Flat("row", "r1", "r2", "r3"),
                        Dimension.Flat("column", "c1", "c2", "c3", "c4"),
                        cells
                    );
                    foreach (
                        var rule in (DisclosureRule[])[DisclosureRule.Public, DisclosureRule.Exact]
                    )
                    {
                        var page = PublishedPage.Of(Publish.Table(table, rule));
                        Assert.All(
                            Attack.Linear([page], false)[0],
                            each =>
                                Assert.True(each.Possible is null || each.Possible >= rule.Doubt)
                        );
                    }
                },
                iter: 60
            );

    [Fact]
    public void The_largest_increase_says_who_came()
    {
        var before = Page(Rounding.None, ("a", 12), ("b", 9));
        var after = Page(Rounding.None, ("a", 12), ("b", 10));
        Assert.Equal([new Rise("code", "b", 1)], Attack.Newcomers(before, after));
        Assert.Empty(Attack.Newcomers(before, before));
    }

    [Fact]
    public void A_page_that_is_no_table_is_refused()
    {
        Assert.Throws<ArgumentException>(() => PublishedPage.Of([], [], Rounding.None));
        Assert.Throws<ArgumentException>(() => Page(Rounding.None, ("a", 1), ("a", 2)));
        Assert.Throws<ArgumentException>(() => Page(Rounding.None, ("a", -1)));
    }

    private static PublishedPage Page(
        Rounding rounding,
        params (string Code, long? Count)[] cells
    ) =>
        PublishedPage.Of(
            ["code"],
            [.. cells.Select(cell => new PublishedCell([cell.Code], cell.Count))],
            rounding
        );
}
