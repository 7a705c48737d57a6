// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure.Suppression;

/// <summary>Hides what the rule hides in every table, then further counts of any of them until no hidden one can be worked out from all together, then shows again what it can.</summary>
/// <remarks>Cheapest for one count at a time, so not the least overall. It always ends well: with everything hidden nothing
/// is bounded from above.</remarks>
internal sealed class LinkedSuppressor(LinkedTables linked, DisclosureRule rule)
{
    private readonly LinkedCounts _counts = new(linked, rule);

    public LinkedCounts Counts => _counts;

    public LinkedAttacker Attacker => field ??= new(_counts);

    public void HidePrimary()
    {
        foreach (var (i, table) in linked.Tables.Index())
        {
            var alone = new Suppressor(table, rule);
            alone.HidePrimary();
            foreach (var cell in alone.Pattern.Hidden)
                _counts.Hide(
                    _counts.Of(new(i, table.Frame.Codes(cell))),
                    alone.Pattern.Reason(cell)!.Value
                );
        }
    }

    public void HideComplementary(CancellationToken cancel)
    {
        var open = new Queue<int>(_counts.Hidden);
        while (open.TryDequeue(out var unknown))
        while (!Attacker.IsInDoubt(unknown, rule.Doubt))
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var needed in WayOut(unknown))
            {
                _counts.Hide(needed, HiddenReason.Complementary);
                open.Enqueue(needed);
            }
        }
        ShowNeedless(cancel);
    }

    private List<int> WayOut(int unknown)
    {
        var (least, _) = Attacker.Bounds(unknown);
        var way = Attacker.CheapestWayOut(unknown, least + rule.Doubt - 1);
        if (way.Count > 0)
            return way;
        // Room only between whole numbers: the cheapest count of all makes some.
        var cheapest = _counts.Shown.OrderBy(each => _counts.Counts[each]).Take(1).ToList();
        return cheapest.Count > 0
            ? cheapest
            : throw new InvalidOperationException(
                "Bug in Faro: a hidden count stays bounded with nothing left to hide."
            );
    }

    private void ShowNeedless(CancellationToken cancel)
    {
        var complementary = _counts
            .Hidden.Where(unknown => _counts.Reasons[unknown] == HiddenReason.Complementary)
            .OrderByDescending(unknown => _counts.Counts[unknown])
            .ToList();
        foreach (var unknown in complementary)
        {
            cancel.ThrowIfCancellationRequested();
            _counts.Show(unknown);
            if (!_counts.Hidden.All(hidden => Attacker.IsInDoubt(hidden, rule.Doubt)))
                _counts.Hide(unknown, HiddenReason.Complementary);
        }
    }
}
