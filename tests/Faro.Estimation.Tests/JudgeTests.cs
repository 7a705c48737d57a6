// SPDX-License-Identifier: Apache-2.0
using Xunit;

namespace Faro.Estimation.Tests;

public sealed class JudgeTests
{
    private static readonly string[] Plenty =
    [
        "100 200",
        "010 210",
        "001 190",
        "110 60",
        "101 55",
        "011 50",
        "111 20",
    ];

    [Fact]
    public void Plenty_of_people_and_overlap_give_no_reason_for_doubt()
    {
        var verdict = Tables.Run(Tables.Of(3, Plenty)).Verdict;
        Assert.Equal(Belief.Reasonable, verdict.Belief);
        Assert.All(
            verdict.Reasons,
            r => Assert.Equal(NoticeCodes.HeterogeneityHidden, r.Notice.Code)
        );
    }

    [Theory]
    [InlineData(NoticeCodes.FewLists, Belief.DoNotPublish, 2, "10 100", "01 100", "11 50")]
    [InlineData(
        NoticeCodes.LittleOverlap,
        Belief.Caution,
        3,
        "100 30",
        "010 30",
        "001 30",
        "110 10",
        "011 9",
        "101 9"
    )]
    [InlineData(
        NoticeCodes.LittleOverlap,
        Belief.DoNotPublish,
        3,
        "100 30",
        "010 30",
        "001 30",
        "110 5",
        "011 4",
        "101 4"
    )]
    [InlineData(
        NoticeCodes.MostlyOneList,
        Belief.Caution,
        3,
        "100 300",
        "010 300",
        "001 300",
        "110 40",
        "011 40",
        "101 40"
    )]
    [InlineData(
        NoticeCodes.EmptyPairs,
        Belief.Caution,
        3,
        "100 60",
        "010 60",
        "001 60",
        "110 40",
        "011 40"
    )]
    [InlineData(
        NoticeCodes.TinyCounts,
        Belief.DoNotPublish,
        3,
        "100 5",
        "010 5",
        "001 5",
        "110 10",
        "011 10",
        "101 10"
    )]
    public void Each_weakness_of_a_table_is_named(
        string code,
        Belief belief,
        int lists,
        params string[] rows
    )
    {
        var verdict = Judge.Weigh(Tables.Of(lists, rows));
        var reason = Assert.Single(verdict.Reasons, r => r.Notice.Code == code);
        Assert.Equal(belief, reason.Belief);
        Assert.Equal(verdict.Reasons.Max(r => r.Belief), verdict.Belief);
    }

    [Theory]
    [InlineData(1900, Belief.Reasonable)]
    [InlineData(2100, Belief.Caution)]
    [InlineData(11_000, Belief.DoNotPublish)]
    public void The_more_methods_differ_the_less_is_believed(double other, Belief belief)
    {
        ModelEstimate[] models = [Figure("main-effects", 1000), Figure("stepwise", other)];
        var verdict = Judge.Weigh(Tables.Of(3, Plenty), models, models[1]);
        Assert.Equal(belief, verdict.Belief);
        Assert.All(
            verdict.Reasons.Where(r => r.Belief != Belief.Reasonable),
            r => Assert.Equal(NoticeCodes.MethodsDisagree, r.Notice.Code)
        );
    }

    [Fact]
    public void A_figure_without_an_interval_is_not_published()
    {
        ModelEstimate[] models = [Figure("stepwise", 1000) with { Interval = null }];
        var reason = Judge.Weigh(Tables.Of(3, Plenty), models, models[0]).Reasons[0];
        Assert.Equal(NoticeCodes.NoInterval, reason.Notice.Code);
    }

    [Fact]
    public void A_published_table_with_little_overlap_is_not_believed()
    {
        var table = Tables.Published("chan-silverman-vincent-2021/NewOrl.csv");
        Assert.False(Tables.Run(table).Verdict.CanBeBelieved);
    }

    private static ModelEstimate Figure(string name, double estimate) =>
        new()
        {
            Name = name,
            Status = ModelStatus.Estimated,
            Level = 0.95,
            Estimate = estimate,
            Interval = new(estimate / 2, estimate * 2, IntervalKind.Bca),
        };
}
