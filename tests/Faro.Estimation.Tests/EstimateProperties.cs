// SPDX-License-Identifier: Apache-2.0
using CsCheck;
using Xunit;

namespace Faro.Estimation.Tests;

public sealed class EstimateProperties
{
    private static readonly ModelChoice Main = new(ModelKind.MainEffects);
    private static readonly ModelChoice Stepwise = new(ModelKind.Stepwise);

    /// <summary>Tables of three to five lists with every history seen, so that everything exists.</summary>
    private static Gen<CaptureTable> Full =>
        from lists in Gen.Int[3, 5]
        from people in Gen.Long[1, 400].Array[(1 << lists) - 1]
        select new CaptureTable(
            [.. Enumerable.Range(0, lists).Select(i => $"L{i}")],
            people.Select((p, i) => new CaptureCount(i + 1, p))
        );

    private static Gen<CaptureTable> Sparse =>
        from lists in Gen.Int[2, 5]
        from people in Gen.Long[-3, 6].Array[(1 << lists) - 1]
        select new CaptureTable(
            [.. Enumerable.Range(0, lists).Select(i => $"L{i}")],
            people.Select((p, i) => new CaptureCount(i + 1, Math.Max(0, p)))
        );

    [Fact]
    public void The_order_of_the_lists_does_not_matter() =>
        Full.Sample(
            table =>
            {
                var turned = Turn(table);
                Near(Tables.One(table, Main), Tables.One(turned, Main));
                Near(Tables.One(table, Stepwise), Tables.One(turned, Stepwise));
            },
            iter: 200
        );

    [Fact]
    public void Counts_times_k_give_an_estimate_times_k() =>
        Gen.Select(Full, Gen.Int[2, 50])
            .Sample(
                (table, k) =>
                {
                    var more = new CaptureTable(
                        table.Lists,
                        table.Counts.Select(c => c with { People = c.People * k })
                    );
                    var once = Tables.One(table, Main).Estimate!.Value;
                    Assert.Equal(once * k, Tables.One(more, Main).Estimate!.Value, once * k * 1e-9);
                },
                iter: 200
            );

    [Fact]
    public void Sparse_tables_never_give_a_naked_or_impossible_number() =>
        Sparse.Sample(
            table =>
            {
                foreach (var model in Tables.Run(table, new() { Replicates = 60 }).Models)
                {
                    var figure = model.Estimate;
                    Assert.Equal(
                        model.Status is ModelStatus.Estimated or ModelStatus.IntervalUnavailable,
                        figure is not null
                    );
                    Assert.Equal(model.Status == ModelStatus.Estimated, model.Interval is not null);
                    var least = model.Name.StartsWith("chapman", StringComparison.Ordinal)
                        ? 0
                        : table.Observed;
                    Assert.True(
                        figure is null || (double.IsFinite(figure.Value) && figure >= least)
                    );
                    Assert.True(
                        model.Interval is null
                            || (
                                model.Interval.Lower >= 0
                                && model.Interval.Upper >= model.Interval.Lower
                            )
                    );
                }
            },
            iter: 300
        );

    [Fact]
    public void A_fitted_model_keeps_the_people_of_each_of_its_terms() =>
        Full.Sample(
            table =>
            {
                var fitter = new Models.Fitter(table.Lists.Count);
                fitter.Load(
                    [.. table.Counts.Select(c => c.History)],
                    [.. table.Counts.Select(c => c.People)]
                );
                int[] terms =
                [
                    0,
                    .. Enumerable.Range(0, table.Lists.Count).Select(i => 1 << i),
                    3,
                    5,
                ];
                Assert.True(fitter.Fit(terms));
                Assert.All(
                    terms,
                    t =>
                        Assert.Equal(
                            fitter.Margin(t),
                            fitter.FittedMargin(t),
                            fitter.Margin(t) * 1e-10
                        )
                );
            },
            iter: 200
        );

    private static void Near(ModelEstimate expected, ModelEstimate actual)
    {
        Assert.Equal(expected.Status, actual.Status);
        Assert.Equal(expected.HasEstimate, actual.HasEstimate);
        if (expected.Estimate is { } figure)
        {
            Assert.Equal(figure, actual.Estimate!.Value, figure * 1e-9);
        }
    }

    private static CaptureTable Turn(CaptureTable table)
    {
        var last = table.Lists.Count - 1;
        return new(
            [table.Lists[last], .. table.Lists.Take(last)],
            table.Counts.Select(c =>
                c with
                {
                    History = ((c.History << 1) & ((2 << last) - 1)) | (c.History >> last),
                }
            )
        );
    }
}
