// SPDX-License-Identifier: Apache-2.0
using CsCheck;
using Xunit;

namespace Faro.Disclosure.Tests.Pages;

public sealed class AreasTests
{
    private static readonly Dimension Tree = Dimension.Hierarchy(
        "place",
        ["n", "s", "n1", "n2", "n3", "s1", "s2", "far"],
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["n1"] = "n",
            ["n2"] = "n",
            ["n3"] = "n",
            ["s1"] = "s",
            ["s2"] = "s",
        }
    );

    private static readonly string[] Leaves = ["n1", "n2", "n3", "s1", "s2", "far"];

    [Fact]
    public void Every_area_has_enough_persons_in_every_period() =>
        Gen.Long[0, 25]
            .Array[6]
            .Array[1, 4]
            .Sample(
                periods =>
                {
                    var counts = periods.Select(Counted).ToList();
                    var areas = Areas.Merge(Tree, counts, 10);
                    Assert.Equal(Leaves.Order(), areas.Keys.Order());
                    var names = areas.Values.Distinct().ToList();
                    foreach (var period in counts.Where(_ => names.Count > 1))
                        Assert.All(
                            names,
                            name =>
                                Assert.True(
                                    period
                                        .Where(each => areas[each.Key] == name)
                                        .Sum(each => each.Value) >= 10
                                )
                        );
                },
                iter: 500
            );

    [Fact]
    public void Small_places_are_taken_together_below_the_place_they_belong_to()
    {
        var areas = Areas.Merge(Tree, [Counted([50, 6, 5, 4, 3, 20])], 10);
        Assert.Equal("n1", areas["n1"]);
        Assert.Equal("far", areas["far"]);
        // Eleven are left over in the north; seven in the south are too few for an area and join them.
        Assert.All((string[])["n2", "n3", "s1", "s2"], place => Assert.Equal("n++", areas[place]));
    }

    [Fact]
    public void A_place_that_is_unknown_or_no_leaf_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Areas.Merge(Tree, [], 10));
        Assert.Throws<ArgumentException>(() =>
            Areas.Merge(
                Tree,
                [new Dictionary<string, long>(StringComparer.Ordinal) { ["n"] = 3 }],
                10
            )
        );
    }

    private static Dictionary<string, long> Counted(long[] counts) =>
        Leaves
            .Zip(counts)
            .ToDictionary(each => each.First, each => each.Second, StringComparer.Ordinal);
}
