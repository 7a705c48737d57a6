// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation;
using Faro.Linkage;
using Faro.Programme.Studies.Sources;

namespace Faro.Programme.Studies.Steps;

/// <summary>Finds who is the same person over all lists of persons of a study.</summary>
internal static class SamePerson
{
    private const int LargestSizeTold = 4;

    /// <param name="sources">All lists of persons, at least one.</param>
    /// <param name="settings">How.</param>
    /// <param name="frame">Seed and minimum.</param>
    /// <param name="threads">Changes the time, never the result.</param>
    /// <param name="progress">0 to 1.</param>
    /// <param name="cancellation">Ends the run.</param>
    public static LinkedPeople Run(
        IReadOnlyList<StepSource> sources,
        StudySettings settings,
        StudyFrame frame,
        int threads,
        IProgress<double>? progress,
        CancellationToken cancellation
    )
    {
        var schemas = sources.Select(source => PersonSchema.Of(source.Mapping)).ToList();
        var union = LinkageSchema.Union(schemas);
        var options = new LinkageOptions
        {
            Threshold = new Probability(settings.LinkThreshold),
            OnePerSource = settings.OnePerList,
            Seed = (ulong)frame.Seed,
            Threads = threads,
        };
        var result = Linker.Run(
            sources.Zip(schemas).SelectMany(pair => Records(pair.First, pair.Second, union)),
            union,
            options,
            progress is null ? null : new Stages(progress),
            cancellation
        );
        string[] lists = [.. sources.Select(source => source.Name)];
        return new LinkedPeople(
            Figure(result, lists, new Protection(frame.MinimumCell)),
            sources.Count is >= CaptureTable.FewestLists and <= CaptureTable.MostLists
                ? OverlapCounts.Of(result.ListOverlap(lists))
                : null,
            [
                .. result
                    .Clusters.Where(cluster => cluster.Members.Count > 1)
                    .Select(cluster => Pseudonymous(cluster, lists, sources)),
            ]
        );
    }

    private static IEnumerable<PersonRecord> Records(
        StepSource source,
        LinkageSchema schema,
        LinkageSchema union
    )
    {
        var places = union.PlacesIn(schema);
        foreach (var line in source.Rows())
        {
            var values = new string?[places.Count];
            for (var column = 0; column < values.Length; column++)
            {
                values[column] = places[column] < 0 ? null : line.Cells[places[column]];
            }

            yield return new PersonRecord(source.Name, line.Row, "", values);
        }
    }

    private static SamePersonFigure Figure(
        LinkageResult result,
        string[] lists,
        Protection protection
    )
    {
        var people = new long[lists.Length];
        var records = new long[lists.Length];
        var links = new Dictionary<(int First, int Second), long>();
        var sizes = new long[LargestSizeTold];
        foreach (var cluster in result.Clusters)
        {
            var on = cluster.Members.Select(member => Array.IndexOf(lists, member.Source)).ToList();
            sizes[Math.Min(on.Count, LargestSizeTold) - 1]++;
            on.ForEach(list => records[list]++);
            int[] different = [.. on.Distinct().Order()];
            for (var i = 0; i < different.Length; i++)
            {
                people[different[i]]++;
                for (var j = i + 1; j < different.Length; j++)
                {
                    var pair = (different[i], different[j]);
                    links[pair] = links.GetValueOrDefault(pair) + 1;
                }
            }
        }

        return new SamePersonFigure(
            protection.Count(result.Records),
            protection.Count(result.Clusters.Count),
            [
                .. lists.Select(
                    (list, i) =>
                        new ListPeople(
                            list,
                            protection.Count(records[i]),
                            protection.Count(people[i]),
                            protection.Count(records[i] - people[i])
                        )
                ),
            ],
            [
                .. from first in Enumerable.Range(0, lists.Length)
                from second in Enumerable.Range(first + 1, lists.Length - first - 1)
                select new ListLink(
                    lists[first],
                    lists[second],
                    protection.Count(links.GetValueOrDefault((first, second)))
                ),
            ],
            [.. sizes.Select((size, i) => new ClusterSize(i + 1, protection.Count(size)))],
            [.. result.Warnings.Select(warning => Notices.Of(warning, protection))]
        );
    }

    private static PersonCluster Pseudonymous(
        Cluster cluster,
        string[] lists,
        IReadOnlyList<StepSource> sources
    ) =>
        new(
            cluster.Number,
            Math.Round(cluster.Probability.Value, 6),
            [
                .. cluster.Members.Select(member => new ClusterRow(
                    sources[Array.IndexOf(lists, member.Source)].Number,
                    member.Row
                )),
            ]
        );

    private sealed class Stages(IProgress<double> progress) : IProgress<LinkageProgress>
    {
        private const double StageCount = 5;

        public void Report(LinkageProgress value) =>
            progress.Report(((int)value.Stage + value.Share) / StageCount);
    }
}

/// <summary>What linkage found: what may be shown, and what the next step needs.</summary>
/// <param name="Figure">Protected.</param>
/// <param name="Overlap">True counts; null with one list, or more than an estimate takes.</param>
/// <param name="Clusters">Those of two records or more.</param>
internal sealed record LinkedPeople(
    SamePersonFigure Figure,
    OverlapCounts? Overlap,
    IReadOnlyList<PersonCluster> Clusters
);

/// <summary>One person on several records, without a name.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Probability">That the weakest join is right.</param>
/// <param name="Rows">Where the records stand.</param>
internal sealed record PersonCluster(
    int Number,
    double Probability,
    IReadOnlyList<ClusterRow> Rows
);

/// <param name="Source">Number of the source.</param>
/// <param name="Row">Row of its file.</param>
internal sealed record ClusterRow(int Source, int Row);

/// <summary>True counts per capture history.</summary>
/// <param name="Lists">Names; list i is bit i.</param>
/// <param name="Counts">Histories in rising order.</param>
internal sealed record OverlapCounts(
    IReadOnlyList<string> Lists,
    IReadOnlyList<HistoryCount> Counts
)
{
    public static OverlapCounts Of(ListOverlap overlap) =>
        new(
            overlap.Sources,
            [.. overlap.Counts.Select(pair => new HistoryCount(pair.Key, pair.Value))]
        );

    public CaptureTable ToTable() =>
        new(Lists, Counts.Select(count => new CaptureCount(count.History, count.People)));

    /// <summary>From the rows of an overlap table, already checked.</summary>
    public static OverlapCounts Of(StepSource source)
    {
        var lists = source.Mapping.Of(SourceRoles.List).ToList();
        var columns = source.Mapping.Columns.ToList();
        var places = lists.ConvertAll(columns.IndexOf);
        var count = columns.FindIndex(column => column.Role == SourceRoles.Count);
        var counts = new SortedDictionary<int, long>();
        foreach (var line in source.Rows())
        {
            var history = 0;
            for (var list = 0; list < places.Count; list++)
            {
                history |= line.Cells[places[list]] == "1" ? 1 << list : 0;
            }

            var people = RowRules.Whole(line.Cells[count]);
            counts[history] = counts.GetValueOrDefault(history) + people;
        }

        return new OverlapCounts(
            [.. lists.Select(list => list.Name)],
            [.. counts.Select(pair => new HistoryCount(pair.Key, pair.Value))]
        );
    }
}

/// <param name="History">Bit i is set when the people are on list i.</param>
/// <param name="People">True count.</param>
internal sealed record HistoryCount(int History, long People);
