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
        var counts = Count(result, lists);
        return new LinkedPeople(
            Figure(result, lists, counts, new Protection(frame.MinimumCell), cancellation),
            counts,
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

    private static ListCounts Count(LinkageResult result, string[] lists)
    {
        var places = lists
            .Index()
            .ToDictionary(list => list.Item, list => list.Index, StringComparer.Ordinal);
        var records = new long[lists.Length];
        var sizes = new long[LargestSizeTold];
        var histories = new SortedDictionary<long, long>();
        foreach (var cluster in result.Clusters)
        {
            long on = 0;
            foreach (var member in cluster.Members)
            {
                records[places[member.Source]]++;
                on |= 1L << places[member.Source];
            }

            histories[on] = histories.GetValueOrDefault(on) + 1;
            sizes[Math.Min(cluster.Members.Count, LargestSizeTold) - 1]++;
        }

        return new ListCounts(
            lists.Length,
            [.. histories.Select(pair => new PeopleOnThese(pair.Key, pair.Value))],
            new RecordCounts(records, sizes)
        );
    }

    private static SamePersonFigure Figure(
        LinkageResult result,
        string[] lists,
        ListCounts counts,
        Protection protection,
        CancellationToken cancellation
    )
    {
        var shown = PeopleOnLists.Protect(counts, protection, cancellation);
        return new SamePersonFigure(
            shown?.AllRecords,
            shown?.People,
            [
                .. lists.Select(
                    (list, i) =>
                        new ListPeople(list, shown?.RecordsOf(i), shown?.On(i), shown?.RepeatsOf(i))
                ),
            ],
            [
                .. from first in Enumerable.Range(0, lists.Length)
                from second in Enumerable.Range(first + 1, lists.Length - first - 1)
                select new ListLink(lists[first], lists[second], shown?.OnBoth(first, second)),
            ],
            [
                .. Enumerable
                    .Range(1, LargestSizeTold)
                    .Select(size => new ClusterSize(size, shown?.OnRecords(size))),
            ],
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
/// <param name="Counts">True counts over all lists.</param>
/// <param name="Overlap">True counts; null with one list, or more than an estimate takes.</param>
/// <param name="Clusters">Those of two records or more.</param>
internal sealed record LinkedPeople(
    SamePersonFigure Figure,
    ListCounts Counts,
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

    /// <summary>The same as what a figure shows of them.</summary>
    public ListCounts ToCounts() =>
        new(
            Lists.Count,
            [
                .. Counts
                    .Where(count => count.People > 0)
                    .Select(count => new PeopleOnThese(count.History, count.People)),
            ],
            null
        );

    /// <summary>The same people on these lists alone; who is on none of them is left out.</summary>
    public OverlapCounts Only(IReadOnlyList<string> wanted)
    {
        var kept = Lists
            .Index()
            .Where(list => wanted.Contains(list.Item, StringComparer.Ordinal))
            .ToList();
        return new OverlapCounts(
            [.. kept.Select(list => list.Item)],
            [
                .. Counts
                    .GroupBy(count =>
                        kept.Index()
                            .Sum(each => ((count.History >> each.Item.Index) & 1) << each.Index)
                    )
                    .Where(same => same.Key > 0)
                    .OrderBy(same => same.Key)
                    .Select(same => new HistoryCount(same.Key, same.Sum(each => each.People))),
            ]
        );
    }

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
