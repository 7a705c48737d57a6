// SPDX-License-Identifier: Apache-2.0
namespace Faro.Estimation.Checks;

/// <summary>The table as it would be had the linkage erred in a share of its matches.</summary>
/// <remarks>Expected counts, rounded. A wrong match is two people: one on a single list, one on the others of the history.
/// A missed match is the same the other way round. De Wolf, van der Laan, Zult, "Connecting correction methods for
/// linkage error in capture-recapture", J. Official Statistics 35 (2019) 577–597, treat two lists; here every list of
/// a history is as likely to be the one that was wrongly joined or left apart.</remarks>
internal static class LinkageErrors
{
    /// <summary>So large a share of the true matches was missed: join them.</summary>
    public static IEnumerable<CaptureCount> Missed(CaptureTable table, double share) =>
        Moved(table, share / (1 - share), joined: true);

    /// <summary>So large a share of the matches is wrong: take them apart.</summary>
    public static IEnumerable<CaptureCount> False(CaptureTable table, double share) =>
        Moved(table, share, joined: false);

    private static IEnumerable<CaptureCount> Moved(CaptureTable table, double share, bool joined)
    {
        var counts = new SortedDictionary<int, double>();
        foreach (var count in table.Counts)
        {
            counts[count.History] = count.People;
        }

        foreach (var (history, people) in table.Counts.Where(c => int.PopCount(c.History) > 1))
        {
            var moved = people * share / int.PopCount(history);
            for (var rest = history; rest != 0; rest &= rest - 1)
            {
                var single = rest & -rest;
                var others = history & ~single;
                var now = joined
                    ? -Math.Min(moved, Math.Min(Of(counts, single), Of(counts, others)))
                    : moved;
                counts[history] = Of(counts, history) - now;
                counts[single] = Of(counts, single) + now;
                counts[others] = Of(counts, others) + now;
            }
        }

        return counts.Select(c => new CaptureCount(c.Key, (long)Math.Round(Math.Max(0, c.Value))));
    }

    private static double Of(SortedDictionary<int, double> counts, int history) =>
        counts.GetValueOrDefault(history);
}
