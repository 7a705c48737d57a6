// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Disclosure;

namespace Faro.Programme.Indicators.Statistics;

/// <summary>Makes the public version of the statistics: the one way out for counts of people.</summary>
/// <remarks>
/// Tables about the same persons must not betray each other. So the tables by citizenship and by sex are the sums of the
/// one table of both, and all tables are protected together: they share the grand total, which each form of exploitation
/// is a part of. Groups under the minimum are taken together and years are taken by five, which leaves fewer gaps. Not
/// covered: somebody who compares with an earlier edition, against whom the rule of batches stands.
/// </remarks>
public static class PublicStatistics
{
    /// <summary>The first period of five years; whoever came earlier is counted as before it.</summary>
    private const int FirstYear = 2000;

    /// <param name="statistics">Exact.</param>
    /// <param name="minimum">The programme's smallest published count, at least 10; taken up to a multiple of 10.</param>
    /// <param name="thisYear">The last period to show, people or not.</param>
    /// <param name="cancellation">Stops between two hidden cells.</param>
    /// <returns>Every table of the public page, in its order.</returns>
    public static IReadOnlyList<PublicDraft> Make(
        ProgrammeStatistics statistics,
        int minimum,
        int thisYear,
        CancellationToken cancellation = default
    )
    {
        var rule = DisclosureRule.Public.AtLeast(minimum);
        var tables = Publish.Tables(Linked(statistics, rule, thisYear), rule, cancellation);
        var both = tables[0];
        return
        [
            Margin(StatisticsCodes.ByCitizenship, both, 0),
            Margin(StatisticsCodes.BySex, both, 1),
            Draft(StatisticsCodes.ByAge, tables[1]),
            Draft(StatisticsCodes.ByYear, tables[2]),
            Draft(StatisticsCodes.ByStatus, tables[3]),
            Draft(StatisticsCodes.ByForm, tables[4]),
            Draft(StatisticsCodes.ByCitizenshipAndSex, both),
        ];
    }

    /// <summary>Citizenship by sex, age, year, status and forms, tied by the grand total.</summary>
    private static LinkedTables Linked(
        ProgrammeStatistics statistics,
        DisclosureRule rule,
        int thisYear
    )
    {
        var forms = Forms(statistics);
        var linked = LinkedTables.Of(
            CitizenshipBySex(statistics, rule),
            OneWay("age-bands", Codes("age-bands"), statistics.Counted(group => group.AgeBand)),
            OneWay(
                StatisticsCodes.ByYear,
                Periods(thisYear),
                statistics.Counted(group => PeriodOf(group.Year, thisYear))
            ),
            OneWay(
                StatisticsCodes.ByStatus,
                Codes(
                    "trafficking-status",
                    statistics.Groups.Any(group => group.Status == StatisticsCodes.NotKnown)
                ),
                statistics.Counted(group => group.Status)
            ),
            forms
        );
        var everybody = new TableCell(0, StatisticsCodes.Total, StatisticsCodes.Total);
        linked = linked.WithSame(
            everybody,
            new TableCell(1, StatisticsCodes.Total),
            new(2, StatisticsCodes.Total),
            new(3, StatisticsCodes.Total)
        );
        return forms
            .Dimensions[0]
            .Codes.Aggregate(
                linked,
                (tied, form) => tied.WithAtLeast(everybody, new TableCell(4, form))
            );
    }

    private static CountTable CitizenshipBySex(ProgrammeStatistics statistics, DisclosureRule rule)
    {
        var alone = statistics
            .Counted(group => group.Citizenship)
            .Where(row => row.Count >= rule.Minimum && row.Code != StatisticsCodes.NotKnown)
            .OrderByDescending(row => row.Count / rule.Rounding.To)
            .ThenBy(row => row.Code, StringComparer.Ordinal)
            .Select(row => row.Code)
            .ToList();
        var kept = alone.Append(StatisticsCodes.NotKnown).ToHashSet(StringComparer.Ordinal);
        var cells = statistics
            .Groups.GroupBy(group =>
                (
                    Row: kept.Contains(group.Citizenship)
                        ? group.Citizenship
                        : StatisticsCodes.Others,
                    Column: group.Sex
                )
            )
            .Select(same => new CellCount(
                [same.Key.Row, same.Key.Column],
                same.Sum(group => group.Count)
            ));
        return CountTable.Of(
            [
                Dimension.Flat(
                    StatisticsCodes.ByCitizenship,
                    [.. alone, StatisticsCodes.Others, StatisticsCodes.NotKnown]
                ),
                Dimension.Flat(StatisticsCodes.BySex, Codes("sex", withUnknown: false)),
            ],
            cells
        );
    }

    private static CountTable Forms(ProgrammeStatistics statistics)
    {
        var codes = CodeLists.Get("exploitation-forms").Entries.Select(entry => entry.Code);
        return CountTable.Of(
            [Dimension.WithoutTotal(StatisticsCodes.ByForm, [.. codes])],
            codes.Select(code => new CellCount([code], statistics.Form(code)))
        );
    }

    private static CountTable OneWay(
        string name,
        IReadOnlyList<string> codes,
        IEnumerable<TallyRow> rows
    ) =>
        CountTable.Of(
            [Dimension.Flat(name, codes)],
            rows.Select(row => new CellCount([row.Code], row.Count))
        );

    /// <summary>Every value there is, whether anybody has it or not: the rows themselves tell nothing.</summary>
    private static IReadOnlyList<string> Codes(string list, bool withUnknown = true) =>
        [
            .. CodeLists.Get(list).Entries.Select(entry => entry.Code),
            .. withUnknown ? [StatisticsCodes.NotKnown] : (string[])[],
        ];

    private static IReadOnlyList<string> Periods(int thisYear) =>
        [
            StatisticsCodes.Before2000,
            .. Enumerable
                .Range(0, ((Math.Max(thisYear, FirstYear) - FirstYear) / 5) + 1)
                .Select(i => Five(FirstYear + (i * 5))),
        ];

    // A date of registration in the future is a slip of the keyboard; it counts in the last period.
    private static string PeriodOf(int year, int thisYear) =>
        year < FirstYear
            ? StatisticsCodes.Before2000
            : Five(Math.Min(year, Math.Max(thisYear, FirstYear)) / 5 * 5);

    private static string Five(int from) =>
        string.Create(CultureInfo.InvariantCulture, $"{from}-{from + 4}");

    private static PublicDraft Draft(string code, ProtectedTable table) =>
        new(
            new(
                code,
                [
                    .. table.Cells.Select(each => new PublicCell(
                        each.Codes[0],
                        each.Codes.Count > 1 ? each.Codes[1] : null,
                        table.Public(each.Codes)
                    )),
                ]
            ),
            table.Audit.Deductions
        );

    /// <summary>The sums of a two-way table over its other dimension, as a table of their own.</summary>
    private static PublicDraft Margin(string code, ProtectedTable table, int dimension)
    {
        bool IsMargin(IReadOnlyList<string> codes) => codes[1 - dimension] == StatisticsCodes.Total;
        return new(
            new(
                code,
                [
                    .. table
                        .Cells.Where(each => IsMargin(each.Codes))
                        .Select(each => new PublicCell(
                            each.Codes[dimension],
                            null,
                            table.Public(each.Codes)
                        )),
                ]
            ),
            [
                .. table
                    .Audit.Deductions.Where(each => IsMargin(each.Codes))
                    .Select(each => each with { Codes = [each.Codes[dimension]] }),
            ]
        );
    }
}
