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

        // λ is the share of pairs that are one person: here there are next to none.
        Assert.InRange(result.Model.ExpectedMatches, 0, .02 * list.Records.Count);
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

    [Fact]
    public void Ten_thousand_records_of_nonsense_are_linked_without_complaint()
    {
        string[] headers =
        [
            "nombre",
            "apellido1",
            "apellido2",
            "alias",
            "fecha_nac",
            "sexo",
            "pais",
            "tel",
            "curp",
            "calle",
        ];
        var schema = SchemaGuess.Of(headers);
        var value = Gen.OneOf(
            Gen.String[0, 40],
            Gen.String[Gen.Char["áéñ'-. ,ÃÂ\u0301\u200bЖ漢🙂\ud800 0129/"], 0, 30],
            Gen.Const("Ana"),
            Gen.Const("01/02/1999"),
            Gen.Const("")
        );
        var files = 0;
        value
            .Array[headers.Length]
            .Array[100]
            .Sample(
                rows =>
                {
                    var result = Run(
                        rows.Select(
                            (values, row) => new PersonRecord($"l{row % 3}", row + 2, "", values)
                        ),
                        schema,
                        Quick with
                        {
                            SampledPairs = 1000,
                        }
                    );
                    Interlocked.Increment(ref files);
                    return result.Clusters.Sum(cluster => cluster.Members.Count) == rows.Length
                        && result.DrawOverlaps(2).Count == 2;
                },
                iter: 100,
                threads: 1
            );
        Assert.InRange(files, 100, int.MaxValue);
    }

    [Fact]
    public void Draws_of_partitions_scatter_around_the_result_and_repeat_themselves()
    {
        var list = TruthList.Read("entity_id", "faro-2k.csv");
        var result = Run(
            list.Records.Select((record, row) => record with { Source = $"l{row % 4}" }),
            list.Schema
        );

        var draws = result.DrawOverlaps(20);

        Assert.Equal(draws[4].Counts, result.DrawOverlaps(5)[4].Counts);
        var persons = draws.Select(draw => draw.Counts.Values.Sum()).ToArray();
        Assert.True(persons.Distinct().Count() > 1, "no draw differs from another");
        Assert.InRange(
            persons.Average(),
            .95 * result.Clusters.Count,
            1.05 * result.Clusters.Count
        );
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
