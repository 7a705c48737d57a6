// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Tests.Support;
using Xunit;

namespace Faro.Linkage.Tests;

public sealed class LinkerTests
{
    private static readonly LinkageOptions Quick = new() { SampledPairs = 20_000 };

    private static readonly string[] Headers =
    [
        "nombre",
        "primer_apellido",
        "segundo_apellido",
        "fecha_nacimiento",
        "municipio",
        "telefono",
    ];

    [Fact]
    public void A_respelt_name_and_a_swapped_date_are_still_one_person()
    {
        var result = Link(
            new(
                "policia",
                2,
                "1",
                ["YENIFER", "BASQUES", "PÉREZ", "03/07/1999", "Tapachula", "9621234567"]
            ),
            new(
                "refugio",
                2,
                "7",
                ["Jennifer", "Vásquez", "Pérez", "1999-03-07", "Tapachula", "+52 962 123 4567"]
            )
        );

        var person = result.Clusters.Single(cluster =>
            cluster.Members.Any(member => member.Source == "policia" && member.Row == 2)
        );
        Assert.Contains(person.Members, member => member is { Source: "refugio", Row: 2 });
        var explained = result.Explain(0, 1);
        Assert.Contains(
            explained.Parts,
            part => part is { Comparison: "birth", Level: "day-month-swapped" }
        );
        Assert.Equal(
            explained.Total.Value,
            explained.Prior.Value
                + explained.Parts.Sum(part => part.Bits.Value + part.FrequencyBits.Value),
            9
        );
    }

    [Fact]
    public void Twins_with_names_of_their_own_are_two_persons()
    {
        var result = Link(
            new("policia", 2, "1", ["Rosa", "Canul", "Ek", "1999-03-07", "Tekax", "9971234567"]),
            new("refugio", 2, "7", ["Beatriz", "Canul", "Ek", "1999-03-07", "Tekax", "9971234567"])
        );

        Assert.DoesNotContain(
            result.Clusters,
            cluster =>
                cluster.Members.Any(member => member.Index == 0)
                && cluster.Members.Any(member => member.Index == 1)
        );
    }

    [Fact]
    public void A_kept_model_gives_the_same_persons_again()
    {
        var records = Invented.People(400).ToList();
        var schema = SchemaGuess.Of(Headers);
        var first = Run(records, schema, Quick);
        var model = LinkageModel.FromJson(first.Model.ToJson());

        var second = Run(records, schema, Quick with { Model = model });

        Assert.Equal(
            first.Clusters.Select(cluster => cluster.Members.Count),
            second.Clusters.Select(cluster => cluster.Members.Count)
        );
    }

    [Fact]
    public void A_model_of_other_columns_is_refused()
    {
        var records = Invented.People(50).ToList();
        var model = Run(records, SchemaGuess.Of(Headers), Quick).Model;
        var fewer = SchemaGuess.Of([.. Headers.Take(5), "notas"]);

        void Act() => Run(records, fewer, Quick with { Model = model });

        Assert.Throws<ArgumentException>(Act);
    }

    [Fact]
    public void Nothing_and_one_record_are_linked_without_complaint()
    {
        var schema = SchemaGuess.Of(Headers);

        Assert.Empty(Run([], schema, Quick).Clusters);
        var one = Run([.. Invented.People(1).Take(1)], schema, Quick);
        Assert.Equal(1, Assert.Single(one.Clusters).Probability.Value);
        Assert.Contains(one.Warnings, warning => warning.Code == "linkage.few-matches");
    }

    [Fact]
    public void A_run_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            Linker.Run(Invented.People(10), SchemaGuess.Of(Headers), cancellation: stop.Token)
        );
    }

    [Fact]
    public void A_record_that_does_not_fit_the_schema_is_refused()
    {
        Assert.Throws<ArgumentException>(() =>
            Run([new("a", 2, "", ["Ana"])], SchemaGuess.Of(Headers), Quick)
        );
    }

    [Fact]
    public void Every_stage_is_told_as_it_is_reached()
    {
        var told = new Told();

        Linker.Run(
            Invented.People(50),
            SchemaGuess.Of(Headers),
            progress: told,
            cancellation: TestContext.Current.CancellationToken
        );

        Assert.Equal(
            [
                LinkageStage.Reading,
                LinkageStage.Blocking,
                LinkageStage.Learning,
                LinkageStage.Comparing,
                LinkageStage.Clustering,
            ],
            told.Stages.Distinct()
        );
    }

    [Fact]
    public void Histories_count_each_person_once_on_all_their_lists()
    {
        var one = new Probability(1);
        ClusterMember On(string list, int index) => new(index, list, index, "", one);
        var result = ListOverlap.Count(
            [
                new(1, [On("b", 0), On("a", 1), On("a", 2)], one),
                new(2, [On("b", 3)], one),
                new(3, [On("b", 4)], one),
            ],
            null
        );

        Assert.Equal(["a", "b"], result.Sources);
        Assert.Equal(new Dictionary<int, int> { [2] = 2, [3] = 1 }, result.Counts);
    }

    /// <summary>The two records, among four hundred other people who are each on two lists.</summary>
    private static LinkageResult Link(params PersonRecord[] records) =>
        Run([.. records, .. Invented.People(400)], SchemaGuess.Of(Headers), Quick);

    private static LinkageResult Run(
        IEnumerable<PersonRecord> records,
        LinkageSchema schema,
        LinkageOptions options
    ) => Linker.Run(records, schema, options, cancellation: TestContext.Current.CancellationToken);

    private sealed class Told : IProgress<LinkageProgress>
    {
        public List<LinkageStage> Stages { get; } = [];

        public void Report(LinkageProgress value) => Stages.Add(value.Stage);
    }
}
