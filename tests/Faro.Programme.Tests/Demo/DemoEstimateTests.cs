// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation;
using Faro.Programme.Demo;
using Faro.Programme.Studies;
using Faro.Programme.Studies.Sources;
using Faro.Programme.Studies.Steps;
using Xunit;

namespace Faro.Programme.Tests.Demo;

public sealed class DemoEstimateTests
{
    private const int Everybody = 518;

    private static readonly EstimateOptions Quick = new()
    {
        Replicates = 200,
        Models =
        [
            new(ModelKind.Stepwise),
            new(ModelKind.DecomposableGraphs),
            new(ModelKind.Heterogeneity),
        ],
    };

    [Fact]
    public void The_invented_lists_give_back_everybody_when_no_match_is_lost()
    {
        var rows = DemoFiles.Rows("lists");
        var histories = Made.Truth(rows);

        var answer = Estimate.Run(Table(histories.Where(history => history > 0)), Quick);

        Assert.Equal(Everybody, histories.Count);
        Assert.InRange(Everybody, Stepwise(answer).Lower, Stepwise(answer).Upper);
    }

    [Fact]
    public void Lost_matches_alone_raise_the_estimate_and_the_range_still_holds_the_truth()
    {
        var truth = Made.Truth(DemoFiles.Rows("lists")).Count(history => history > 0);
        var linked = Linked().Overlap!.ToTable();

        var answer = Estimate.Run(linked, Quick);

        // Each lost match is one person counted as two.
        Assert.InRange(linked.Observed - truth, 10, 40);
        Assert.True(Stepwise(answer).Lower > Everybody);
        Assert.InRange(Everybody, answer.Range!.Value.Low, answer.Range.Value.High);
    }

    private static DemoList Made => new(DemoProgramme.UsualSeed, DemoSize.Usual);

    private static Interval Stepwise(EstimateResult result) =>
        result.Models.Single(model => model.Name == "stepwise").Interval!;

    private static CaptureTable Table(IEnumerable<int> histories) =>
        new(
            ["A", "B", "C", "D"],
            histories
                .CountBy(history => history)
                .Select(pair => new CaptureCount(pair.Key, pair.Value))
        );

    private static LinkedPeople Linked() =>
        SamePerson.Run(
            [.. DemoFiles.Rows("lists").Select(Source)],
            new StudySettings(),
            new StudyFrame(default, default, StudyFacts.DefaultSeed, 10),
            1,
            null,
            TestContext.Current.CancellationToken
        );

    private static StepSource Source(IReadOnlyDictionary<string, string> row, int place)
    {
        var bytes = Made.Write(row, place + 1);
        var headers = row["columns"].Split(',');
        var mapping = MappingGuess
            .Of(SourceKinds.PersonList, headers)
            .Tidied(SourceKinds.PersonList, headers);
        return new StepSource(
            place + 1,
            SourceKinds.PersonList,
            row["code"],
            mapping,
            () =>
                SourceReading.Lines(new MemoryStream(bytes), mapping, null, CancellationToken.None)
        );
    }
}
