// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure.Suppression;

/// <summary>All counts of linked tables as unknowns of one system of equations, with the bounds that a reader has for each.</summary>
internal sealed class LinkedCounts
{
    private readonly LinkedTables _linked;
    private readonly Pattern[] _patterns;
    private readonly int[][] _unknowns;
    private readonly List<long> _counts = [];
    private readonly List<Equation> _equations = [];

    public LinkedCounts(LinkedTables linked, DisclosureRule rule)
    {
        _linked = linked;
        _patterns = [.. linked.Tables.Select(table => new Pattern(table, rule))];
        _unknowns = NumberCells();
        foreach (var (table, frame) in linked.Tables.Select((table, i) => (i, table.Frame)))
        foreach (var (sum, parts) in frame.Sums())
            Add(_unknowns[table][sum], parts.Select(part => _unknowns[table][part]));
        foreach (var link in linked.Sums.Where(link => link.Kind != LinkKind.Same))
            Add(link);
        Least = new long[_counts.Count];
        Most = new long[_counts.Count];
        Reasons = new HiddenReason?[_counts.Count];
        IsPublished = new bool[_counts.Count];
        Array.Fill(Most, Pattern.Unbounded);
        foreach (var (table, cell, unknown) in Cells())
            IsPublished[unknown] |= _patterns[table].IsShown(cell);
        for (var unknown = 0; unknown < _counts.Count; unknown++)
            Show(unknown);
        Kin = FindKin();
    }

    /// <summary>What is true, by unknown.</summary>
    public IReadOnlyList<long> Counts => _counts;

    public IReadOnlyList<Equation> Equations => _equations;

    public long[] Least { get; }

    public long[] Most { get; }

    public HiddenReason?[] Reasons { get; }

    /// <summary>Whether an unknown is shown unless it is hidden; sums that nobody publishes and structural zeros are not.</summary>
    public bool[] IsPublished { get; }

    /// <summary>Unknowns with the same number stand in the same equations, so what holds for one hidden one holds for the other.</summary>
    public int[] Kin { get; }

    /// <summary>Grows with everything hidden or shown again.</summary>
    public int Version { get; private set; }

    public IEnumerable<int> Hidden => All.Where(unknown => Reasons[unknown] is not null);

    public IEnumerable<int> Shown => All.Where(IsShown);

    private IEnumerable<int> All => Enumerable.Range(0, _counts.Count);

    public bool IsShown(int unknown) => IsPublished[unknown] && Reasons[unknown] is null;

    public int Of(TableCell cell) => _unknowns[cell.Table][FrameOf(cell).Index(cell.Codes)];

    public void Hide(int unknown, HiddenReason reason)
    {
        Version++;
        Reasons[unknown] = reason;
        (Least[unknown], Most[unknown]) = (0, Pattern.Unbounded);
    }

    public void Show(int unknown)
    {
        Version++;
        Reasons[unknown] = null;
        (Least[unknown], Most[unknown]) = BoundsIfNotHidden[unknown];
    }

    public Cell? State(int table, int cell)
    {
        var reason = Reasons[_unknowns[table][cell]];
        return reason is not null && _patterns[table].IsShown(cell)
            ? new Cell.Hidden(reason.Value)
            : _patterns[table].State(cell);
    }

    /// <summary>The hidden cells of a table with their unknowns.</summary>
    public IEnumerable<(int Cell, int Unknown)> HiddenOf(int table) =>
        Enumerable
            .Range(0, _unknowns[table].Length)
            .Where(cell => State(table, cell) is Cell.Hidden)
            .Select(cell => (cell, _unknowns[table][cell]));

    private IReadOnlyList<(long Least, long Most)> BoundsIfNotHidden => field ??= FindBounds();

    private Frame FrameOf(TableCell cell) => _linked.Tables[cell.Table].Frame;

    private IEnumerable<(int Table, int Cell, int Unknown)> Cells() =>
        from table in Enumerable.Range(0, _unknowns.Length)
        from cell in Enumerable.Range(0, _unknowns[table].Length)
        select (table, cell, _unknowns[table][cell]);

    private int[][] NumberCells()
    {
        var numbers = _linked.Tables.Select(table => new int[table.Frame.CellCount]).ToArray();
        var next = 0;
        foreach (var cells in numbers)
            for (var cell = 0; cell < cells.Length; cell++)
                cells[cell] = next++;
        foreach (var link in _linked.Sums.Where(link => link.Kind == LinkKind.Same))
        {
            int At(TableCell cell) => numbers[cell.Table][FrameOf(cell).Index(cell.Codes)];
            var (kept, gone) = (At(link.Whole), At(link.Parts[0]));
            foreach (var cells in numbers)
                cells.AsSpan().Replace(gone, kept);
        }
        var places = new Dictionary<int, int>();
        foreach (var (table, cells) in numbers.Index())
            for (var cell = 0; cell < cells.Length; cell++)
            {
                if (places.TryAdd(cells[cell], places.Count))
                    _counts.Add(_linked.Tables[table].CountAt(cell));
                cells[cell] = places[cells[cell]];
            }
        return numbers;
    }

    private (long Least, long Most)[] FindBounds()
    {
        var bounds = new (long Least, long Most)[_counts.Count];
        Array.Fill(bounds, (0, Pattern.Unbounded));
        foreach (var (table, cell, unknown) in Cells())
            bounds[unknown] = (
                Math.Max(bounds[unknown].Least, _patterns[table].Least[cell]),
                Math.Min(bounds[unknown].Most, _patterns[table].Most[cell])
            );
        return bounds;
    }

    private int Free(long count)
    {
        _counts.Add(count);
        return _counts.Count - 1;
    }

    private void Add(LinkedSum link)
    {
        var parts = link.Parts.Select(Of).ToList();
        var rest = _linked.Count(link.Whole) - link.Parts.Sum(_linked.Count);
        if (link.Kind == LinkKind.AtLeast)
            parts.Add(Free(rest));
        Add(Of(link.Whole), parts, link.Kind == LinkKind.AtMost ? [new(Free(-rest), -1)] : []);
    }

    private void Add(int sum, IEnumerable<int> parts, params IEnumerable<Term> more)
    {
        var terms = parts
            .GroupBy(part => part)
            .Select(same => new Term(same.Key, same.Count()))
            .Append(new Term(sum, -1))
            .Concat(more);
        _equations.Add(new([.. terms]));
    }

    private int[] FindKin()
    {
        var columns = new List<(int, long)>[_counts.Count];
        for (var unknown = 0; unknown < columns.Length; unknown++)
            columns[unknown] = [];
        foreach (var (row, equation) in _equations.Index())
        foreach (var term in equation.Terms)
            columns[term.Unknown].Add((row, term.Times));
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. columns.Select(column =>
            {
                var key = string.Join(' ', column);
                numbers.TryAdd(key, numbers.Count);
                return numbers[key];
            }),
        ];
    }
}

/// <summary>Terms that add up to nothing.</summary>
internal sealed record Equation(IReadOnlyList<Term> Terms);

/// <param name="Unknown">Which.</param>
/// <param name="Times">How often it counts; −1 for the sum itself.</param>
internal sealed record Term(int Unknown, long Times);
