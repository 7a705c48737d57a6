// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure.Suppression;

/// <summary>Which counts are hidden, and between which bounds each count must lie for somebody who sees the rest.</summary>
internal sealed class Pattern
{
    /// <summary>Stands for no upper bound; a quarter, so that adding two cannot overflow.</summary>
    public const long Unbounded = long.MaxValue / 4;

    private readonly CountTable _table;
    private readonly DisclosureRule _rule;
    private readonly HiddenReason?[] _hidden;

    public Pattern(CountTable table, DisclosureRule rule)
    {
        (_table, _rule) = (table, rule);
        _hidden = new HiddenReason?[table.Frame.CellCount];
        Least = new long[_hidden.Length];
        Most = new long[_hidden.Length];
        for (var cell = 0; cell < _hidden.Length; cell++)
            Show(cell);
    }

    public long[] Least { get; }

    public long[] Most { get; }

    public HiddenReason? Reason(int cell) => _hidden[cell];

    public bool IsShown(int cell) =>
        _hidden[cell] is null && _table.Frame.IsPublished(cell) && !_table.IsStructuralZero(cell);

    public IEnumerable<int> Hidden =>
        Enumerable.Range(0, _hidden.Length).Where(cell => _hidden[cell] is not null);

    public void Hide(int cell, HiddenReason reason)
    {
        _hidden[cell] = reason;
        (Least[cell], Most[cell]) = (0, Unbounded);
    }

    public void Show(int cell)
    {
        _hidden[cell] = null;
        (Least[cell], Most[cell]) = BoundsIfNotHidden(cell);
    }

    public Cell? State(int cell) =>
        !_table.Frame.IsPublished(cell) ? null
        : _table.IsStructuralZero(cell) ? new Cell.StructuralZero()
        : _hidden[cell] is { } reason ? new Cell.Hidden(reason)
        : new Cell.Shown(_rule.Rounding.Round(_table.CountAt(cell)));

    private (long Least, long Most) BoundsIfNotHidden(int cell)
    {
        if (_table.IsStructuralZero(cell))
            return (0, 0);
        if (!_table.Frame.IsPublished(cell))
            return (0, Unbounded);
        var count = _table.CountAt(cell);
        // Where zeros are shown every one is, and nothing else is shown as 0.
        if (count == 0 && _rule.ShowZeros)
            return (0, 0);
        var shown = _rule.Rounding.Round(count);
        var (least, most) = _rule.Rounding.Behind(shown);
        return (shown >= _rule.Minimum ? Math.Max(least, _rule.Minimum) : least, most);
    }
}
