// SPDX-License-Identifier: Apache-2.0
using Xunit;

namespace Faro.Disclosure.Tests;

public sealed class LinkedTablesTests
{
    private static readonly Dimension Sex = Dimension.Flat("sex", "female", "male");
    private static readonly Dimension Age = Dimension.Flat("age", "0-17", "18-plus");

    /// <summary>Two lists of 43 and 38 with 8 persons on both: 35, 30 and 8; 73 in all.</summary>
    private static readonly LinkedTables TwoLists = OnLists(35, 30, 8);

    [Fact]
    public void Patterns_that_pass_alone_betray_with_the_sizes_that_somebody_is_on_both_lists()
    {
        var alone = Publish.Audit(
            TwoLists.Tables[0],
            DisclosureRule.Public,
            [
                ["ab"],
            ]
        );
        var together = Publish.Audit(TwoLists, DisclosureRule.Public, new TableCell(0, "ab"))[0];

        // Shown: 30 and 30 of patterns, 40 and 30 of lists, 70 in all. By hand: the list of 40 to 49 has at most 39 on it
        // alone, so one at least is on both; the list of 30 to 39 has at least 30 on it alone, so at most nine are.
        Assert.True(alone.Passes);
        Assert.Equal((1, 9), (together.Deductions[0].Least, together.Deductions[0].Most));
        Assert.False(together.Passes);
    }

    [Fact]
    public void Protected_together_how_many_are_on_both_lists_stays_in_doubt()
    {
        var tables = Publish.Tables(TwoLists, DisclosureRule.Public);

        Assert.IsType<Cell.Hidden>(tables[0].At("ab"));
        Assert.All(tables, table => Assert.True(table.Audit.Passes));
        Assert.InRange(tables.Sum(table => table.HiddenCount), 2, 3);
        var both = tables[0].Audit.Deductions.Single(each => each.Codes is ["ab"]);
        Assert.True(both.Possible is null or >= 10);
    }

    [Fact]
    public void A_total_of_two_tables_is_not_told_by_one_when_the_other_hides_it()
    {
        var linked = LinkedTables
            .Of(CountTable.OneWay(Sex, 23, 3), CountTable.OneWay(Age, 14, 12))
            .WithSame(new TableCell(0, "total"), new TableCell(1, "total"));

        var tables = Publish.Tables(linked, DisclosureRule.Exact);

        // Exact counts: with 23 and 26 shown the 3 is found; so is it with 14, 12 and 23.
        Assert.Equal(tables[0].At("total"), tables[1].At("total"));
        Assert.Null(tables[0].Public("male"));
        Assert.All(tables, table => Assert.True(table.Audit.Passes));
    }

    [Fact]
    public void A_part_that_is_shown_keeps_its_whole_from_being_bounded()
    {
        var forms = Dimension.WithoutTotal("form", "labour", "sexual");
        var linked = LinkedTables
            .Of(CountTable.OneWay(Sex, 61, 4), CountTable.OneWay(forms, 65, 20))
            .WithAtLeast(new TableCell(0, "total"), new TableCell(1, "labour"))
            .WithAtLeast(new TableCell(0, "total"), new TableCell(1, "sexual"));

        var audits = Publish.Audit(
            linked,
            DisclosureRule.Exact,
            new TableCell(0, "male"),
            new TableCell(0, "total")
        );

        // Nobody says how many there are, but 65 of them have one form: at least four are not women.
        Assert.Equal([65L, 4L], audits[0].Deductions.Select(each => each.Least));
        Assert.All(audits[0].Deductions, each => Assert.Null(each.Most));
    }

    [Fact]
    public void Persons_who_can_be_in_several_parts_are_at_most_as_many_as_those_together()
    {
        var known = Dimension.WithoutTotal("known", "form");
        var forms = Dimension.WithoutTotal("form", "labour", "sexual");
        var linked = LinkedTables
            .Of(CountTable.OneWay(known, 50), CountTable.OneWay(forms, 30, 25))
            .WithAtMost(new TableCell(0, "form"), new TableCell(1, "labour"), new(1, "sexual"));

        var audit = Publish.Audit(linked, DisclosureRule.Exact, new TableCell(1, "labour"))[1];

        Assert.Equal((25, null), (audit.Deductions[0].Least, audit.Deductions[0].Most));
    }

    [Fact]
    public void A_cell_may_count_several_times_in_a_sum()
    {
        var sizes = Dimension.WithoutTotal("records", "1", "2");
        var records = Dimension.WithoutTotal("source", "all");
        var linked = LinkedTables
            .Of(CountTable.OneWay(sizes, 40, 3), CountTable.OneWay(records, 46))
            .WithSum(new TableCell(1, "all"), new(0, "1"), new(0, "2"), new(0, "2"));

        var audit = Publish.Audit(linked, DisclosureRule.Exact, new TableCell(0, "2"))[0];

        Assert.Equal((3, 3), (audit.Deductions[0].Least, audit.Deductions[0].Most));
        Assert.All(
            Publish.Tables(linked, DisclosureRule.Exact),
            table => Assert.True(table.Audit.Passes)
        );
    }

    [Fact]
    public void What_is_not_true_cannot_be_said_of_tables()
    {
        var linked = LinkedTables.Of(CountTable.OneWay(Sex, 23, 3), CountTable.OneWay(Age, 14, 13));
        TableCell first = new(0, "total"),
            second = new(1, "total");

        Assert.Throws<ArgumentException>(() => linked.WithSame(first, second));
        Assert.Throws<ArgumentException>(() => linked.WithAtLeast(first, second));
        Assert.Throws<ArgumentException>(() => linked.WithAtMost(second, first));
        Assert.Throws<ArgumentException>(() => linked.WithSum(first, second));
        Assert.Throws<ArgumentException>(() => linked.WithSame(first, new TableCell(2, "total")));
        Assert.Throws<ArgumentException>(() => LinkedTables.Of());
    }

    /// <summary>Persons on two lists: by pattern, and by list.</summary>
    internal static LinkedTables OnLists(long a, long b, long ab) =>
        LinkedTables
            .Of(
                CountTable.OneWay(Dimension.Flat("pattern", "a", "b", "ab"), a, b, ab),
                CountTable.OneWay(Dimension.WithoutTotal("list", "a", "b"), a + ab, b + ab)
            )
            .WithSum(new TableCell(1, "a"), new(0, "a"), new(0, "ab"))
            .WithSum(new TableCell(1, "b"), new(0, "b"), new(0, "ab"));
}
