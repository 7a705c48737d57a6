// SPDX-License-Identifier: Apache-2.0
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
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(models);
        VerdictReason[] reasons =
        [
            .. OfLists(table),
            .. OfPeople(table),
            .. models.Count == 0 ? [] : OfModels(models, chosen),
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

    /// <summary>Chapman's figures do not count here: each speaks of two lists only.</summary>
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

        var figures = models
            .Where(m => m.HasEstimate && !m.Name.StartsWith("chapman:", StringComparison.Ordinal))
            .Select(m => m.Estimate!.Value)
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
}
