// SPDX-License-Identifier: Apache-2.0
using Xunit;

namespace Faro.Estimation.Tests;

public sealed class CaptureTableTests
{
    [Fact]
    public void Counts_of_one_history_are_added_up()
    {
        var table = Tables.Of(2, "10 3", "11 1", "10 4", "01 0");
        Assert.Equal([new(1, 7), new(3, 1)], table.Counts);
        Assert.Equal(8, table.Observed);
    }

    [Fact]
    public void A_history_of_no_list_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Tables.Of(2, "00 500"));

    [Fact]
    public void A_negative_count_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Tables.Of(2, "10 -1"));

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    public void One_list_or_seventeen_are_refused(int lists) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Tables.Of(lists));

    [Fact]
    public void Two_lists_of_the_same_name_are_refused() =>
        Assert.Throws<ArgumentException>(() => new CaptureTable(["A", "A"], []));

    [Fact]
    public void More_people_than_the_limit_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Tables.Of(2, "10 1000000000", "01 1"));

    [Fact]
    public void People_on_several_lists_are_counted_together()
    {
        var table = Tables.Of(3, "110 2", "111 3", "001 4");
        Assert.Equal(5, table.Together(0b011));
        Assert.Equal(2, table.OnExactly(2));
        Assert.Equal([], table.EmptyPairs());
    }

    [Fact]
    public void Dropping_a_list_forgets_the_people_only_on_it()
    {
        var table = Tables.Of(3, "110 2", "111 3", "001 4").Keep(0b011);
        Assert.Equal(["A", "B"], table.Lists);
        Assert.Equal([new(3, 5)], table.Counts);
    }
}
