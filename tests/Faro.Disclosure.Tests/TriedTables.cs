// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure.Tests;

/// <summary>Every table with cells up to a limit that a reader of a published one must hold possible, found without any cleverness.</summary>
internal sealed class TriedTables
{
    private readonly DisclosureRule _rule;
    private readonly int _top;
    private readonly List<IReadOnlyList<string>> _leaves;
    private readonly List<PublishedSum> _sums;
    private readonly long[] _counts;

    public TriedTables(ProtectedTable published, int top)
    {
        (_rule, _top) = (published.Rule, top);
        var cells = published.Cells.ToList();
        _leaves =
        [
            .. cells
                .Select(cell => cell.Codes)
                .Where(codes => !codes.Any(code => code is "total" or "group")),
        ];
        _counts = new long[_leaves.Count];
        _sums =
        [
            .. cells.Select(cell => new PublishedSum(cell.Codes, cell.Cell, Members(cell.Codes))),
        ];
        Try(0);
    }

    /// <summary>The different values of a cell or sum over all tables that agree.</summary>
    public HashSet<long> ValuesOf(IReadOnlyList<string> codes) =>
        _sums.Single(sum => sum.Codes.SequenceEqual(codes, StringComparer.Ordinal)).Values;

    private int[] Members(IReadOnlyList<string> codes) =>
        [
            .. Enumerable
                .Range(0, _leaves.Count)
                .Where(i => codes.Zip(_leaves[i]).All(pair => Covers(pair.First, pair.Second))),
        ];

    private static bool Covers(string code, string leaf) =>
        code == leaf || code is "total" || (code is "group" && leaf is "r1" or "r2");

    private void Try(int leaf)
    {
        if (leaf == _leaves.Count)
        {
            foreach (var sum in _sums)
                sum.Values.Add(sum.Of(_counts));
            return;
        }
        // A sum is checked as soon as its last cell has a value; earlier branches end there.
        var complete = _sums.Where(sum => sum.Members[^1] == leaf).ToList();
        for (var count = 0; count <= _top; count++)
        {
            _counts[leaf] = count;
            if (complete.TrueForAll(sum => Agrees(sum.Cell, sum.Of(_counts))))
                Try(leaf + 1);
        }
    }

    private bool Agrees(Cell cell, long value) =>
        cell switch
        {
            Cell.Hidden => true,
            Cell.Shown { Count: 0 } or Cell.StructuralZero => value == 0,
            Cell.Shown { Count: var shown } => value >= _rule.Minimum
                && _rule.Rounding.Round(value) == shown,
            _ => false,
        };

    private sealed record PublishedSum(IReadOnlyList<string> Codes, Cell Cell, int[] Members)
    {
        public HashSet<long> Values { get; } = [];

        public long Of(long[] counts) => Members.Sum(i => counts[i]);
    }
}
