// SPDX-License-Identifier: Apache-2.0
using CsCheck;
using Faro.Programme.Indicators.Statistics;
using Xunit;

namespace Faro.Programme.Tests.Indicators.Statistics;

public sealed class PublicStatisticsProperties
{
    private static readonly Gen<PeopleGroup> Group =
        from country in OneOf("gt", "hn", "mx", "sv", StatisticsCodes.NotKnown)
        from sex in OneOf("female", "male", "not-known")
        from age in OneOf("9-17", "18-20", "48-plus", StatisticsCodes.NotKnown)
        from status in OneOf("possible-victim", "actual-victim", "not-a-victim")
        from year in Gen.Int[1995, 2027]
        from count in Gen.Int[1, 40]
        select new PeopleGroup(country, sex, age, status, year, count);

    private static readonly Gen<ProgrammeStatistics> Any =
        from groups in Group.List[0, 25]
        from some in Gen.Int[0, 60].Array[3]
        let forms = some.Select(each => Math.Min(each, groups.Sum(each => each.Count))).ToArray()
        select new ProgrammeStatistics(
            groups,
            new Dictionary<string, long>(StringComparer.Ordinal)
            {
                ["slavery"] = forms[0],
                ["forced-labour"] = forms[1],
                ["forced-begging"] = forms[2],
            },
            forms.Max()
        );

    private static Gen<string> OneOf(params string[] codes) =>
        Gen.Int[0, codes.Length - 1].Select(i => codes[i]);

    [Fact]
    public void No_table_shows_a_count_under_the_minimum_or_lets_it_be_deduced() =>
        Any.Sample(
            statistics =>
            {
                foreach (var draft in PublicStatistics.Make(statistics, 10, 2026))
                {
                    Assert.All(
                        draft.Table.Cells,
                        cell =>
                            Assert.True(
                                cell.Count is not { } count || (count >= 10 && count % 10 == 0)
                            )
                    );
                    Assert.All(
                        draft.Deductions,
                        deduction => Assert.True(deduction.Possible is null or >= 10)
                    );
                }
            },
            iter: 200
        );

    [Fact]
    public void Tables_of_the_same_people_never_betray_each_other() =>
        Any.Sample(
            statistics =>
            {
                var tables = PublicStatistics
                    .Make(statistics, 10, 2026)
                    .ToDictionary(draft => draft.Table.Code, draft => draft.Table);
                var both = tables[StatisticsCodes.ByCitizenshipAndSex];
                const string total = StatisticsCodes.Total;
                Assert.All(
                    tables[StatisticsCodes.ByCitizenship].Cells,
                    cell => Assert.Equal(both.At(cell.Row, total)?.Count, cell.Count)
                );
                Assert.All(
                    tables[StatisticsCodes.BySex].Cells,
                    cell => Assert.Equal(both.At(total, cell.Row)?.Count, cell.Count)
                );
                // The grand total stands in every table that has one, or in none.
                var totals = tables
                    .Values.Where(table => table != both && table.Code != StatisticsCodes.ByForm)
                    .Select(table => table.At(total)?.Count)
                    .Append(both.At(total, total)?.Count);
                Assert.Single(totals.Distinct());
            },
            iter: 200
        );

    [Fact]
    public void A_total_that_the_years_narrow_does_not_give_away_another_table()
    {
        // 7 periods of 19, shown as 10 to 19, and a total shown as 130 to 139: there are 130 to 133. Alone the table by
        // status may show 130 victims and leave 0 to 9 others; with the years it leaves 0 to 3.
        var groups = Enumerable
            .Range(0, 7)
            .Select(i => Person(1995 + (i * 5), "actual-victim", i == 0 ? 16 : 19))
            .Append(Person(1995, "not-a-victim", 3))
            .ToList();
        var none = new Dictionary<string, long>(StringComparer.Ordinal);

        var drafts = PublicStatistics
            .Make(new ProgrammeStatistics(groups, none, 0), 10, 2026)
            .ToDictionary(draft => draft.Table.Code);

        bool IsShown(string table, string row) =>
            drafts[table].Table.At(row) is { Count: not null };
        Assert.False(
            drafts[StatisticsCodes.ByYear].Table.Cells.All(cell => cell.Count is not null)
                && IsShown(StatisticsCodes.ByStatus, "actual-victim")
        );
        Assert.All(
            drafts.Values.SelectMany(draft => draft.Deductions),
            deduction => Assert.True(deduction.Possible is null or >= 10)
        );
    }

    private static PeopleGroup Person(int year, string status, int count) =>
        new("gt", "female", "18-20", status, year, count);

    [Fact]
    public void A_greater_minimum_is_kept() =>
        Any.Sample(
            statistics =>
                Assert.All(
                    PublicStatistics.Make(statistics, 25, 2026),
                    draft =>
                        Assert.All(
                            draft.Table.Cells,
                            cell => Assert.True(cell.Count is null or >= 30)
                        )
                ),
            iter: 100
        );
}
