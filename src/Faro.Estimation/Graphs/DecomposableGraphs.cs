// SPDX-License-Identifier: Apache-2.0
using System.Numerics;

namespace Faro.Estimation.Graphs;

/// <summary>All decomposable (chordal) graphs on a few labelled lists, each as its cliques less its separators.</summary>
/// <remarks>A graph is chordal when its vertices can be taken away one by one, each with neighbours that all know each
/// other. Putting them back in the reverse order, a vertex with neighbours A adds the clique A ∪ {v} and takes away A;
/// what cancels is left out. There are 8, 61, 822, 18,154 and 617,675 of them on 3 to 7 lists (OEIS A058862, found again
/// by the tests).</remarks>
internal sealed class DecomposableGraphs
{
    /// <summary>Most lists whose graphs are few enough to be enumerated.</summary>
    public const int MostLists = 7;

    private readonly List<sbyte> _parts = [];
    private readonly List<int> _starts = [0];

    /// <param name="lists">1 to <see cref="MostLists"/>.</param>
    /// <param name="cancellation">Stops between two graphs.</param>
    public DecomposableGraphs(int lists, CancellationToken cancellation)
    {
        var pairs = new List<(int First, int Second)>();
        for (var first = 0; first < lists; first++)
        {
            for (var second = first + 1; second < lists; second++)
            {
                pairs.Add((first, second));
            }
        }

        Span<int> neighbours = stackalloc int[MostLists];
        for (var edges = 0; edges < 1 << pairs.Count; edges++)
        {
            if ((edges & 0xFFFF) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            neighbours.Clear();
            for (var rest = edges; rest != 0; rest &= rest - 1)
            {
                var (first, second) = pairs[BitOperations.TrailingZeroCount(rest)];
                neighbours[first] |= 1 << second;
                neighbours[second] |= 1 << first;
            }

            Add(neighbours, lists);
        }
    }

    /// <summary>Number of graphs.</summary>
    public int Count => _starts.Count - 1;

    /// <summary>Cliques (masks above 0) and separators (minus masks) of one graph.</summary>
    public ReadOnlySpan<sbyte> Parts(int graph) =>
        System
            .Runtime.InteropServices.CollectionsMarshal.AsSpan(_parts)
            .Slice(_starts[graph], _starts[graph + 1] - _starts[graph]);

    private void Add(ReadOnlySpan<int> neighbours, int lists)
    {
        Span<sbyte> added = stackalloc sbyte[2 * MostLists];
        var count = 0;
        var left = (1 << lists) - 1;
        while (left != 0)
        {
            var simplicial = Simplicial(neighbours, left);
            if (simplicial < 0)
            {
                return;
            }

            left &= ~(1 << simplicial);
            var around = neighbours[simplicial] & left;
            added[count++] = (sbyte)(around | (1 << simplicial));
            if (around != 0)
            {
                added[count++] = (sbyte)-around;
            }
        }

        foreach (var part in added[..count])
        {
            var opposite = _parts.IndexOf((sbyte)-part, _starts[^1]);
            if (opposite < 0)
            {
                _parts.Add(part);
            }
            else
            {
                _parts.RemoveAt(opposite);
            }
        }

        _starts.Add(_parts.Count);
    }

    private static int Simplicial(ReadOnlySpan<int> neighbours, int left)
    {
        for (var rest = left; rest != 0; rest &= rest - 1)
        {
            var vertex = BitOperations.TrailingZeroCount(rest);
            var around = neighbours[vertex] & left;
            var clique = true;
            for (var others = around; others != 0 && clique; others &= others - 1)
            {
                var other = BitOperations.TrailingZeroCount(others);
                clique = (around & ~(neighbours[other] | (1 << other))) == 0;
            }

            if (clique)
            {
                return vertex;
            }
        }

        return -1;
    }
}
