// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;

namespace Faro.Linkage.Clusters;

/// <summary>Pieces of the graph of likely pairs: nothing outside a piece can join it.</summary>
internal static class Units
{
    /// <summary>Connected pieces of at least two rows; pieces above the limit are cut at their weaker edges.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="edges">Likely pairs with their bits, in any order.</param>
    /// <param name="limit">Most rows of a piece.</param>
    /// <returns>Rows of each piece, rising; pieces by their first row.</returns>
    public static List<int[]> Of(int rows, IReadOnlyList<Edge> edges, int limit)
    {
        var parent = Enumerable.Range(0, rows).ToArray();
        foreach (var edge in edges)
        {
            Join(parent, edge.Left, edge.Right);
        }

        var units = new List<int[]>();
        foreach (var unit in Groups(parent))
        {
            if (unit.Length <= limit)
            {
                units.Add(unit);
                continue;
            }

            var inside = edges.Where(edge => Array.BinarySearch(unit, edge.Left) >= 0).ToList();
            units.AddRange(Cut(unit, inside, limit));
        }

        return units;
    }

    /// <summary>Strongest edges first, never beyond the limit: a piece that large is chance, not a person.</summary>
    private static IEnumerable<int[]> Cut(int[] unit, List<Edge> edges, int limit)
    {
        edges.Sort(Edge.StrongestFirst);
        var parent = Enumerable.Range(0, unit.Length).ToArray();
        var size = Enumerable.Repeat(1, unit.Length).ToArray();
        foreach (var edge in edges)
        {
            var left = Root(parent, Array.BinarySearch(unit, edge.Left));
            var right = Root(parent, Array.BinarySearch(unit, edge.Right));
            if (left != right && size[left] + size[right] <= limit)
            {
                var together = size[left] + size[right];
                Join(parent, left, right);
                size[Root(parent, left)] = together;
            }
        }

        return Groups(parent).Select(places => Array.ConvertAll(places, place => unit[place]));
    }

    /// <summary>Groups of at least two, each rising, in the order of their first.</summary>
    private static List<int[]> Groups(int[] parent)
    {
        // A root is the smallest of its group, so sizes are known before any member is placed.
        var sizes = new int[parent.Length];
        for (var row = 0; row < parent.Length; row++)
        {
            sizes[Root(parent, row)]++;
        }

        var groups = new List<int[]>();
        var (place, filled) = (new int[parent.Length], new int[parent.Length]);
        for (var row = 0; row < parent.Length; row++)
        {
            var root = Root(parent, row);
            if (sizes[root] < 2)
            {
                continue;
            }

            if (root == row)
            {
                place[root] = groups.Count;
                groups.Add(new int[sizes[root]]);
            }

            groups[place[root]][filled[root]++] = row;
        }

        return groups;
    }

    private static void Join(int[] parent, int left, int right)
    {
        var (a, b) = (Root(parent, left), Root(parent, right));
        parent[Math.Max(a, b)] = Math.Min(a, b);
    }

    private static int Root(int[] parent, int row)
    {
        while (parent[row] != row)
        {
            row = parent[row] = parent[parent[row]];
        }

        return row;
    }
}

/// <summary>A likely pair.</summary>
/// <param name="Left">Smaller row.</param>
/// <param name="Right">Larger row.</param>
/// <param name="Bits">Evidence.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Edge(int Left, int Right, double Bits)
{
    /// <summary>Strongest first, then by rows, so that ties never depend on how edges came.</summary>
    public static int StrongestFirst(Edge one, Edge other)
    {
        var byBits = other.Bits.CompareTo(one.Bits);
        return byBits != 0 ? byBits
            : one.Left != other.Left ? one.Left.CompareTo(other.Left)
            : one.Right.CompareTo(other.Right);
    }
}
