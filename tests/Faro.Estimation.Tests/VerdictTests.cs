// SPDX-License-Identifier: Apache-2.0
using Xunit;

namespace Faro.Estimation.Tests;

/// <summary>The headline, and the protections around it.</summary>
public sealed class VerdictTests
{
    private static readonly EstimateOptions Quick = new() { Replicates = 100 };

    public static TheoryData<string> Simulated =>
        ["sim03", "sim04", "sim05", "sim06", "sim07", "sim10"];

    [Theory]
    [MemberData(nameof(Simulated))]
    public void Where_people_truly_differ_the_warning_is_given(string name) =>
        Assert.Contains(
            Tables
                .Run(
                    Tables.Shared(name),
                    new() { Models = [new(ModelKind.Stepwise)], Replicates = 0 }
                )
                .Verdict.Reasons,
            r => r.Notice.Code is NoticeCodes.Heterogeneity or NoticeCodes.HeterogeneityHidden
        );

    [Fact]
    public void Methods_that_contradict_a_census_are_named()
    {
        var options = Quick with
        {
            Benchmark = 10_401,
            Models =
            [
                new(ModelKind.Stepwise),
                new(ModelKind.Uk2014),
                new(ModelKind.BayesThreshold),
                new(ModelKind.Bic),
                new(ModelKind.DecomposableGraphs),
            ],
        };
        var named = Tables
            .Run(Tables.Published("ball-2002/Kosovo.csv"), options)
            .Verdict.Reasons.Where(r => r.Notice.Code == NoticeCodes.BenchmarkExcluded)
            .Select(r => (string)r.Notice.Values[0]);
        Assert.Equal(["stepwise", "uk-2014", "bayes-threshold"], named);
    }

    [Fact]
    public void The_range_holds_every_admissible_interval_and_is_round()
    {
        var result = Tables.Run(
            Tables.Published("silverman-2014/UKdat_5.csv"),
            Quick with
            {
                Models =
                [
                    new(ModelKind.Stepwise),
                    new(ModelKind.BicAverage),
                    new(ModelKind.DecomposableGraphs),
                    new(ModelKind.Chao),
                ],
            }
        );
        var range = result.Range!.Value;
        foreach (var (model, standing) in result.Models.Zip(result.Standings))
        {
            Assert.Equal(model.Name == "chao", !standing.Admissible);
            if (standing.Admissible)
            {
                Assert.InRange(model.Interval!.Lower, range.Low, range.High);
                Assert.InRange(model.Interval.Upper, range.Low, range.High);
            }
        }

        Assert.Equal(0, range.Low % 100);
        Assert.Equal(0, range.High % 1000);
        Assert.True(result.Disagreement > 1.5);
    }

    [Fact]
    public void Seventeen_people_get_a_refusal_and_no_range()
    {
        var table = Tables.Of(3, "100 5", "010 4", "001 4", "110 2", "101 1", "011 1");
        var result = Tables.Run(
            table,
            Quick with
            {
                Models = EstimateOptions.Everything,
                Sweeps = 1000,
            }
        );
        Assert.Equal(Belief.DoNotPublish, result.Verdict.Belief);
        Assert.Null(result.Range);
        Assert.All(
            result.Models,
            m => Assert.True(m.Interval is null || m.Interval.Upper <= 17 * 10_000, m.Name)
        );
    }

    [Fact]
    public void Everything_gives_the_same_bytes_on_any_number_of_threads()
    {
        string Bytes(int threads) =>
            System.Text.Json.JsonSerializer.Serialize(
                Tables.Run(
                    Tables.Published("ball-shin-yang-2018/Korea.csv"),
                    Quick with
                    {
                        Models = EstimateOptions.Everything,
                        Sweeps = 2000,
                        Threads = threads,
                    }
                )
            );
        Assert.Equal(Bytes(1), Bytes(3));
    }

