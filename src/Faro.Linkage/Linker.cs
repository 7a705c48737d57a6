// SPDX-License-Identifier: Apache-2.0
using Faro.Linkage.Blocking;
using Faro.Linkage.Clusters;
using Faro.Linkage.Comparison;
using Faro.Linkage.Records;
using Faro.Linkage.Weights;

namespace Faro.Linkage;

/// <summary>Finds the records that are the same person, within lists and between them.</summary>
public static class Linker
{
    /// <summary>Largest piece of the graph that is joined as one; a larger one is cut first.</summary>
    private const int LargestUnit = 500;

    /// <summary>Below this many expected matches nothing can be learnt.</summary>
    private const double FewMatches = 20;

    /// <summary>Links records.</summary>
    /// <param name="records">Records in any order; read once, values are not kept.</param>
    /// <param name="schema">Columns of the records; at least one must be comparable.</param>
    /// <param name="options">How; the defaults when left out.</param>
    /// <param name="progress">Told now and then; may be left out.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>Every person found, with what was learnt. The same records and options give the same clusters,
    /// whatever the order of the records and the number of threads.</returns>
    /// <exception cref="ArgumentException">A record does not fit the schema, the schema has nothing to compare, or a
    /// given model was learnt on other columns.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    /// <remarks>Fellegi and Sunter's model in bits (<see cref="LinkageModel"/>), weights by EM, candidates by several
    /// blocking rules, persons by average linkage. The probabilities are the model's own: they rank pairs well but are
    /// not calibrated against known truth. Pairs that share no blocking key are never looked at.
    /// Cost: about n log n per rule and the pairs found.</remarks>
    public static LinkageResult Run(
        IEnumerable<PersonRecord> records,
        LinkageSchema schema,
        LinkageOptions? options = null,
        IProgress<LinkageProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(schema);
        options ??= new LinkageOptions();
        options.Check();
        if (!schema.IsComparable)
        {
            Throw.Contract("No column can be compared.", nameof(schema));
        }

        var reader = Read(records, schema, progress, cancellation);
        var table = reader.Build();
        table.Lexicon.Seal();
        var aspects = Aspects.Of(table);
        var candidates = Candidates.Find(table, options, progress, cancellation);
        progress?.Report(new(LinkageStage.Learning, 0));
        var model = options.Model ?? Learn(table, aspects, candidates, options, cancellation);
        var scorer = new Scorer(table, aspects, model);
        var vetoes = new Vetoes(table, options, model.HasTwins);
        progress?.Report(new(LinkageStage.Comparing, 0));
        var least = options.Threshold.ToBits().Value;
        var edges = candidates.WalkAll(
            rule => new Edges(rule, scorer, vetoes, least),
            cancellation
        );
        progress?.Report(new(LinkageStage.Clustering, 0));
        var rowOf = RowsByInput(table);
        var decisions = new Decisions(options.Decisions, reader.Labels, rowOf);
        Edge[] all = [.. edges.SelectMany(part => part.All), .. decisions.Joined];
        double Bits(int left, int right) =>
            decisions.Apply(left, right, vetoes.Apply(left, right, scorer.Bits(left, right)));
        var groups = Join(table.Count, all, Bits, options, cancellation);
        progress?.Report(new(LinkageStage.Clustering, 1));
        model = model with { Rules = Rules(candidates, edges) };
        return new LinkageResult(
            table.Count,
            People.Of(groups, table, reader.Labels),
            model,
            Warnings(aspects, model, reader.LeftOut),
            (left, right) => scorer.Explain(rowOf[left], rowOf[right]),
            sources => new Sampling(
                Units.Of(table.Count, all, LargestUnit),
                Histories(table, reader.Labels, sources),
                Bits,
                options.Seed
            )
        );
    }

    private static int[] RowsByInput(RecordTable table)
    {
        var rowOf = new int[table.Count];
        for (var row = 0; row < table.Count; row++)
        {
            rowOf[table.Input[row]] = row;
        }

        return rowOf;
    }

