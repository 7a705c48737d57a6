// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure.Suppression;

/// <summary>Works out how far a hidden count can move while everything published stays true.</summary>
/// <remarks>Starts from the true table and pushes persons around circles of the network (Ford-Fulkerson with breadth-first
/// search, Edmonds and Karp 1972). The bounds do not depend on where it starts. Cost: O(cells · steps) a bound.</remarks>
internal sealed class Attacker
{
    private readonly CountTable _table;
    private readonly Network _network;
    private readonly Pattern _pattern;
    private readonly long[] _flow;
    private readonly int[] _reachedBy;
    private readonly Queue<int> _queue = new();

    public Attacker(CountTable table, Pattern pattern)
    {
        (_table, _pattern) = (table, pattern);
        _network = Network.Of(table.Frame);
        _flow = new long[table.Frame.CellCount];
        _reachedBy = new int[_network.NodeCount];
    }

    public Network Network => _network;

    /// <summary>Exact bounds of a hidden count.</summary>
    /// <returns>Least, and most or null when nothing bounds it from above.</returns>
    public (long Least, long? Most) Bounds(int cell)
    {
        var count = _table.CountAt(cell);
        var rise = Rise(cell, Pattern.Unbounded);
        return (count - Fall(cell, count), rise >= Pattern.Unbounded ? null : count + rise);
    }

    /// <summary>Whether at least so many whole numbers stay possible.</summary>
    public bool IsInDoubt(int cell, long doubt)
    {
        var fall = Fall(cell, Math.Min(_table.CountAt(cell), doubt - 1));
        return fall + 1 >= doubt || Rise(cell, doubt - 1 - fall) + fall + 1 >= doubt;
    }

    /// <summary>How far the count can rise, up to a limit; <see cref="Room"/> then tells what stopped it.</summary>
    public long Rise(int cell, long limit) =>
        Push(_network.To[cell], _network.From[cell], cell, limit);

    /// <summary>How far the count can fall, up to a limit; <see cref="Room"/> then tells what stopped it.</summary>
    public long Fall(int cell, long limit) =>
        Push(_network.From[cell], _network.To[cell], cell, limit);

    /// <summary>How many more persons an arc takes in a direction after the last push.</summary>
    public long Room(int arc, bool forward) =>
        forward
            ? _pattern.Most[arc] == Pattern.Unbounded
                ? Pattern.Unbounded
                : _pattern.Most[arc] - _flow[arc]
            : _flow[arc] - _pattern.Least[arc];

    /// <summary>The count on an arc after the last push.</summary>
    public long Flow(int arc) => _flow[arc];

    private long Push(int source, int sink, int without, long limit)
    {
        for (var cell = 0; cell < _flow.Length; cell++)
            _flow[cell] = _table.CountAt(cell);
        long pushed = 0;
        while (pushed < limit && FindPath(source, sink, without))
            pushed += PushAlong(source, sink, limit - pushed);
        return pushed;
    }

    private bool FindPath(int source, int sink, int without)
    {
        Array.Fill(_reachedBy, -1);
        _queue.Clear();
        _queue.Enqueue(source);
        while (_queue.TryDequeue(out var node))
        {
            if (node == sink)
                return true;
            foreach (var arc in _network.Touching(node))
            {
                var forward = _network.From[arc] == node;
                var next = forward ? _network.To[arc] : _network.From[arc];
                if (
                    arc == without
                    || next == source
                    || _reachedBy[next] >= 0
                    || Room(arc, forward) <= 0
                )
                    continue;
                _reachedBy[next] = arc;
                _queue.Enqueue(next);
            }
        }
        return false;
    }

    private long PushAlong(int source, int sink, long amount)
    {
        for (var node = sink; node != source; node = Before(node))
            amount = Math.Min(
                amount,
                Room(_reachedBy[node], _network.To[_reachedBy[node]] == node)
            );
        for (var node = sink; node != source; node = Before(node))
            _flow[_reachedBy[node]] += _network.To[_reachedBy[node]] == node ? amount : -amount;
        return amount;
    }

    private int Before(int node)
    {
        var arc = _reachedBy[node];
        return _network.To[arc] == node ? _network.From[arc] : _network.To[arc];
    }
}
