// SPDX-License-Identifier: Apache-2.0
using Faro.Estimation.Models;

namespace Faro.Estimation;

/// <summary>Weighs whether a table and the figures from it are enough to believe.</summary>
/// <remarks>The limits are conventions, not theorems: they follow what critics of the method ask for (Whitehead,
/// Jackson, Balch, Francis, J. Human Trafficking 7(1), 2021; Binette and Steorts, JRSS-A 185, 2022). A table that
/// passes can still mislead: that lists are independent given the model can never be tested.</remarks>
public static class Judge
{
    /// <summary>Fewer lists than this cannot show whether lists depend on each other.</summary>
    public const int FewestLists = 3;

    /// <summary>People on two or more lists, below which a figure needs caution.</summary>
    public const int EnoughOverlap = 30;

    /// <summary>People on two or more lists, below which no figure should be given.</summary>
    public const int LeastOverlap = 15;

    /// <summary>People in all, below which no figure should be given.</summary>
    public const int LeastPeople = 50;

    /// <summary>Largest share of people on one list only, in percent, without caution.</summary>
    public const int MostOnOneList = 80;

    /// <summary>Largest ratio between methods without caution.</summary>
    public const double MostSpread = 2;

    /// <summary>Largest ratio between methods for a figure to be given.</summary>
    public const double WorstSpread = 10;

    /// <summary>Difference of AIC at which the data ask for people who differ.</summary>
    public const double EnoughAic = 2;

    /// <summary>How far beyond the upper limit the total may reach if people differ, as a ratio, without caution.</summary>
    public const double FarReach = 1.05;

    /// <summary>Weighs a table alone, before anything is estimated.</summary>
    /// <param name="table">Who is on which lists.</param>
    /// <returns>What the counts alone allow.</returns>
    public static Verdict Weigh(CaptureTable table) => Weigh(table, [], chosen: null);

    /// <summary>Weighs a table and what was estimated from it.</summary>
    /// <param name="table">Who is on which lists.</param>
    /// <param name="models">Answers; when empty only the table is weighed.</param>
    /// <param name="chosen">The answer to be read first, or null.</param>
    /// <returns>The verdict, worst reason first.</returns>
    public static Verdict Weigh(
        CaptureTable table,
        IReadOnlyList<ModelEstimate> models,
        ModelEstimate? chosen
    ) => Weigh(table, models, chosen, benchmark: null);

    /// <summary>Weighs a table, what was estimated from it, and what is known from elsewhere.</summary>
    /// <param name="table">Who is on which lists.</param>
    /// <param name="models">Answers; when empty only the table is weighed.</param>
    /// <param name="chosen">The answer to be read first, or null.</param>
    /// <param name="benchmark">A number of people known from elsewhere, or null.</param>
    /// <returns>The verdict, worst reason first.</returns>
    public static Verdict Weigh(
        CaptureTable table,
        IReadOnlyList<ModelEstimate> models,
        ModelEstimate? chosen,
        double? benchmark
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(models);
        VerdictReason[] reasons =
        [
            .. OfLists(table),
            .. OfPeople(table),
            .. models.Count == 0
                ? []
                : (VerdictReason[])
                    [
                        .. OfModels(models, chosen),
                        .. OfPeopleWhoDiffer(table),
                        .. OfSamplers(models),
                        .. OfBenchmark(models, benchmark),
                    ],
        ];
        reasons = [.. reasons.OrderByDescending(r => r.Belief)];
        return new(reasons.Length == 0 ? Belief.Reasonable : reasons[0].Belief, reasons);
    }

    private static IEnumerable<VerdictReason> OfLists(CaptureTable table)
    {
        var useful = Estimate.Useful(table).Length;
        if (useful < FewestLists)
        {
            yield return new(new(NoticeCodes.FewLists, useful, FewestLists), Belief.DoNotPublish);
        }

        foreach (var warning in table.Warnings)
        {
            if (string.Equals(warning.Code, NoticeCodes.ListOfEverybody, StringComparison.Ordinal))
            {
                yield return new(
                    new(NoticeCodes.OneListHoldsAll, warning.Values),
                    Belief.DoNotPublish
                );
            }
        }

        var empty = table.EmptyPairs();
        if (empty.Count > 0)
        {
            yield return new(
                new(NoticeCodes.EmptyPairs, empty.Count, empty[0].First, empty[0].Second),
                Belief.Caution
            );
        }
    }

    private static IEnumerable<VerdictReason> OfPeople(CaptureTable table)
    {
        if (table.Observed < LeastPeople)
        {
            yield return new(
                new(NoticeCodes.TinyCounts, table.Observed, LeastPeople),
                Belief.DoNotPublish
            );
        }

        var overlap = table.Observed - table.OnExactly(1);
        if (overlap < EnoughOverlap)
        {
            yield return new(
                new(NoticeCodes.LittleOverlap, overlap, EnoughOverlap),
                overlap < LeastOverlap ? Belief.DoNotPublish : Belief.Caution
            );
        }

        if (table.OnExactly(1) * 100 > table.Observed * MostOnOneList)
        {
            yield return new(
                new(
                    NoticeCodes.MostlyOneList,
                    (int)(table.OnExactly(1) * 100 / table.Observed),
                    MostOnOneList
                ),
                Belief.Caution
            );
        }
    }

