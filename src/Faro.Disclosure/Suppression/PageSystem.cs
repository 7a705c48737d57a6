// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure.Suppression;

/// <summary>Published pages as equations: one unknown per cell and per sum of each edition, between the bounds that are shown.</summary>
internal sealed class PageSystem
{
    private readonly List<double> _least = [];
    private readonly List<double> _most = [];
    private readonly List<Equation> _equations = [];
    private readonly List<Dictionary<string, int>> _unknowns = [];
    private readonly IReadOnlyList<PublishedPage> _editions;
    private readonly List<string[]> _leaves;

    public PageSystem(IReadOnlyList<PublishedPage> editions, bool isCumulative)
    {
        _editions = editions;
        _leaves = Leaves(editions);
        foreach (var page in editions)
            Add(page);
        if (isCumulative)
            for (var edition = 1; edition < editions.Count; edition++)
                foreach (var leaf in _leaves)
                {
                    var key = Key(leaf);
                    var newcomers = Unknown(0, double.PositiveInfinity);
                    _equations.Add(
                        new([
                            new(_unknowns[edition][key], 1),
                            new(_unknowns[edition - 1][key], -1),
                            new(newcomers, -1),
                        ])
                    );
                }
    }

    public int Count => _least.Count;

    public IReadOnlyList<double> Least => _least;

    public IReadOnlyList<double> Most => _most;

    public IReadOnlyList<Equation> Equations => _equations;

    /// <summary>The hidden cells and sums of an edition.</summary>
    public IEnumerable<(IReadOnlyList<string> Codes, int Unknown)> Hidden(int edition) =>
        _editions[edition]
            .Cells.Where(cell => cell.Count is null)
            .Select(cell => (cell.Codes, _unknowns[edition][Key(cell.Codes)]));

    private static string Key(IEnumerable<string> codes) => string.Join('\u001f', codes);

    /// <summary>Every combination of the codes that any edition names in a dimension.</summary>
    private static List<string[]> Leaves(IReadOnlyList<PublishedPage> editions)
    {
        var leaves = new List<string[]> { Array.Empty<string>() };
        for (var place = 0; place < editions[0].Dimensions.Count; place++)
        {
            var codes = editions
                .SelectMany(page => page.Cells)
                .Select(cell => cell.Codes[place])
                .Where(code => code != Dimension.TotalCode)
                .Distinct(StringComparer.Ordinal)
                .ToList();
            // A dimension of sums alone has one place.
            if (codes.Count == 0)
                codes.Add(Dimension.TotalCode);
            leaves =
            [
                .. leaves.SelectMany(leaf => codes.Select(code => (string[])[.. leaf, code])),
            ];
        }
        return leaves;
    }

    private void Add(PublishedPage page)
    {
        var unknowns = new Dictionary<string, int>(StringComparer.Ordinal);
        _unknowns.Add(unknowns);
        foreach (var leaf in _leaves)
            unknowns[Key(leaf)] = Unknown(0, double.PositiveInfinity);
        foreach (var cell in page.Cells)
        {
            var key = Key(cell.Codes);
            if (!unknowns.TryGetValue(key, out var unknown))
            {
                unknowns[key] = unknown = Unknown(0, double.PositiveInfinity);
                _equations.Add(
                    new([
                        .. _leaves
                            .Where(leaf => Covers(cell.Codes, leaf))
                            .Select(leaf => new Term(unknowns[Key(leaf)], 1)),
                        new(unknown, -1),
                    ])
                );
            }
            if (cell.Count is { } shown)
                (_least[unknown], _most[unknown]) = page.Rounding.Behind(shown);
        }
    }

    private static bool Covers(IReadOnlyList<string> codes, string[] leaf) =>
        codes.Zip(leaf).All(pair => pair.First == Dimension.TotalCode || pair.First == pair.Second);

    private int Unknown(double least, double most)
    {
        _least.Add(least);
        _most.Add(most);
        return _least.Count - 1;
    }
}
