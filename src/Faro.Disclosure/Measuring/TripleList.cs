// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;

namespace Faro.Disclosure.Measuring;

/// <summary>Chosen triples of attributes in ascending order, those with the same first two side by side.</summary>
internal sealed class TripleList
{
    private readonly List<(int First, int Second, int From, int To)> _groups = [];
    private readonly List<ushort> _thirds = [];
    private readonly Dictionary<int, int> _places = [];

    public int Count => _thirds.Count;

    /// <summary>The first two attributes, and the places from and up to which their triples stand.</summary>
    public ReadOnlySpan<(int First, int Second, int From, int To)> Groups =>
        CollectionsMarshal.AsSpan(_groups);

    public int Third(int triple) => _thirds[triple];

    /// <summary>Adds a triple; they come in ascending order.</summary>
    public void Add(int first, int second, int third)
    {
        if (_groups.Count == 0 || _groups[^1].First != first || _groups[^1].Second != second)
        {
            _places[Key(first, second)] = _groups.Count;
            _groups.Add((first, second, _thirds.Count, _thirds.Count));
        }
        _thirds.Add((ushort)third);
        _groups[^1] = (first, second, _groups[^1].From, _thirds.Count);
    }

    /// <summary>The place of a triple in ascending order; negative when it is not among them.</summary>
    public int Find(int first, int second, int third)
    {
        if (!_places.TryGetValue(Key(first, second), out var group))
            return -1;
        var (_, _, from, to) = _groups[group];
        return _thirds.BinarySearch(from, to - from, (ushort)third, null);
    }

    private static int Key(int first, int second) => (first << 16) | second;
}
