// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Disclosure;

namespace Faro.Programme.Studies.Steps;

/// <summary>
/// Everything that figures say of the people on a study's lists, protected as one: sizes of lists are sums of patterns, records
/// are people and their repeats. The steps of the same person and of the lists ask it alike and get the same answer.
/// </summary>
internal sealed class PeopleOnLists
{
    private const int Patterns = 0;
    private const int Lists = 1;
    private const int Pairs = 2;
    private const int Records = 3;
    private const int Repeats = 4;
    private const int Sizes = 5;

    private readonly IReadOnlyList<ProtectedTable> _tables;

    private PeopleOnLists(IReadOnlyList<ProtectedTable> tables) => _tables = tables;

    /// <summary>Different people.</summary>
    public long? People => _tables[Patterns].Public(Dimension.TotalCode);

    /// <summary>Records of all lists; null for an overlap table, which has none.</summary>
    public long? AllRecords => Record(Dimension.TotalCode);

    /// <param name="counts">True counts.</param>
    /// <param name="protection">The minimum.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>Null when there is nobody.</returns>
    public static PeopleOnLists? Protect(
        ListCounts counts,
        Protection protection,
        CancellationToken cancellation
    )
    {
        if (counts.Histories.Count == 0)
        {
            return null;
        }

        var lists = Enumerable.Range(0, counts.Lists).ToList();
        var pairs = counts.PairsOfLists().ToList();
        counts = counts.WithReadersDoubt();
        List<CountTable> tables =
        [
            CountTable.OneWay(
                Dimension.Flat("patterns", [.. counts.Histories.Select(each => Code(each.Lists))]),
                [.. counts.Histories.Select(each => each.People)]
            ),
            Loose("lists", lists.Select(list => (Code(list), counts.On(1L << list)))),
        ];
        // An overlap table gives no figure of pairs and has no records.
        if (counts.Records is { } records)
        {
            tables.Add(Loose("pairs", pairs.Select(pair => (Code(pair), counts.On(pair)))));
            tables.Add(
                CountTable.OneWay(
                    Dimension.Flat("records", [.. lists.Select(list => Code(list))]),
                    records.ByList
                )
            );
            tables.Add(
                Loose(
                    "repeats",
                    lists.Select(list => (Code(list), records.ByList[list] - counts.On(1L << list)))
                )
            );
            tables.Add(
                CountTable.OneWay(
                    Dimension.Flat("sizes", [.. records.BySize.Select((_, i) => Code(i + 1))]),
                    records.BySize
                )
            );
        }

        var linked = LinkedTables.Of(tables);
        linked = lists.Aggregate(
            linked,
            (tied, list) => Tie(tied, counts, list, 1L << list, Lists)
        );
        if (counts.Records is not null)
        {
            linked = pairs.Aggregate(linked, (tied, pair) => Tie(tied, counts, pair, pair, Pairs));
            linked = TieRecords(linked, counts);
        }

        return new PeopleOnLists(protection.Tables(linked, cancellation));
    }

    /// <summary>People on one list.</summary>
    public long? On(int list) => _tables[Lists].Public(Code(list));

    /// <summary>People on both lists.</summary>
    public long? OnBoth(int first, int second) =>
        _tables[Pairs].Public(Code((1L << first) | (1L << second)));

    /// <summary>People on exactly these lists, of whom there are some.</summary>
    public long? Exactly(long history) => _tables[Patterns].Public(Code(history));

    /// <summary>Records of a list.</summary>
    public long? RecordsOf(int list) => Record(Code(list));

    /// <summary>Records of a list that repeat a person of it.</summary>
    public long? RepeatsOf(int list) => _tables[Repeats].Public(Code(list));

    /// <summary>People on so many records.</summary>
    public long? OnRecords(int records) => _tables[Sizes].Public(Code(records));

    private long? Record(string code) =>
        _tables.Count > Records ? _tables[Records].Public(code) : null;