    [Fact]
    public void A_stopped_run_gives_what_it_has_and_is_taken_up_again()
    {
        var table = Tables.Published("silverman-2014/UKdat_5.csv");
        var options = Quick with
        {
            Models = [new(ModelKind.MainEffects), new(ModelKind.Stepwise), new(ModelKind.Chao)],
            Replicates = 5000,
            PartialWhenCancelled = true,
        };
        using var source = new CancellationTokenSource();
        var partial = Estimate.Run(table, options, new Stop(source), source.Token);
        Assert.False(partial.Complete);
        Assert.Equal(["main-effects"], partial.Models.Select(m => m.Name));
        Assert.Contains(partial.Warnings, w => w.Code == NoticeCodes.RunStopped);
        var resumed = Tables.Run(table, options with { Resume = partial });
        Assert.True(resumed.Complete);
        Assert.Same(partial.Models[0], resumed.Models[0]);
        Assert.Equal(3, resumed.Models.Count);
    }

    [Fact]
    public void Another_table_is_not_taken_up_from_this_one()
    {
        var korea = Tables.Run(Tables.Published("ball-shin-yang-2018/Korea.csv"), Quick);
        var kosovo = Tables.Published("ball-2002/Kosovo.csv");
        Assert.Equal(
            Tables.Run(kosovo, Quick).Models[0].Estimate,
            Tables.Run(kosovo, Quick with { Resume = korea }).Models[0].Estimate
        );
    }

    [Fact]
    public void Limits_say_how_far_other_replicates_would_move_them()
    {
        var table = Tables.Published("silverman-2014/UKdat_5.csv");
        Interval With(long seed, int replicates) =>
            Tables
                .Run(
                    table,
                    new()
                    {
                        Models = [new(ModelKind.Stepwise)],
                        Seed = seed,
                        Replicates = replicates,
                    }
                )
                .Models[0]
                .Interval!;
        double[] uppers = [.. Enumerable.Range(1, 30).Select(s => With(s, 1000).Upper)];
        var mean = uppers.Average();
        var spread = Math.Sqrt(uppers.Sum(u => (u - mean) * (u - mean)) / 29);
        Assert.InRange(With(1, 1000).UpperError!.Value, spread / 3, spread * 3);
        Assert.True(With(1, 16_000).UpperError < With(1, 1000).UpperError);
    }

    [Fact]
    public void A_likelihood_that_never_falls_has_no_upper_limit()
    {
        // Two lists that share one person: the profile stays within the cut far beyond the bound asked for.
        var table = Tables.Of(2, "10 300", "01 300", "11 1");
        var result = Tables.Run(
            table,
            new() { Models = [new(ModelKind.Uk2014)], DivergenceRatio = 400 }
        );
        Assert.Equal(ModelStatus.IntervalUnavailable, result.Models[0].Status);
        Assert.Contains(result.Warnings, w => w.Code == NoticeCodes.IntervalUnbounded);
        Assert.Null(result.Models[0].Interval);
    }

    [Fact]
    public void A_model_without_a_maximum_says_whether_the_unseen_could_be_told()
    {
        // Nobody is on A and B, or on A and C, without the third: which is missing, the pairs cannot say.
        var table = Tables.Published("chan-silverman-vincent-2021/Artificial_3.csv");
        var model = Tables.One(table, new(ModelKind.AllPairs));
        Assert.False(model.HasEstimate);
        Assert.NotNull(model.HiddenEstimable);
    }

    [Fact]
    public void Too_many_lists_for_a_method_are_said_so()
    {
        var result = Tables.Run(
            Tables.Published("chan-silverman-vincent-2021/NewOrl.csv"),
            Quick with
            {
                Models = [new(ModelKind.Bic), new(ModelKind.DecomposableGraphs)],
            }
        );
        Assert.All(result.Models, m => Assert.Equal(ModelStatus.NotEstimable, m.Status));
        Assert.Equal(2, result.Warnings.Count(w => w.Code == NoticeCodes.ModelTooManyLists));
    }

    private sealed class Stop(CancellationTokenSource source) : IProgress<EstimateProgress>
    {
        public void Report(EstimateProgress value) => source.Cancel();
    }
}
