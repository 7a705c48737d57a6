// SPDX-License-Identifier: Apache-2.0
using Xunit;

namespace Faro.Estimation.Tests;

/// <summary>Tables on which other packages crash, or print a number that means nothing.</summary>
public sealed class OutcomeTests
{
    private static readonly ModelChoice Main = new(ModelKind.MainEffects);
    private static readonly ModelChoice Stepwise = new(ModelKind.Stepwise);

    private static CaptureTable Korea => Tables.Published("ball-shin-yang-2018/Korea.csv");

    [Fact]
    public void A_named_model_without_a_maximum_says_so_and_has_no_number()
    {
        var table = Tables.Published("chan-silverman-vincent-2021/Artificial_3.csv");
        var result = Tables.Run(
            table,
            new() { Models = [new(ModelKind.Fixed, new("A", "B"), new("A", "C"))] }
        );
        var model = Assert.Single(result.Models);
        Assert.Contains(
            model.Status,
            (ModelStatus[])[ModelStatus.DoesNotExist, ModelStatus.NotIdentifiable]
        );
        Assert.Null(model.Estimate);
        Assert.Null(model.Interval);
        Assert.Null(result.Chosen);
        Assert.False(result.Verdict.CanBeBelieved);
    }

    [Fact]
    public void All_pairs_of_the_artificial_table_cannot_be_fitted()
    {
        var table = Tables.Published("chan-silverman-vincent-2021/Artificial_3.csv");
        Assert.False(Tables.One(table, new(ModelKind.AllPairs)).HasEstimate);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Lists_without_any_overlap_have_no_estimate(int lists)
    {
        string[] rows =
        [
            .. Enumerable
                .Range(0, lists)
                .Select(i => $"{new string('0', i)}1{new string('0', lists - i - 1)} 60"),
        ];
        var result = Tables.Run(Tables.Of(lists, rows));
        Assert.All(result.Models, m => Assert.False(m.HasEstimate, m.Name));
        Assert.Equal(ModelStatus.DoesNotExist, result.Models[0].Status);
        Assert.Equal(Belief.DoNotPublish, result.Verdict.Belief);
        Assert.Contains(result.Verdict.Reasons, r => r.Notice.Code == NoticeCodes.NoModel);
    }

    [Fact]
    public void An_empty_table_has_typed_answers_and_may_not_be_published()
    {
        var result = Tables.Run(Tables.Of(3));
        Assert.All(result.Models, m => Assert.Equal(ModelStatus.NotEstimable, m.Status));
        Assert.False(result.Verdict.CanBeBelieved);
    }

    [Fact]
    public void An_empty_list_is_reported_and_changes_nothing()
    {
        var wider = new CaptureTable([.. Korea.Lists, "empty"], Korea.Counts);
        var result = Tables.Run(wider);
        Assert.Contains(
            result.Warnings,
            w => w.Code == NoticeCodes.ListEmpty && (string)w.Values[0] == "empty"
        );
        Assert.Equal(Tables.Run(Korea).ChosenModel!.Estimate, result.ChosenModel!.Estimate);
    }

    [Fact]
    public void A_list_that_repeats_another_is_reported_and_left_out()
    {
        var twice = new CaptureTable(
            [.. Korea.Lists, "copy"],
            Korea.Counts.Select(c => c with { History = c.History | ((c.History & 1) << 3) })
        );
        var result = Tables.Run(twice);
        Assert.Contains(
            result.Warnings,
            w => w.Code == NoticeCodes.ListTwice && w.Values.SequenceEqual(["copy", "b"])
        );
        Assert.Equal(Tables.Run(Korea).ChosenModel!.Estimate, result.ChosenModel!.Estimate);
    }

    [Fact]
    public void A_list_of_everybody_gives_no_figure_for_the_unseen()
    {
        var register = new CaptureTable(
            [.. Korea.Lists, "all"],
            Korea.Counts.Select(c => c with { History = c.History | 8 })
        );
        var result = Tables.Run(register, new() { Models = [Main, Stepwise] });
        Assert.All(result.Models, m => Assert.Equal(ModelStatus.DoesNotExist, m.Status));
        Assert.Contains(result.Verdict.Reasons, r => r.Notice.Code == NoticeCodes.OneListHoldsAll);
        Assert.Equal(Belief.DoNotPublish, result.Verdict.Belief);
    }

    [Fact]
    public void Two_replicates_give_no_interval_and_say_how_many_are_needed()
    {
        var result = Tables.Run(Korea, new() { Models = [Stepwise], Replicates = 2 });
        Assert.Equal(ModelStatus.IntervalUnavailable, result.Models[0].Status);
        Assert.NotNull(result.Models[0].Estimate);
        var notice = Assert.Single(result.Warnings, w => w.Code == NoticeCodes.FewReplicates);
        Assert.Equal(["stepwise", 2, 40], notice.Values);
    }

    [Fact]
    public void Seventeen_people_never_get_an_absurd_limit()
    {
        var table = Tables.Of(3, "100 5", "010 4", "001 4", "110 2", "101 1", "011 1");
        var result = Tables.Run(table);
        Assert.All(
            result.Models.Where(m => m.Interval is not null),
            m => Assert.InRange(m.Interval!.Upper, 0, 17 * 10_000)
        );
        Assert.Equal(Belief.DoNotPublish, result.Verdict.Belief);
        Assert.Contains(result.Verdict.Reasons, r => r.Notice.Code == NoticeCodes.TinyCounts);
    }

    [Fact]
    public void A_figure_beyond_the_stated_bound_has_diverged()
    {
        var result = Tables.Run(Korea, new() { Models = [Main], DivergenceRatio = 1.1 });
        Assert.Equal(ModelStatus.Diverged, result.Models[0].Status);
        Assert.Null(result.Models[0].Estimate);
        Assert.Contains(result.Warnings, w => w.Code == NoticeCodes.ModelDiverged);
    }

    [Fact]
    public void Ten_lists_are_estimated()
    {
        var rows = Enumerable
            .Range(1, 1023)
            .Select(h => new CaptureCount(h, 1 + (2000 >> int.PopCount(h))));
        var table = new CaptureTable([.. Enumerable.Range(1, 10).Select(i => $"list {i}")], rows);
        Assert.True(Tables.One(table, Main).HasEstimate);
    }

    [Fact]
    public void Sixteen_lists_are_estimated()
    {
        var rows = Enumerable
            .Range(0, 16)
            .SelectMany(i =>
                (CaptureCount[])
                    [new(1 << i, 100 + i), new((1 << i) | (1 << ((i + 1) % 16)), 20 + i)]
            );
        var table = new CaptureTable([.. Enumerable.Range(1, 16).Select(i => $"list {i}")], rows);
        Assert.True(Tables.One(table, Main).HasEstimate);
    }

    [Fact]
    public void A_pair_of_an_unknown_list_is_the_callers_mistake() =>
        Assert.Throws<ArgumentException>(() =>
            Tables.One(Korea, new(ModelKind.Fixed, new ListPair("b", "nobody")))
        );

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void A_level_outside_its_range_is_the_callers_mistake(double level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Tables.Run(Korea, new() { Level = level })
        );

    [Fact]
    public void A_cancelled_run_stops()
    {
        using var source = new CancellationTokenSource();
        var stop = new Stop(source);
        Assert.ThrowsAny<OperationCanceledException>(() =>
            Estimate.Run(Korea, new() { Replicates = 100_000 }, stop, source.Token)
        );
        Assert.InRange(stop.Reports, 1, 50);
    }

    private sealed class Stop(CancellationTokenSource source) : IProgress<EstimateProgress>
    {
        public int Reports { get; private set; }

        public void Report(EstimateProgress value)
        {
            Reports++;
            source.Cancel();
        }
    }
}
