// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Checks;
using Faro.Estimation.Numerics;
using Xunit;

namespace Faro.Estimation.Tests;

public sealed class ChecksTests
{
    private static readonly EstimateOptions Quick = new()
    {
        Replicates = 60,
        Sweeps = 1_000,
        Threads = 2,
    };

    private static CaptureTable Western =>
        Tables.Published("chan-silverman-vincent-2021/Western.csv");

    private static CaptureTable Kosovo => Tables.Published("ball-2002/Kosovo.csv");

    [Fact]
    public void One_call_makes_every_check()
    {
        var points = Sensitivity.Run(
            Kosovo,
            Quick,
            progress: null,
            methods: null,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(
            Enum.GetValues<SensitivityCheck>(),
            points.Select(p => p.Check).Distinct().Order()
        );
        Assert.Equal(4, points.Count(p => p.Check == SensitivityCheck.DropList));
        Assert.Equal(6, points.Count(p => p.Check == SensitivityCheck.MergePair));
        Assert.Equal(15, points.Count(p => p.Check == SensitivityCheck.OnePersonMore));
        Assert.All(
            points,
            p =>
                Assert.Equal(
                    p.Status is ModelStatus.Estimated or ModelStatus.IntervalUnavailable,
                    p.Estimate is not null
                )
        );
    }

    [Fact]
    public void One_person_moves_a_sparse_table_more_than_a_rich_one()
    {
        double Largest(CaptureTable table)
        {
            var now = Stepwise.Of(table, Quick).Estimate!.Value;
            return new TableChanges(table, Quick)
                .MovePeople()
                .Max(p => Math.Abs((p.Estimate!.Value / now) - 1));
        }

        Assert.True(Largest(Western) > 2 * Largest(Kosovo));
    }

    [Fact]
    public void Positive_dependence_that_is_assumed_raises_the_estimate()
    {
        var table = Tables.Of(
            3,
            "100 200",
            "010 210",
            "001 190",
            "110 60",
            "101 55",
            "011 50",
            "111 20"
        );
        var points = new TableChanges(table, Quick).Dependence().ToArray();
        foreach (var pair in points.GroupBy(p => string.Join(':', p.Subject)))
        {
            double[] figures = [.. pair.OrderBy(p => p.Value).Select(p => p.Estimate!.Value)];
            Assert.Equal(figures.Order(), figures);
        }
    }

    [Fact]
    public void Missed_matches_that_are_joined_lower_the_estimate_and_wrong_ones_raise_it()
    {
        double With(IEnumerable<CaptureCount> counts) =>
            Tables.One(new(Kosovo.Lists, counts), new(ModelKind.MainEffects)).Estimate!.Value;
        var now = With(Kosovo.Counts);
        Assert.True(With(LinkageErrors.Missed(Kosovo, 0.1)) < now);
        Assert.True(With(LinkageErrors.False(Kosovo, 0.1)) > now);
    }

    [Fact]
    public void Where_people_differ_the_interval_holds_the_truth_less_often_than_it_says()
    {
        var table = Tables.Shared("sim05");
        var checks = Reality.Coverage(
            table,
            Quick with
            {
                Replicates = 200,
            },
            simulations: 60,
            progress: null,
            TestContext.Current.CancellationToken
        );
        var fitted = checks.Single(c => c.Truth == SimulatedTruth.Fitted);
        var differ = checks.Single(c => c.Truth == SimulatedTruth.PeopleDiffer);
        Assert.True(fitted.Share > differ.Share);
        Assert.True(differ.TooLow);
        Assert.True(differ.MedianRatio < 0.95);
        Assert.Contains(
            Judge.With(Judge.Weigh(table), [], checks).Reasons,
            r => r.Notice.Code == NoticeCodes.LowCoverage
        );
    }

    [Fact]
    public void Coverage_does_not_depend_on_the_number_of_threads()
    {
        CoverageCheck[] With(int threads) =>
            [
                .. Reality.Coverage(
                    Western,
                    Quick with
                    {
                        Threads = threads,
                    },
                    simulations: 20,
                    progress: null,
                    TestContext.Current.CancellationToken
                ),
            ];
        Assert.Equal(With(1), With(3));
    }

    [Fact]
    public void A_trajectory_ends_at_the_estimate_of_the_whole()
    {
        var points = Reality.Trajectory(Kosovo);
        Assert.Equal(10, points.Count);
        Assert.Equal(Stepwise.Of(Kosovo, new()).Estimate!.Value, points[^1].Estimate!.Value);
        Assert.Equal(points.Select(p => p.Observed).Order(), points.Select(p => p.Observed));
    }

    [Fact]
    public void An_uncertain_linkage_widens_the_interval()
    {
        var same = Combination.Over(
            [Kosovo, Kosovo, Kosovo],
            Quick,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(0, same.LinkageShare);
        Assert.Equal(
            Tables.One(Kosovo, new(ModelKind.Stepwise)).Estimate!.Value,
            same.Estimate!.Value,
            1e-6
        );
        CaptureTable Wrong(double share) => new(Kosovo.Lists, LinkageErrors.False(Kosovo, share));
        var different = Combination.Over(
            [Kosovo, Wrong(0.1), Wrong(0.2)],
            Quick,
            TestContext.Current.CancellationToken
        );
        Assert.True(different.LinkageShare > 0.1);
        Assert.True(
            different.Interval!.Upper / different.Interval.Lower
                > same.Interval!.Upper / same.Interval.Lower
        );
    }

    [Fact]
    public void Tables_of_other_lists_are_not_combined() =>
        Assert.Throws<ArgumentException>(() => Combination.Over([Kosovo, Western]));

    [Fact]
    public void Parts_add_up_to_the_total_and_give_rates()
    {
        Stratum[] strata = [new("women", Kosovo, 900_000), new("men", Kosovo, 1_100_000)];
        var answer = Strata.Run(strata, Quick, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(
            answer.Parts.Sum(p => p.Estimate!.Value),
            answer.Total.Estimate!.Value,
            answer.Total.Estimate.Value * 1e-9
        );
        Assert.Equal(answer.Parts[0].Estimate!.Value / 9, answer.Parts[0].Rate!.Value, 1e-6);

        // Two independent halves are known better together than each by itself.
        var whole = Math.Log(answer.Total.Upper!.Value / answer.Total.Lower!.Value);
        var part = Math.Log(answer.Parts[0].Upper!.Value / answer.Parts[0].Lower!.Value);
        Assert.True(whole < part);
    }

    [Fact]
    public void A_part_without_an_estimate_leaves_the_total_without_one()
    {
        Stratum[] strata = [new("a", Kosovo), new("b", Tables.Of(3, "100 60", "010 60", "001 60"))];
        var answer = Strata.Run(strata, Quick, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(ModelStatus.NotEstimable, answer.Total.Status);
        Assert.Null(answer.Total.Estimate);
        Assert.NotNull(answer.Parts[0].Estimate);
    }

    [Fact]
    public void Pooling_draws_parts_towards_each_other()
    {
        Stratum[] strata =
        [
            new("a", Western),
            new("b", Tables.Published("chan-silverman-vincent-2021/NewOrl_5.csv")),
        ];
        double Apart(bool pooled)
        {
            var parts = Strata
                .Run(
                    strata,
                    Quick with
                    {
                        Replicates = 0,
                    },
                    pooled,
                    TestContext.Current.CancellationToken
                )
                .Parts;
            double Ratio(StratumEstimate p) => (p.Estimate!.Value - p.Observed) / p.Observed;
            return Math.Abs(Ratio(parts[0]) - Ratio(parts[1]));
        }

        Assert.True(Apart(pooled: true) < Apart(pooled: false));
    }

    [Theory]
    [InlineData(0.975, 1, 12.706204736174705)]
    [InlineData(0.975, 5, 2.570581835636314)]
    [InlineData(0.025, 30, -2.042272456301238)]
    [InlineData(0.9, 2.5, 1.730253)]
    public void Student_quantiles_are_those_of_the_tables(
        double probability,
        double freedom,
        double t
    ) =>
        Assert.Equal(
            t,
            StudentT.Quantile(probability, freedom),
            2e-2 * Math.Abs(t) * (freedom == 2.5 ? 1 : 1e-4)
        );
}
