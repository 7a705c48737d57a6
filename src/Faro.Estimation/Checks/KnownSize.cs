// SPDX-License-Identifier: Apache-2.0
namespace Faro.Estimation.Checks;

/// <summary>The people of one list as if its size were not known: how many do the other lists say there are?</summary>
internal static class KnownSize
{
    public static ConsistencyCheck Of(CaptureTable table, int list, EstimateOptions options)
    {
        var others = ((1 << table.Lists.Count) - 1) & ~(1 << list);
        var inside = new CaptureTable(
            table.Lists,
            table.Counts.Where(c => ((c.History >> list) & 1) == 1)
        ).Keep(others);
        var answer = Stepwise.Of(inside, options);
        return new(
            table.Lists[list],
            table.Together(1 << list),
            inside.Observed,
            answer.Status,
            answer.Estimate,
            answer.Interval?.Lower,
            answer.Interval?.Upper
        );
    }
}
