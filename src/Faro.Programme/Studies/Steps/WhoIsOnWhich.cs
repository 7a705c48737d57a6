// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Faro.Disclosure;
using Faro.Estimation;

namespace Faro.Programme.Studies.Steps;

/// <summary>Who is on which lists, as it may be shown.</summary>
internal static class WhoIsOnWhich
{
    public static ListsFigure Of(
        CaptureTable table,
        int minimumCell,
        CancellationToken cancellation
    )
    {
        var protection = new Protection(minimumCell);
        var counts = table.Counts;
        var shown = counts.Count == 0 ? null : Protect(counts, protection, cancellation);
        var patterns = counts
            .Select(count => (count.History, People: shown?.Public(Code(count.History))))
            .ToList();
        return new ListsFigure(
            [
                .. table.Lists.Select(
                    (list, i) => new ListSize(list, protection.Count(table.Together(1 << i)))
                ),
            ],
            shown?.Public(Dimension.TotalCode),
            [
                .. from pattern in patterns
                where pattern.People is not null
                orderby pattern.People descending, pattern.History
                select new OverlapPattern(
                    [
                        .. Enumerable
                            .Range(0, table.Lists.Count)
                            .Where(list => ((pattern.History >> list) & 1) == 1),
                    ],
                    pattern.People!.Value
                ),
            ],
            patterns.Exists(pattern => pattern.People is null)
        );
    }

    /// <summary>Only histories that somebody has stand in the table: what is not shown looks the same as what is not there.</summary>
    private static ProtectedTable Protect(
        IReadOnlyList<CaptureCount> counts,
        Protection protection,
        CancellationToken cancellation
    ) =>
        protection.OneWay(
            "lists",
            [.. counts.Select(count => Code(count.History))],
            [.. counts.Select(count => count.People)],
            cancellation
        );

    private static string Code(int history) => history.ToString(CultureInfo.InvariantCulture);
}
