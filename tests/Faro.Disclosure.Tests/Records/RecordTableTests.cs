// SPDX-License-Identifier: Apache-2.0
using CsCheck;
using Faro.Disclosure.Measuring;
using Faro.Disclosure.Tests.Noise;
using Xunit;

namespace Faro.Disclosure.Tests.Records;

public sealed class RecordTableTests
{
    [Fact]
    public void A_value_that_is_not_declared_is_empty_or_other()
    {
        var table = new RecordTable(TriedRecords.Domain);
        table.Add("90", "woman", "perhaps", "", "Z");
        Assert.Equal(
            ["woman", "other"],
            TriedRecords.Rows(table).Single().Select(TriedRecords.Domain.ValueOf)
        );
    }

    [Fact]
    public void A_domain_that_contradicts_itself_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new DomainColumn("sex", ["a", "a"]));
        Assert.Throws<ArgumentException>(() => new DomainColumn("sex", ["a", ""]));
        Assert.Throws<ArgumentException>(() => new DomainColumn("sex", ["a"], "b"));
        Assert.Throws<ArgumentException>(() => RecordDomain.Of());
        Assert.Throws<ArgumentException>(() => RecordDomain.Of(new("x", ["a"]), new("x", ["b"])));
        var many = Enumerable.Range(0, 4097).Select(i => $"v{i}").ToArray();
        Assert.Throws<ArgumentException>(() => RecordDomain.Of(new DomainColumn("x", many)));
        Assert.Throws<ArgumentException>(() => new RecordTable(TriedRecords.Domain).Add("woman"));
    }

    [Fact]
    public void Pairs_and_triples_are_counted_as_by_hand() =>
        Gen.Int[1, 400]
            .Select(Gen.Int)
            .Sample(
                (count, seed) =>
                {
                    var table = TriedRecords.Of(count, seed);
                    var rows = TriedRecords.Rows(table);
                    var width = table.Domain.AttributeCount;
                    long Holding(params int[] wanted) =>
                        rows.LongCount(row => wanted.All(row.Contains));
                    var pairs = Counting.Pairs(table, default);
                    var triples = new TripleList();
                    for (var a = 0; a < width; a++)
                    for (var b = a + 1; b < width; b++)
                    {
                        Assert.Equal(Holding(a, b), pairs[(a * width) + b]);
                        for (var c = b + 1; c < width; c++)
                            if ((a + b + c + seed) % 3 == 0)
                                triples.Add(a, b, c);
                    }
                    var counts = Counting.Triples(table, triples, default);
                    foreach (var (first, second, from, to) in triples.Groups)
                        for (var triple = from; triple < to; triple++)
                            Assert.Equal(
                                Holding(first, second, triples.Third(triple)),
                                counts[triple]
                            );
                },
                iter: 20
            );

    [Fact]
    public void A_cap_leaves_a_part_of_who_is_over_it_and_all_of_the_others() =>
        Gen.Int[1, 5]
            .Select(Gen.Int)
            .Sample(
                (cap, seed) =>
                {
                    var table = TriedRecords.Of(200, seed);
                    var capped = table.CappedAt(cap, new SeededBits((ulong)(uint)seed));
                    foreach (
                        var (before, after) in TriedRecords
                            .Rows(table)
                            .Zip(TriedRecords.Rows(capped))
                    )
                    {
                        Assert.Equal(Math.Min(cap, before.Length), after.Length);
                        Assert.Subset(before.ToHashSet(), after.ToHashSet());
                        Assert.Equal(after.Order(), after);
                    }
                },
                iter: 20
            );

    [Fact]
    public void Records_beyond_one_block_are_all_there()
    {
        var table = new RecordTable(TriedRecords.Domain);
        for (var i = 0; i < (1 << 16) + 5; i++)
            table.Add("30+", "", "", "", "");
        Assert.Equal((1 << 16) + 5, Counting.Singles(table)[2]);
        Assert.Equal((1 << 16) + 5, table.Count);
    }
}
