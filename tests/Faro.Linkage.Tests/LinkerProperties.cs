// SPDX-License-Identifier: Apache-2.0
using CsCheck;
using Faro.Linkage.Tests.Support;
using Xunit;

namespace Faro.Linkage.Tests;

public sealed class LinkerProperties
{
    private static readonly LinkageOptions Quick = new() { SampledPairs = 50_000 };

    [Fact]
    public void The_order_of_rows_does_not_change_the_persons()
    {
        var list = TruthList.Read("entity_id", "faro-2k.csv");
        var expected = Persons(Run(list.Records, list.Schema));
        Gen.Shuffle(list.Records.ToArray())
            .Sample(
                shuffled => Persons(Run(shuffled, list.Schema)).SetEquals(expected),
                iter: 3,
                threads: 1
            );
    }

    [Fact]
    public void One_thread_and_two_give_the_same_bytes()
    {
        var list = TruthList.Read("entity_id", "faro-2k.csv");

        var one = Run(list.Records, list.Schema, Quick with { Threads = 1 });
        var two = Run(list.Records, list.Schema, Quick with { Threads = 2 });

        Assert.Equal(one.Model.ToJson(), two.Model.ToJson());
        Assert.Equal(
            one.Clusters.SelectMany(cluster =>
                cluster.Members.Select(member => (cluster.Number, member))
            ),
            two.Clusters.SelectMany(cluster =>
                cluster.Members.Select(member => (cluster.Number, member))
            )
        );
    }

    [Fact]
    public void A_list_linked_with_itself_finds_every_record_again()
    {
        var list = TruthList.Read(null, "febrl4a.csv");
        var twice = list
            .Records.Concat(list.Records.Select(record => record with { Source = "again" }))
            .ToList();

        var result = Run(twice, list.Schema);

        var found = result.Clusters.Count(cluster =>
            cluster.Members.Count == 2 && cluster.Members[0].Row == cluster.Members[1].Row
        );
        Assert.True(found >= .998 * list.Records.Count, $"{found} of {list.Records.Count}");
        var certain = result.Explain(0, list.Records.Count);
        Assert.True(certain.Probability.Value > .999);
    }

    [Theory]
    [InlineData("febrl4a.csv", null)]
    [InlineData("faro-2k.csv", "entity_id")]
    public void Shuffled_columns_give_almost_no_links(string file, string? truth)
    {
        var list = TruthList.Read(truth, file);
        var columns = list.Schema.Columns.Count;
        var values = list.Records.Select(_ => new string?[columns]).ToArray();
        for (var column = 0; column < columns; column++)
        {
            var order = Order(list.Records.Count, (ulong)column);
            for (var row = 0; row < order.Length; row++)
            {
                values[row][column] = list.Records[order[row]].Values[column];
            }
        }

        var result = Run(
            list.Records.Select((record, row) => record with { Values = values[row] }),
            list.Schema
        );

        Assert.True(
            result.Clusters.Count >= .99 * list.Records.Count,
            $"{result.Clusters.Count} persons of {list.Records.Count} records"
        );
    }

    [Fact]
    public void Nobody_is_joined_within_a_list_without_duplicates()
    {
        var list = TruthList.Read("cluster", "fake_1000.csv");

        var result = Run(list.Records, list.Schema, Quick with { OnePerSource = true });

        Assert.Equal(list.Records.Count, result.Clusters.Count);
    }

    private static LinkageResult Run(
        IEnumerable<PersonRecord> records,
        LinkageSchema schema,
        LinkageOptions? options = null
    ) =>
        Linker.Run(
            records,
            schema,
            options ?? Quick,
            cancellation: TestContext.Current.CancellationToken
        );

    private static HashSet<string> Persons(LinkageResult result) =>
        [
            .. result.Clusters.Select(cluster =>
                string.Join(
                    ' ',
                    cluster
                        .Members.Select(member => $"{member.Id}={member.Probability.Value:F9}")
                        .Order(StringComparer.Ordinal)
                )
            ),
        ];

    private static int[] Order(int count, ulong seed)
    {
        var keys = new ulong[count];
        var order = Enumerable.Range(0, count).ToArray();
        for (var row = 0; row < count; row++)
        {
            keys[row] = Blocking.Keys.Narrow(Blocking.Keys.Narrow(seed, 7), row);
        }

        Array.Sort(keys, order);
        return order;
    }
}
