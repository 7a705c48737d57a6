// SPDX-License-Identifier: Apache-2.0
using CsCheck;
using Faro.Programme.Identification.Rules;
using Xunit;
using static Faro.Programme.Tests.Identification.FactSteps;

namespace Faro.Programme.Tests.Identification;

public sealed class DelphiTests
{
    private const int Draws = 3_000;

    private static readonly string[] Six =
    [
        Delphi.DeceptiveRecruitment,
        Delphi.CoerciveRecruitment,
        Delphi.VulnerabilityAtRecruitment,
        Delphi.Exploitation,
        Delphi.CoercionAtDestination,
        Delphi.VulnerabilityAtDestination,
    ];

    [Theory]
    [InlineData(0, 0, 0, false)]
    [InlineData(1, 0, 0, false)]
    [InlineData(2, 0, 0, true)]
    [InlineData(1, 1, 0, true)]
    [InlineData(1, 0, 1, true)]
    [InlineData(0, 2, 0, false)]
    [InlineData(0, 3, 0, true)]
    [InlineData(0, 2, 1, true)]
    [InlineData(0, 1, 2, false)]
    [InlineData(0, 1, 9, false)]
    [InlineData(0, 0, 9, false)]
    public void Step_1_makes_a_dimension_positive(
        int strong,
        int medium,
        int weak,
        bool positive
    ) => Assert.Equal(positive, Delphi.IsPositive(strong, medium, weak));

    [Fact]
    public void One_more_indicator_never_makes_a_dimension_negative() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 10], Gen.Int[0, 5])
            .Sample(
                (strong, medium, weak) =>
                    !Delphi.IsPositive(strong, medium, weak)
                    || (
                        Delphi.IsPositive(strong + 1, medium, weak)
                        && Delphi.IsPositive(strong, medium + 1, weak)
                        && Delphi.IsPositive(strong, medium, weak + 1)
                        // And a heavier indicator does whatever a lighter one does.
                        && (medium == 0 || Delphi.IsPositive(strong + 1, medium - 1, weak))
                        && (weak == 0 || Delphi.IsPositive(strong, medium + 1, weak - 1))
                    ),
                iter: Draws
            );

    [Theory]
    [InlineData("exploitation", DelphiResults.LabourRights)]
    [InlineData("exploitation deceptive-recruitment", DelphiResults.Deception)]
    [InlineData("exploitation deceptive-recruitment coercion-destination", DelphiResults.Victim)]
    [InlineData("exploitation coercive-recruitment coercion-destination", DelphiResults.Victim)]
    [InlineData(
        "exploitation vulnerability-recruitment coercion-destination",
        DelphiResults.Victim
    )]
    [InlineData(
        "exploitation coercive-recruitment vulnerability-destination",
        DelphiResults.Victim
    )]
    [InlineData("exploitation coercive-recruitment", DelphiResults.NotSettled)]
    [InlineData("exploitation coercion-destination", DelphiResults.NotSettled)]
    [InlineData("coercive-recruitment coercion-destination", DelphiResults.None)]
    [InlineData("", DelphiResults.None)]
    public void Step_2_combines_the_dimensions_of_an_adult(string positive, string result) =>
        Assert.Equal(result, Delphi.Combine(Set(positive), isChild: false, hasAct: true));

    [Theory]
    [InlineData("exploitation", true, DelphiResults.ChildVictim)]
    [InlineData("exploitation", false, DelphiResults.NotSettled)]
    [InlineData("coercion-destination", true, DelphiResults.None)]
    [Trait("Rule", "R2")]
    public void For_a_child_exploitation_after_an_act_suffices(
        string positive,
        bool hasAct,
        string result
    ) => Assert.Equal(result, Delphi.Combine(Set(positive), isChild: true, hasAct));

    [Fact]
    public void One_more_positive_dimension_never_takes_back_that_it_points_to_trafficking() =>
        Gen.Select(Gen.Int[0, 63], Gen.Int[0, 5], Gen.Bool, Gen.Bool)
            .Sample(
                (mask, more, isChild, hasAct) =>
                {
                    HashSet<string> Of(int bits) =>
                        Six.Where((_, index) => (bits & (1 << index)) != 0)
                            .ToHashSet(StringComparer.Ordinal);
                    var before = Delphi.Combine(Of(mask), isChild, hasAct);
                    return before is not (DelphiResults.Victim or DelphiResults.ChildVictim)
                        || Delphi.Combine(Of(mask | (1 << more)), isChild, hasAct) == before;
                },
                iter: Draws
            );

    [Fact]
    public void The_sets_have_the_published_sizes_and_weights()
    {
        var adult = IndicatorSets.Find("ilo-adult-labour")!;
        var child = IndicatorSets.Find("ilo-child-labour")!;

        Assert.Equal(
            [10, 10, 16, 9, 15, 7],
            Six.Select(dimension => adult.Items.Count(item => item.Dimension == dimension))
        );
        Assert.Equal(65, child.Items.Count);
        Assert.DoesNotContain(child.Items, item => item.Weight == Delphi.Weak);
        Assert.All(
            adult.Items.Concat(child.Items),
            item => Assert.True(CodeLists.Get("indicator-weights").Contains(item.Weight))
        );
        Assert.Equal(11, IndicatorSets.Find("ilo-eleven")!.Items.Count);
    }

    [Fact]
    public void Sets_that_could_not_be_completed_conclude_nothing() =>
        Assert.All(
            Delphi
                .Read(Sheet("ilo-child-sexual:d4-hazardous", "ilo-child-sexual:d5-tasks-clients"))
                .Where(finding => IndicatorSets.Find(finding.Set) is { IsComplete: false }),
            finding => Assert.Equal(DelphiResults.Incomplete, finding.Result)
        );

    [Fact]
    public void Recorded_facts_answer_items_and_ticks_add_to_them()
    {
        var finding = Delphi
            .Read(
                Sheet(
                    "trafficking-acts:recruit",
                    "recruitment-deceptions:job",
                    "recruitment-deceptions:pay",
                    "working-conditions:above-legal-hours",
                    "working-conditions:below-legal-pay",
                    "control-means:withholds-documents",
                    "ilo-adult-labour:d5-lie"
                )
            )
            .First(each => each.Set == "ilo-adult-labour");

        Assert.Equal(DelphiResults.Victim, finding.Result);
        Assert.Contains("d5-documents-taken", finding.Present);
        Assert.Contains("d5-lie", finding.Present);
    }

    private static HashSet<string> Set(string codes) =>
        codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