    private static LinkedTables Tie(
        LinkedTables linked,
        ListCounts counts,
        long code,
        long lists,
        int table
    ) =>
        linked.WithSum(
            new TableCell(table, Code(code)),
            [
                .. counts
                    .Histories.Where(each => (each.Lists & lists) == lists)
                    .Select(each => new TableCell(Patterns, Code(each.Lists))),
            ]
        );

    private static LinkedTables TieRecords(LinkedTables linked, ListCounts counts)
    {
        var everybody = new TableCell(Patterns, Dimension.TotalCode);
        var sizes = counts.Records!.BySize.Count;
        TableCell Size(int records) => new(Sizes, Code(records));
        for (var list = 0; list < counts.Lists; list++)
        {
            linked = linked.WithSum(
                new TableCell(Records, Code(list)),
                new(Lists, Code(list)),
                new(Repeats, Code(list))
            );
        }

        return linked
            .WithSame(everybody, new TableCell(Sizes, Dimension.TotalCode))
            // People on two records have two; the last size is a lower limit.
            .WithAtLeast(
                new TableCell(Records, Dimension.TotalCode),
                [
                    .. Enumerable
                        .Range(1, sizes)
                        .SelectMany(records => Enumerable.Repeat(Size(records), records)),
                ]
            )
            // Whoever is on several lists is on several records.
            .WithAtLeast(
                everybody,
                [
                    Size(1),
                    .. counts
                        .Histories.Where(each => long.PopCount(each.Lists) > 1)
                        .Select(each => new TableCell(Patterns, Code(each.Lists))),
                ]
            );
    }

    private static CountTable Loose(string name, IEnumerable<(string Code, long People)> counts)
    {
        var all = counts.ToList();
        return all.Count == 0
            ? CountTable.OneWay(Dimension.WithoutTotal(name, "none"), 0)
            : CountTable.OneWay(
                Dimension.WithoutTotal(name, all.ConvertAll(each => each.Code)),
                all.ConvertAll(each => each.People)
            );
    }

    private static string Code(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>True counts of people on lists; they never leave the steps.</summary>
/// <param name="Lists">How many; at most 62.</param>
/// <param name="Histories">Those that somebody has, in rising order.</param>
/// <param name="Records">Of the lists; null for an overlap table.</param>
internal sealed record ListCounts(
    int Lists,
    IReadOnlyList<PeopleOnThese> Histories,
    RecordCounts? Records
)
{
    /// <summary>People on all of these lists at least.</summary>
    public long On(long lists) =>
        Histories.Where(each => (each.Lists & lists) == lists).Sum(each => each.People);

    /// <summary>
    /// With further histories that nobody has. A reader cannot tell them from hidden ones: somebody may be on one list alone,
    /// or on any two. On three and more too, but those are many and less doubt is the safe side.
    /// </summary>
    public ListCounts WithReadersDoubt() =>
        this with
        {
            Histories =
            [
                .. Enumerable
                    .Range(0, Lists)
                    .Select(list => 1L << list)
                    .Concat(PairsOfLists())
                    .Select(lists => new PeopleOnThese(lists, 0))
                    .Concat(Histories)
                    .GroupBy(each => each.Lists)
                    .OrderBy(same => same.Key)
                    .Select(same => new PeopleOnThese(same.Key, same.Sum(each => each.People))),
            ],
        };

    /// <summary>Each pair as the two bits of a history.</summary>
    public IEnumerable<long> PairsOfLists() =>
        from first in Enumerable.Range(0, Lists)
        from second in Enumerable.Range(first + 1, Lists - first - 1)
        select (1L << first) | (1L << second);
}

/// <param name="Lists">Bit i is set when the people are on list i; on no other.</param>
/// <param name="People">True count.</param>
internal sealed record PeopleOnThese(long Lists, long People);

/// <param name="ByList">Records of each list.</param>
/// <param name="BySize">People on 1, 2, 3 … records; the last stands for it and more.</param>
internal sealed record RecordCounts(IReadOnlyList<long> ByList, IReadOnlyList<long> BySize);
