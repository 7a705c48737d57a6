// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Tests.Support;
using Xunit;

namespace Faro.Linkage.Tests;

public sealed class DecisionTests
{
    private static readonly LinkageSchema Schema = SchemaGuess.Of([
        "nombre",
        "primer_apellido",
        "segundo_apellido",
        "fecha_nacimiento",
        "municipio",
        "telefono",
    ]);

    private static readonly RecordRef First = new("policia", 100);
    private static readonly RecordRef Again = new("refugio", 100);
    private static readonly RecordRef Stranger = new("policia", 117);

    [Fact]
    public void Two_records_decided_to_be_two_people_are_parted_and_joined_again_by_undoing_it()
    {
        Assert.Equal(PersonOf(Link(), First), PersonOf(Link(), Again));

        var parted = Link(new PairDecision(First, Again, IsSame: false));

        Assert.NotEqual(PersonOf(parted, First), PersonOf(parted, Again));
    }

    [Fact]
    public void Two_records_decided_to_be_one_person_are_joined_whatever_they_say()
    {
        Assert.NotEqual(PersonOf(Link(), First), PersonOf(Link(), Stranger));

        var joined = Link(new PairDecision(First, Stranger, IsSame: true));

        Assert.Equal(PersonOf(joined, First), PersonOf(joined, Stranger));
    }

    [Fact]
    public void A_never_holds_against_an_always_by_way_of_a_third_record()
    {
        var result = Link(
            new PairDecision(First, Stranger, IsSame: true),
            new PairDecision(Again, Stranger, IsSame: true),
            new PairDecision(First, Again, IsSame: false)
        );

        Assert.NotEqual(PersonOf(result, First), PersonOf(result, Again));
    }

    [Fact]
    public void A_decision_about_a_record_that_is_gone_is_passed_over() =>
        Assert.Equal(
            Link().Clusters.Count,
            Link(new PairDecision(First, new RecordRef("gone", 1), IsSame: true)).Clusters.Count
        );

    [Fact]
    public void Numbers_stay_with_people_and_every_join_and_split_is_told()
    {
        var first = PersonIds.None.Carry(Link().Clusters);
        var parted = first.Carry(Link(new PairDecision(First, Again, IsSame: false)).Clusters);
        var whole = parted.Carry(Link().Clusters);

        Assert.Empty(first.Changes);
        Assert.Empty(first.Carry(Link().Clusters).Changes);
        var split = Assert.Single(parted.Changes);
        Assert.Equal([first.OfRecord[First]], split.Before);
        Assert.Equal(2, split.After.Count);
        var join = Assert.Single(whole.Changes);
        Assert.Equal(2, join.Before.Count);
        Assert.Equal(first.OfRecord, whole.OfRecord);
        Assert.Equal(parted.Next, whole.Next);
    }

    private static LinkageResult Link(params PairDecision[] decisions) =>
        Linker.Run(
            Invented.People(150),
            Schema,
            new LinkageOptions { SampledPairs = 20_000, Decisions = decisions },
            cancellation: TestContext.Current.CancellationToken
        );

    private static int PersonOf(LinkageResult result, RecordRef record) =>
        result
            .Clusters.Single(cluster =>
                cluster.Members.Any(member =>
                    member.Source == record.Source && member.Row == record.Row
                )
            )
            .Number;
}
