// SPDX-License-Identifier: Apache-2.0
namespace Faro.Programme.Studies.Steps;

/// <summary>Who is on which lists, as it may be shown.</summary>
internal static class WhoIsOnWhich
{
    /// <param name="overlap">True counts.</param>
    /// <param name="shown">The same people, protected; null when there is nobody.</param>
    /// <remarks>Only histories that somebody has stand in the table: what is not shown looks the same as what is not there.</remarks>
    public static ListsFigure Of(OverlapCounts overlap, PeopleOnLists? shown)
    {
        var patterns = overlap
            .Counts.Where(count => count.People > 0)
            .Select(count => (count.History, People: shown?.Exactly(count.History)))
            .ToList();
        return new ListsFigure(
            [.. overlap.Lists.Select((list, i) => new ListSize(list, shown?.On(i)))],
            shown?.People,
            [
                .. from pattern in patterns
                where pattern.People is not null
                orderby pattern.People descending, pattern.History
                select new OverlapPattern(
                    [
                        .. Enumerable
                            .Range(0, overlap.Lists.Count)
                            .Where(list => ((pattern.History >> list) & 1) == 1),
                    ],
                    pattern.People!.Value
                ),
            ],
            patterns.Exists(pattern => pattern.People is null)
        );
    }
}
