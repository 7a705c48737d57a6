// SPDX-License-Identifier: Apache-2.0
using Faro.Disclosure.Measuring;
using Faro.Disclosure.Tests.Noise;
using Xunit;

namespace Faro.Disclosure.Tests.Records;

public sealed class SynthesizeTests
{
    private static readonly PrivacyLevel Weak = new(8, 1e-6);

    [Fact]
    public void Never_more_is_spent_than_the_level_allows()
    {
        foreach (var length in (int[])[1, 2, 3, 4])
        foreach (var cap in (int?[])[null, 3, 5])
        {
            var level = new PrivacyLevel(2, 1e-6);
            var release = Release(
                500,
                new()
                {
                    Level = level,
                    Length = length,
                    Cap = cap,
                    Steps = 5,
                }
            );
            Assert.InRange(release.SpentRho, level.Rho * 0.9, level.Rho);
        }
    }

    [Fact]
    public void Published_counts_are_near_the_truth_and_inside_their_intervals()
    {
        var records = TriedRecords.Of(20_000, 3);
        var release = Synthesize.Run(
            new(records.Domain, _ => records),
            new() { Level = Weak },
            new SeededBits(4),
            null,
            default
        );
        var rows = TriedRecords.Rows(records);
        var (inside, all) = (0, 0);
        foreach (var count in release.Counts)
        {
            var wanted = Attributes(records.Domain, count);
            var truth = rows.LongCount(row => wanted.All(row.Contains));
            Assert.InRange(Math.Abs(truth - count.Count), 0, 80);
            inside += truth >= count.Low && truth <= count.High ? 1 : 0;
            all++;
        }
        Assert.InRange(all, 50, 200);
        Assert.InRange(inside / (double)all, 0.88, 1);
        Assert.InRange(release.Persons.Count, 19_900, 20_100);
    }

    [Fact]
    public void Invented_records_have_the_pairs_of_the_real_ones()
    {
        var records = TriedRecords.Of(20_000, 5);
        var release = Synthesize.Run(
            new(records.Domain, _ => records),
            new() { Level = Weak },
            new SeededBits(6),
            null,
            default
        );
        var copy = new RecordTable(records.Domain);
        for (var record = 0; record < release.RecordCount; record++)
        {
            for (var column = 0; column < records.Domain.Columns.Count; column++)
                copy.Put(column, release.Value(record, column));
            copy.Close();
        }
        var real = Counting.Pairs(records, default);
        var invented = Counting.Pairs(copy, default);
        for (var pair = 0; pair < real.Length; pair++)
            Assert.InRange(Math.Abs(real[pair] - invented[pair]), 0, 120);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void No_count_under_the_minimum_is_published_and_none_exceeds_its_parts(int length)
    {
        var release = Release(
            5000,
            new()
            {
                Level = Weak,
                Minimum = 25,
                Length = length,
            }
        );
        Assert.Equal(length, release.Counts.Max(each => each.Attributes.Count));
        var counts = release.Counts.ToDictionary(
            each => string.Join('|', each.Attributes),
            each => each
        );
        Assert.All(counts.Values, each => Assert.True(each.Count >= 25));
        foreach (var pair in counts.Values.Where(each => each.Attributes.Count > 1))
        foreach (var left in Enumerable.Range(0, pair.Attributes.Count))
        {
            var part = string.Join('|', pair.Attributes.Where((_, i) => i != left));
            Assert.True(counts.TryGetValue(part, out var whole), part);
            Assert.True(pair.Count <= whole.Count);
        }
    }

    [Fact]
    public void A_value_that_one_person_has_is_never_told_when_the_domain_is_private()
    {
        var domain = RecordDomain.Of(
            new("name", [.. Enumerable.Range(0, 300).Select(i => $"rare{i}"), "usual"]),
            new("sex", ["woman", "man"])
        );
        var table = new RecordTable(domain);
        for (var i = 0; i < 3000; i++)
            table.Add(i < 300 ? $"rare{i}" : "usual", i % 2 == 0 ? "woman" : "man");
        var release = Synthesize.Run(
            new(domain, _ => table),
            new()
            {
                Level = new(4, 1e-6),
                IsDomainPrivate = true,
                Steps = 20,
            },
            new SeededBits(7),
            null,
            default
        );
        Assert.Equal(["usual"], release.Domain.Columns[0].Values);
    }

    [Fact]
    public void The_same_bits_give_the_same_release()
    {
        var one = Release(800, new() { Level = Weak, Steps = 40 });
        var other = Release(800, new() { Level = Weak, Steps = 40 });
        Assert.Equal(
            one.Counts.Select(each => each.Count),
            other.Counts.Select(each => each.Count)
        );
    }

    [Fact]
    public void Two_releases_of_the_same_records_differ()
    {
        var records = TriedRecords.Of(800, 1);
        var options = new ReleaseOptions { Level = Weak, Steps = 5 };
        Assert.NotEqual(
            Synthesize.Run(records, options).Counts.Select(each => each.Count),
            Synthesize.Run(records, options).Counts.Select(each => each.Count)
        );
    }

    [Fact]
    public void An_option_out_of_its_range_is_refused()
    {
        foreach (
            var wrong in (ReleaseOptions[])
                [
                    new() { Level = Weak, Length = 0 },
                    new() { Level = Weak, Length = 5 },
                    new() { Level = Weak, Cap = 0 },
                    new() { Level = Weak, Cap = 6 },
                    new() { Level = Weak, Minimum = 0 },
                    new() { Level = Weak, Steps = 0 },
                    new() { Level = Weak, Kinds = 0 },
                    new() { Level = default },
                ]
        )
            Assert.ThrowsAny<ArgumentException>(() => Release(10, wrong));
    }

    [Fact]
    public void A_release_that_is_cancelled_stops()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            Synthesize.Run(TriedRecords.Of(50, 1), new() { Level = Weak }, null, stop.Token)
        );
    }

    [Fact]
    public void A_table_without_anybody_can_be_released()
    {
        var release = Release(0, new() { Level = new(1, 1e-6), Steps = 5 });
        Assert.True(release.RecordCount >= 1);
    }

    private static RecordRelease Release(int count, ReleaseOptions options) =>
        Synthesize.Run(
            new(TriedRecords.Domain, _ => TriedRecords.Of(count, 1)),
            options,
            new SeededBits(2),
            null,
            default
        );

    private static int[] Attributes(RecordDomain domain, PublishedCount count) =>
        [
            .. count.Attributes.Select(each =>
                domain.AttributeOf(
                    domain.Columns.Index().First(c => c.Item.Name == each.Column).Index,
                    each.Value
                )
            ),
        ];
}
