// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Access;
using Faro.Programme.Indicators.Statistics;
using Faro.Tests.Support;
using Xunit;

namespace Faro.Programme.Tests.Indicators.Statistics;

public sealed class ProgrammeStatisticsTests
{
    [Theory]
    [EveryDatabase]
    public async Task The_whole_programme_is_counted_over_all_agencies(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);
        await programme.WriteAsync(act =>
        {
            CountedPeople.Add(act);
            return Task.CompletedTask;
        });

        var statistics = await ReadAsync(programme, Role.Analyst);
        var tallies = statistics.Tallies();

        Assert.Equal(178, statistics.Total);
        Assert.Equal(new TallyRow("gt", 120), tallies[0].Rows[0]);
        Assert.Equal(133, tallies[1].Rows.Single(row => row.Code == "female").Count);
        Assert.All(tallies.Take(5), tally => Assert.Equal(178, tally.Rows.Sum(row => row.Count)));
    }

    [Theory]
    [EveryDatabase]
    public async Task Shares_of_several_answers_are_of_those_who_answered(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);
        await programme.WriteAsync(act =>
        {
            CountedPeople.Add(act);
            return Task.CompletedTask;
        });

        var forms = (await ReadAsync(programme, Role.Supervisor)).Tallies()[^1];

        // Of 0…177, multiples of 7 that are none of 3 have no answer: 26 − 9 = 17; multiples of 3 have two: 60.
        Assert.True(forms.SeveralAnswers);
        Assert.Equal(161, forms.Base);
        Assert.Equal(161 + 60, forms.Rows.Sum(row => row.Count));
        Assert.True(forms.Rows.Sum(row => forms.Share(row.Count)) > 1);
    }

    [Theory]
    [EveryDatabase]
    public async Task Who_may_not_see_statistics_sees_nobody_counted(DatabaseKind kind)
    {
        await using var programme = await TestProgramme.StartAsync(kind);
        await programme.WriteAsync(act =>
        {
            CountedPeople.Add(act, 20);
            return Task.CompletedTask;
        });

        Assert.Equal(0, (await ReadAsync(programme, Role.Caseworker)).Total);
    }

    [Fact]
    public void The_denominator_rule_gives_the_codebooks_worked_example()
    {
        // CTDC Global Synthetic Dataset, codebook v2: of 5 persons 4 answer; shares 50, 50 and 25 %.
        var tally = new Tally("form", [new("a", 2), new("b", 2), new("c", 1)], 4, true);

        Assert.Equal([0.5, 0.5, 0.25], tally.Rows.Select(row => tally.Share(row.Count)!.Value));
    }

    private static Task<ProgrammeStatistics> ReadAsync(TestProgramme programme, Role role) =>
        programme.ReadAsync(db =>
            ProgrammeStatistics.ReadAsync(
                db,
                programme.As(role),
                TestContext.Current.CancellationToken
            )
        );
}
