// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure.Suppression;

/// <summary>A table as a closed flow of persons: every cell and every sum is one arc, and what flows in is what flows out.</summary>
/// <remarks>Persons flow from the whole down the tree of the rows, through the cells, and up the columns to the whole
/// again. So every equation of the table is a node, bounds on whole numbers are exact (the matrix is totally
/// unimodular), and the true table is a flow to start from. Source: Gusfield, "A graph theoretic approach to
/// statistical data security", SIAM J. Comput. 17 (1988), who shows it for two flat dimensions; a tree on one of them
/// keeps both families of sums nested, which is all that is needed.</remarks>
internal sealed class Network
{
    private readonly List<List<int>> _arcs = [];

    private Network(Frame frame)
    {
        From = new int[frame.CellCount];
        To = new int[frame.CellCount];
        if (frame.Columns is { IsHierarchical: true } columns)
            Connect(columns, frame.Rows, (row, column) => frame.Cell(column, row));
        else
            Connect(frame.Rows, frame.Columns, frame.Cell);
        for (var arc = 0; arc < From.Length; arc++)
        {
            _arcs[From[arc]].Add(arc);
            _arcs[To[arc]].Add(arc);
        }
    }

    /// <summary>The node that each cell's persons leave, by the cell's index.</summary>
    public int[] From { get; }

    /// <summary>The node that each cell's persons reach, by the cell's index.</summary>
    public int[] To { get; }

    public int NodeCount => _arcs.Count;

    public static Network Of(Frame frame) => new(frame);

    /// <summary>The arcs that touch a node, in either direction.</summary>
    public List<int> Touching(int node) => _arcs[node];

    private void Connect(Dimension tree, Dimension? flat, Func<int, int, int> cell)
    {
        var width = flat?.NodeCount ?? 1;
        var whole = Node();
        var down = Enumerable.Range(0, tree.NodeCount).Select(_ => Node()).ToArray();
        // A one-way table has no columns to climb: its leaves lead back to the whole at once.
        var up = new int[tree.NodeCount, width];
        for (var row = 0; row < tree.NodeCount; row++)
        for (var column = 1; column < width; column++)
            up[row, column] = tree.IsLeaf(row) ? down[row] : Node();
        for (var row = 0; row < tree.NodeCount; row++)
        {
            var parent = tree.Parent(row);
            var isEnd = flat is null && tree.IsLeaf(row);
            Arc(cell(row, 0), row == 0 ? whole : down[parent], isEnd ? whole : down[row]);
            for (var column = 1; column < width; column++)
                Arc(cell(row, column), up[row, column], row == 0 ? whole : up[parent, column]);
        }
    }

    private int Node()
    {
        _arcs.Add([]);
        return _arcs.Count - 1;
    }

    private void Arc(int cell, int from, int to) => (From[cell], To[cell]) = (from, to);
}