    private static IEnumerable<VerdictReason> OfModels(
        IReadOnlyList<ModelEstimate> models,
        ModelEstimate? chosen
    )
    {
        if (chosen is null)
        {
            yield return new(new(NoticeCodes.NoModel), Belief.DoNotPublish);
        }
        else if (chosen.Interval is null)
        {
            yield return new(new(NoticeCodes.NoInterval, chosen.Name), Belief.DoNotPublish);
        }

        // Lower bounds and figures of two lists do not count; a model that fits badly does, for its reader sees it too.
        var figures = models
            .Zip(Standing.Of(models))
            .Where(p =>
                p.First.HasEstimate
                && p.Second.Why?.Code
                    is null
                        or NoticeCodes.MethodFitsBadly
                        or NoticeCodes.MethodNoInterval
            )
            .Select(p => p.First.Estimate!.Value)
            .ToArray();
        var spread = figures.Length == 0 ? 1 : figures.Max() / figures.Min();
        if (spread > MostSpread)
        {
            yield return new(
                new(NoticeCodes.MethodsDisagree, Math.Round(spread, 1), MostSpread),
                spread > WorstSpread ? Belief.DoNotPublish : Belief.Caution
            );
        }
    }

    /// <summary>Whether the data prefer a model in which people differ over one in which they do not, whatever lists depend on
    /// each other; and if they do not say so, whether they could tell.</summary>
    private static IEnumerable<VerdictReason> OfPeopleWhoDiffer(CaptureTable table)
    {
        var useful = Estimate.Reduced(table);
        if (useful is null || useful.Observed == 0 || useful.Lists.Count < FewestLists)
        {
            return [];
        }

        var differ = PeopleDiffer.Of(useful, new EstimateOptions());
        if (differ?.Evidence(EnoughAic) is { } evidence)
        {
            return
            [
                new(
                    new(NoticeCodes.Heterogeneity, evidence.Model, Math.Round(evidence.Ratio, 1)),
                    Belief.Caution
                ),
            ];
        }

        // That a table cannot show it is so of nearly every table: said, but not held against this one.
        return differ?.Reach() is { } reach && reach >= FarReach
            ?
            [
                new(
                    new(NoticeCodes.HeterogeneityHidden, Math.Round(100 * (reach - 1))),
                    Belief.Reasonable
                ),
            ]
            : [];
    }

    /// <summary>Adds what checks against reality found.</summary>
    /// <param name="verdict">The verdict so far.</param>
    /// <param name="consistency">Sizes of lists as the other lists say them.</param>
    /// <param name="coverage">Simulated coverage.</param>
    /// <returns>The verdict, worst reason first.</returns>
    public static Verdict With(
        Verdict verdict,
        IReadOnlyList<ConsistencyCheck> consistency,
        IReadOnlyList<CoverageCheck> coverage
    )
    {
        ArgumentNullException.ThrowIfNull(verdict);
        ArgumentNullException.ThrowIfNull(consistency);
        ArgumentNullException.ThrowIfNull(coverage);
        var missed = consistency.Count(c => c.Holds == false);
        VerdictReason[] reasons =
        [
            .. verdict.Reasons,
            .. missed * 2 > consistency.Count
                ? (VerdictReason[])
                    [new(new(NoticeCodes.Inconsistent, missed, consistency.Count), Belief.Caution)]
                : [],
            .. coverage
                .Where(c => c.TooLow)
                .Select(c => new VerdictReason(
                    new(
                        NoticeCodes.LowCoverage,
                        Estimate.NameOf(ModelKind.Stepwise),
                        Math.Round(100 * c.Share),
                        Math.Round(100 * c.Level)
                    ),
                    Belief.Caution
                )),
        ];
        reasons = [.. reasons.OrderByDescending(r => r.Belief)];
        return new(reasons.Length == 0 ? Belief.Reasonable : reasons[0].Belief, reasons);
    }

    private static IEnumerable<VerdictReason> OfSamplers(IReadOnlyList<ModelEstimate> models) =>
        from model in models
        where model.Status == ModelStatus.DidNotMix
        let medians = model.Mixing!.ChainMedians
        select new VerdictReason(
            new(NoticeCodes.DidNotMix, model.Name, Math.Round(medians.Max() / medians.Min(), 1)),
            Belief.Caution
        );

    private static IEnumerable<VerdictReason> OfBenchmark(
        IReadOnlyList<ModelEstimate> models,
        double? benchmark
    ) =>
        from pair in models.Zip(Standing.Of(models))
        let interval = pair.First.Interval
        where
            interval is not null
            && pair.Second.Why?.Code
                is not (NoticeCodes.MethodTwoLists or NoticeCodes.MethodLowerBound)
            && (benchmark < interval.Lower || benchmark > interval.Upper)
        select new VerdictReason(
            new(
                NoticeCodes.BenchmarkExcluded,
                pair.First.Name,
                Math.Round(interval.Lower),
                Math.Round(interval.Upper),
                benchmark!.Value
            ),
            Belief.Caution
        );
}
