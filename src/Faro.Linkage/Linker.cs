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
        var aspects = Aspects.Of(table);
        var candidates = Candidates.Find(table, aspects, options, progress, cancellation);
        progress?.Report(new(LinkageStage.Learning, 0));
        var model = options.Model ?? Learn(table, aspects, candidates, options, cancellation);
        var scorer = new Scorer(aspects, model);
        progress?.Report(new(LinkageStage.Clustering, 0));
        var groups = Join(table, candidates, scorer, options, cancellation);
        progress?.Report(new(LinkageStage.Clustering, 1));
        var rowOf = new int[table.Count];
        for (var row = 0; row < table.Count; row++)
        {
            rowOf[table.Input[row]] = row;
        }

        return new LinkageResult(
            table.Count,
            People.Of(groups, table, reader.Labels),
            candidates.Count,
            model,
            Warnings(aspects, model, reader.LeftOut),
            (left, right) => scorer.Explain(rowOf[left], rowOf[right])
        );
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
        var learnt = Learning.From(candidates, aspects, chance, table.Count, cancellation);
        return new LinkageModel(
            LinkageModel.CurrentFormat,
            options.Seed,
            table.Count,
            learnt.MatchShare,
            learnt.ExpectedMatches,
            learnt.Rounds,
            learnt.Weights(),
            candidates.Rules
        );
    }

    private static List<JoinedGroup> Join(
        RecordTable table,
        Candidates candidates,
        Scorer scorer,
        LinkageOptions options,
        CancellationToken cancellation
    )
    {
        var least = options.Threshold.ToBits().Value;
        var vetoes = new Vetoes(table, options);
        var edges = new List<Edge>[candidates.Batches.Count];
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.Threads,
            CancellationToken = cancellation,
        };
        Parallel.For(
            0,
            edges.Length,
            parallel,
            place => edges[place] = Edges(candidates.Batches[place], scorer, vetoes, least)
        );
        var units = Units.Of(table.Count, [.. edges.SelectMany(batch => batch)], LargestUnit);
        var groups = new JoinedGroup[units.Count][];
        Parallel.For(
            0,
            groups.Length,
            parallel,
            place =>
                groups[place] = [
                    .. new AverageLinkage(
                        units[place],
                        (left, right) =>
                            vetoes.Forbid(left, right)
                                ? double.NegativeInfinity
                                : scorer.Bits(left, right)
                    ).Run(least),
                ]
        );
        return [.. groups.SelectMany(unit => unit)];
    }

    private static List<Edge> Edges(PairBatch batch, Scorer scorer, Vetoes vetoes, double least)
    {
        var edges = new List<Edge>();
        for (var i = 0; i < batch.Count; i++)
        {
            var (left, right, pattern) = batch[i];
            var bits = scorer.Bits(left, right, pattern);
            if (bits >= least && !vetoes.Forbid(left, right))
            {
                edges.Add(new Edge(Math.Min(left, right), Math.Max(left, right), bits));
            }
        }

        return edges;
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