    private static RecordReader Read(
        IEnumerable<PersonRecord> records,
        LinkageSchema schema,
        IProgress<LinkageProgress>? progress,
        CancellationToken cancellation
    )
    {
        progress?.Report(new(LinkageStage.Reading, 0));
        var reader = new RecordReader(schema);
        foreach (var record in records)
        {
            cancellation.ThrowIfCancellationRequested();
            reader.Add(record);
        }

        progress?.Report(new(LinkageStage.Reading, 1));
        return reader;
    }

    private static LinkageModel Learn(
        RecordTable table,
        Aspects aspects,
        Candidates candidates,
        LinkageOptions options,
        CancellationToken cancellation
    )
    {
        var chance = ChanceAgreement.Of(table, aspects, options, cancellation);
        var (patterns, weight) = Patterns.Count(table, aspects, candidates, cancellation);
        var learnt = Learning.From(patterns, weight, aspects, chance, table.Count, cancellation);
        return new LinkageModel(
            LinkageModel.CurrentFormat,
            options.Seed,
            table.Count,
            learnt.MatchShare,
            learnt.ExpectedMatches,
            learnt.Rounds,
            learnt.Weights(),
            [],
            Twins.Are(patterns, aspects)
        );
    }

    private static List<BlockingRule> Rules(Candidates candidates, IReadOnlyList<Edges> edges)
    {
        var pairs = new long[candidates.Rules.Count];
        var matches = new double[candidates.Rules.Count];
        foreach (var part in edges)
        {
            pairs[part.Rule] += part.Pairs;
            matches[part.Rule] += part.ExpectedMatches;
        }

        return
        [
            .. candidates.Rules.Select(
                (rule, place) =>
                    new BlockingRule(
                        rule.Name,
                        pairs[place],
                        candidates.Uses(place),
                        candidates.Skipped[place],
                        Math.Round(matches[place], 2)
                    )
            ),
        ];
    }

    private static List<JoinedGroup> Join(
        int rows,
        Edge[] edges,
        Func<int, int, double> bits,
        LinkageOptions options,
        CancellationToken cancellation
    )
    {
        var least = options.Threshold.ToBits().Value;
        var units = Units.Of(rows, [.. edges.Where(edge => edge.Bits >= least)], LargestUnit);
        var groups = new JoinedGroup[units.Count][];
        Parallel.For(
            0,
            groups.Length,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = options.Threads,
                CancellationToken = cancellation,
            },
            place =>
                groups[place] = [
                    .. new AverageLinkage(
                        units[place],
                        AverageLinkage.Evidence(units[place], bits)
                    ).Run(least),
                ]
        );
        return [.. groups.SelectMany(unit => unit)];
    }

    /// <summary>The list of each row as a bit.</summary>
    private static int[] Histories(RecordTable table, Labels labels, IReadOnlyList<string> sources)
    {
        var places = sources
            .Index()
            .ToDictionary(s => s.Item, s => s.Index, StringComparer.Ordinal);
        var bits = labels
            .Sources.Select(source => places.TryGetValue(source, out var place) ? 1 << place : 0)
            .ToArray();
        return Array.ConvertAll(table.Source, source => bits[source]);
    }

    private static List<LinkageWarning> Warnings(
        Aspects aspects,
        LinkageModel model,
        int columnsLeftOut
    )
    {
        var warnings = new List<LinkageWarning>();
        if (aspects.All.Length < 3)
        {
            warnings.Add(new(LinkageWarningCodes.FewColumns, [aspects.All.Length]));
        }

        if (columnsLeftOut > 0)
        {
            warnings.Add(new(LinkageWarningCodes.ColumnsLeftOut, [columnsLeftOut]));
        }

        if (model.ExpectedMatches < FewMatches)
        {
            warnings.Add(
                new(LinkageWarningCodes.FewMatches, [Math.Round(model.ExpectedMatches, 1)])
            );
        }

        foreach (var rule in model.Rules)
        {
            if (!rule.Used)
            {
                warnings.Add(new(LinkageWarningCodes.RuleLeftOut, [rule.Name]));
            }
            else if (rule.SkippedRecords > 0)
            {
                warnings.Add(
                    new(LinkageWarningCodes.BlockTooLarge, [rule.Name, rule.SkippedRecords])
                );
            }
        }

        return warnings;
    }
}
