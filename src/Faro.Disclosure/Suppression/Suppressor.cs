// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure.Suppression;

/// <summary>Hides what the rule hides, then the cheapest further counts until no hidden count can be worked out, then shows again what it can.</summary>
/// <remarks>For each hidden count in too little doubt, the cheapest circle of counts that would let it move is hidden
/// (shortest path in the network; the price of a count is its persons and one). Cheapest for one count at a time, so
/// not the least overall; the last pass takes back what turned out needless. It always ends well: with everything
/// hidden nothing is bounded.</remarks>
internal sealed class Suppressor
{
    private readonly CountTable _table;
    private readonly DisclosureRule _rule;
    private readonly Attacker _attacker;

    public Suppressor(CountTable table, DisclosureRule rule)
    {
        (_table, _rule) = (table, rule);
        Pattern = new Pattern(table, rule);
        _attacker = new Attacker(table, Pattern);
    }

    public Pattern Pattern { get; }

    /// <summary>Hides what somebody else found unsafe, for amounts instead of counts of persons.</summary>
    public void HidePrimary(Func<int, HiddenReason?> why)
    {
        for (var cell = 0; cell < _table.Frame.CellCount; cell++)
            if (Pattern.IsShown(cell) && why(cell) is { } reason)
                Pattern.Hide(cell, reason);
    }

    public void HidePrimary()
    {
        var frame = _table.Frame;
        for (var cell = 0; cell < frame.CellCount; cell++)
            if (Pattern.IsShown(cell) && IsTooSmall(_table.CountAt(cell)))
                Pattern.Hide(cell, HiddenReason.FewerThanMinimum);
        if (!_rule.HideWholeGroups)
            return;
        foreach (var (_, family) in frame.Sums())
        {
            var possible = family.Where(cell => !_table.IsStructuralZero(cell)).ToList();
            var peopled = possible.Where(cell => _table.CountAt(cell) > 0).ToList();
            if (possible.Count > 1 && peopled is [var only] && Pattern.IsShown(only))
                Pattern.Hide(only, HiddenReason.WholeGroup);
        }
    }

    public void HideComplementary(CancellationToken cancel)
    {
        var open = new Queue<int>(Pattern.Hidden);
        while (open.TryDequeue(out var cell))
        {
            cancel.ThrowIfCancellationRequested();
            while (!_attacker.IsInDoubt(cell, _rule.Doubt))
                foreach (var needed in CheapestWayOut(cell))
                {
                    Pattern.Hide(needed, HiddenReason.Complementary);
                    open.Enqueue(needed);
                }
        }
        ShowNeedless(cancel);
    }

    private bool IsTooSmall(long count) =>
        count < _rule.Minimum && !(count == 0 && _rule.ShowZeros);

    private List<int> CheapestWayOut(int cell)
    {
        var count = _table.CountAt(cell);
        var fall = _attacker.Fall(cell, Math.Min(count, _rule.Doubt - 1));
        var missing = _rule.Doubt - 1 - fall;
        var (from, to) = (_attacker.Network.From[cell], _attacker.Network.To[cell]);
        var down =
            fall < count ? new Circle(_attacker, Pattern, Price).Cheapest(from, to, cell, 1) : null;
        missing -= _attacker.Rise(cell, missing);
        var circle = new Circle(_attacker, Pattern, Price);
        var up = circle.Cheapest(to, from, cell, missing) ?? circle.Cheapest(to, from, cell, 1);
        var best = new[] { up, down }.OfType<List<int>>().MinBy(way => way.Sum(Price));
        return best is { Count: > 0 }
            ? best
            : throw new InvalidOperationException(
                "Bug in Faro: a hidden count stays bounded with nothing left to hide."
            );
    }

    private void ShowNeedless(CancellationToken cancel)
    {
        var complementary = Pattern
            .Hidden.Where(cell => Pattern.Reason(cell) == HiddenReason.Complementary)
            .OrderByDescending(Price)
            .ToList();
        foreach (var cell in complementary)
        {
            cancel.ThrowIfCancellationRequested();
            Pattern.Show(cell);
            if (!Pattern.Hidden.All(hidden => _attacker.IsInDoubt(hidden, _rule.Doubt)))
                Pattern.Hide(cell, HiddenReason.Complementary);
        }
    }

    private long Price(int cell) => _table.CountAt(cell) + 1;
}
