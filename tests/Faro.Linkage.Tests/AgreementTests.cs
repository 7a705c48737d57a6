// SPDX-License-Identifier: Apache-2.0
using Xunit;

namespace Faro.Linkage.Tests;

public sealed class AgreementTests
{
    [Fact]
    public void Pairs_and_records_are_measured_as_their_sources_define_them()
    {
        // Truth a a a b, clusters {0, 1} and {2, 3}: one right pair of two joined, of three to be joined.
        var agreement = Agreement.Of(Clusters([0, 1], [2, 3]), ["a", "a", "a", "b"]);

        Assert.Equal(.5, agreement.Pairwise.Precision, 12);
        Assert.Equal(1 / 3.0, agreement.Pairwise.Recall, 12);
        Assert.Equal((1 + 1 + .5 + .5) / 4, agreement.BCubed.Precision, 12);
        Assert.Equal(((2 / 3.0) + (2 / 3.0) + (1 / 3.0) + 1) / 4, agreement.BCubed.Recall, 12);
        Assert.Equal(0, agreement.ExactClusters.F1);
        Assert.Equal((2, 3), (agreement.LargestCluster, agreement.LargestPerson));
    }

    [Fact]
    public void Clusters_that_are_the_truth_are_perfect()
    {
        var agreement = Agreement.Of(Clusters([0, 2], [1]), ["x", "y", "x"]);

        Assert.Equal(1, agreement.Pairwise.F1);
        Assert.Equal(1, agreement.BCubed.F1);
        Assert.Equal(1, agreement.ExactClusters.F1);
    }

    [Fact]
    public void A_slice_counts_only_its_records()
    {
        var agreement = Agreement.Of(
            Clusters([0, 1], [2, 3]),
            ["a", "a", "b", "c"],
            [true, true, false, false]
        );

        Assert.Equal(1, agreement.Pairwise.Precision);
        Assert.Equal(1, agreement.BCubed.Recall);
    }

    [Fact]
    public void A_record_without_a_truth_is_refused() =>
        Assert.Throws<ArgumentException>(() => Agreement.Of(Clusters([0, 1]), ["a"]));

    private static List<Cluster> Clusters(params int[][] members) =>
        [
            .. members.Select(
                (places, number) =>
                    new Cluster(
                        number + 1,
                        [
                            .. places.Select(place => new ClusterMember(
                                place,
                                "list",
                                place + 2,
                                "",
                                new Probability(1)
                            )),
                        ],
                        new Probability(1)
                    )
            ),
        ];
}
