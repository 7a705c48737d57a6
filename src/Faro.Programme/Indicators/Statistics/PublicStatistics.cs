// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Disclosure;

namespace Faro.Programme.Indicators.Statistics;

/// <summary>Makes the public version of the statistics: the one way out for counts of people.</summary>
/// <remarks>
/// Tables about the same persons must not betray each other. So the tables by citizenship and by sex are the sums of the
/// one table of both, audited together; the others share nothing with it or among themselves but the grand total, and where
/// one of them needs that hidden, none shows it. Groups under the minimum are taken together and years are taken by five,
/// which leaves fewer gaps. Not covered: somebody who narrows the grand total by what the rounded rows of every table imply
/// together (each table is audited alone), and somebody who compares with an earlier edition, against whom the rule of
/// batches stands.
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
        var rule = Rule(minimum);
        var both = Publish.Table(CitizenshipBySex(statistics, rule), rule, cancellation);
        var age = Publish.Table(
            OneWay("age-bands", Codes("age-bands"), statistics.Counted(group => group.AgeBand)),
            rule,
            cancellation
        );
        var year = Publish.Table(
            OneWay(
                StatisticsCodes.ByYear,
                Periods(thisYear),
                statistics.Counted(group => PeriodOf(group.Year, thisYear))
            ),
            rule,
            cancellation
        );
        var status = Publish.Table(
            OneWay(
                StatisticsCodes.ByStatus,
                Codes(
                    "trafficking-status",
                    statistics.Groups.Any(group => group.Status == StatisticsCodes.NotKnown)
                ),
                statistics.Counted(group => group.Status)
            ),
            rule,
            cancellation
        );
        var form = Publish.Table(Forms(statistics), rule, cancellation);
        var withTotal =
            both.Public(StatisticsCodes.Total, StatisticsCodes.Total) is not null
            && new[] { age, year, status }.All(table =>
                table.Public(StatisticsCodes.Total) is not null
            );
        return
        [
            Margin(StatisticsCodes.ByCitizenship, both, 0, withTotal),
            Margin(StatisticsCodes.BySex, both, 1, withTotal),
            Draft(StatisticsCodes.ByAge, age, withTotal),
            Draft(StatisticsCodes.ByYear, year, withTotal),
            Draft(StatisticsCodes.ByStatus, status, withTotal),
            Draft(StatisticsCodes.ByForm, form, withTotal),
            Draft(StatisticsCodes.ByCitizenshipAndSex, both, withTotal),
        ];
    }

    /// <summary>The public rule for a programme's minimum.</summary>
    internal static DisclosureRule Rule(int minimum)
    {
        var step = DisclosureRule.Public.Rounding.To;
        var least = Math.Max(DisclosureRule.Public.Minimum, (minimum + step - 1) / step * step);
        return DisclosureRule.Public with { Minimum = least, Doubt = least };
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

    private static PublicDraft Draft(string code, ProtectedTable table, bool withTotal)
    {
        bool IsShown(IReadOnlyList<string> codes) =>
            withTotal || !codes.All(each => each == StatisticsCodes.Total);
        return new(
            new(
                code,
                [
                    .. table
                        .Cells.Where(each => IsShown(each.Codes))
                        .Select(each => new PublicCell(
                            each.Codes[0],
                            each.Codes.Count > 1 ? each.Codes[1] : null,
                            table.Public(each.Codes)
                        )),
                ]
            ),
            [.. table.Audit.Deductions.Where(each => IsShown(each.Codes))]
        );
    }

    /// <summary>The sums of a two-way table over its other dimension, as a table of their own.</summary>
    private static PublicDraft Margin(
        string code,
        ProtectedTable table,
        int dimension,
        bool withTotal
    )
    {
        bool IsMargin(IReadOnlyList<string> codes) =>
            codes[1 - dimension] == StatisticsCodes.Total
            && (withTotal || codes[dimension] != StatisticsCodes.Total);
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
