// SPDX-License-Identifier: Apache-2.0
namespace Faro.Disclosure.Suppression;

/// <summary>The cheapest set of shown counts that, hidden, opens a way around the network for some persons.</summary>
/// <remarks>Dijkstra over the arcs after the attacker's last push: arcs with room are free, shown ones cost their price.</remarks>
internal sealed class Circle(Attacker attacker, Pattern pattern, Func<int, long> price)
{
    /// <param name="source">Where the persons leave the cell that must move.</param>
    /// <param name="sink">Where they come back to it.</param>
    /// <param name="without">The cell itself.</param>
    /// <param name="amount">Persons that every arc on the way must take, ≥ 1.</param>
    /// <returns>Shown cells to hide, at least one; null when there is no such way.</returns>
    public List<int>? Cheapest(int source, int sink, int without, long amount)
    {
        var network = attacker.Network;
        var reachedBy = new int[network.NodeCount];
        var cost = new long[network.NodeCount];
        Array.Fill(cost, long.MaxValue);
        cost[source] = 0;
        var queue = new PriorityQueue<int, long>();
        queue.Enqueue(source, 0);
        while (queue.TryDequeue(out var node, out var paid) && node != sink)
        {
            if (paid > cost[node])
                continue;
            foreach (var arc in network.Touching(node))
            {
                var forward = network.From[arc] == node;
                var next = forward ? network.To[arc] : network.From[arc];
                if (arc == without || Toll(arc, forward, amount) is not { } toll)
                    continue;
                if (paid + toll >= cost[next])
                    continue;
                (cost[next], reachedBy[next]) = (paid + toll, arc);
                queue.Enqueue(next, paid + toll);
            }
        }
        return cost[sink] == long.MaxValue ? null : Tolled(source, sink, reachedBy, amount);
    }

    private long? Toll(int arc, bool forward, long amount) =>
        attacker.Room(arc, forward) >= amount ? 0
        : !pattern.IsShown(arc) ? null
        : forward || attacker.Flow(arc) >= amount ? price(arc)
        : null;

    private List<int> Tolled(int source, int sink, int[] reachedBy, long amount)
    {
        var network = attacker.Network;
        var tolled = new List<int>();
        for (var node = sink; node != source; )
        {
            var arc = reachedBy[node];
            var forward = network.To[arc] == node;
            if (attacker.Room(arc, forward) < amount)
                tolled.Add(arc);
            node = forward ? network.From[arc] : network.To[arc];
        }
        return tolled;
    }
}
